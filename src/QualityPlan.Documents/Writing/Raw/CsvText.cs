namespace QualityPlan.Documents.Writing.Raw;

/// <summary>Texts in csv (逗號分隔檔) stay texts: a spreadsheet takes what begins like a formula for one.</summary>
public static class CsvText
{
    private const string FormulaBeginnings = "=+-@\t\r＝＋－＠";

    /// <summary>With an apostrophe in front where it begins like a formula, blanks before it or not.</summary>
    public static string Guarded(string text) =>
        text.TrimStart(' ', '\u3000') is [var first, ..] && FormulaBeginnings.Contains(first) ? "'" + text : text;
}
