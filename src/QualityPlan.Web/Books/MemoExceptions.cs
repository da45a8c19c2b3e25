using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Web.Books;

/// <summary>落後情形 of a 簽稿: who is behind with what and why, numbered (一) by unit and 1. by row.</summary>
internal static class MemoExceptions
{
    private const int MostRows = 20;
    private const int MostLetters = 100;
    private const string Digits = "十一二三四五六七八九";

    public static string Of(IEnumerable<QuarterBookRow> tracked)
    {
        var late = tracked.SelectMany(row => row.Units.Where(unit => unit.IsException).Select(unit => (Row: row, Unit: unit)))
            .OrderBy(pair => pair.Unit.Light).ToList();
        if (late.Count == 0)
        {
            return "本季無落後或逾期事項。";
        }
        var units = late.Take(MostRows).GroupBy(pair => pair.Unit.UnitName)
            .SelectMany((unit, at) => unit.Select((pair, index) => $"{index + 1}.{Line(pair.Row, pair.Unit)}").Prepend($"({Ordinal(at + 1)}){unit.Key}："));
        var rest = late.Count > MostRows ? $"\n其餘{late.Count - MostRows}項詳落後與逾期表。" : "";
        return $"\n{string.Join('\n', units)}{rest}";
    }

    /// <summary>「編號1.1」, or the place of a row that has no number of its own.</summary>
    public static string NameOf(QuarterBookRow row) => row.Row.Text.Number.Length > 0 ? $"編號{row.Row.Text.Number}" : $"第{row.Row.Position}列";

    private static string Line(QuarterBookRow row, QuarterBookUnit unit)
    {
        var cause = unit.Cause.Length > 0 ? Short(unit.Cause) : "本季未填，詳落後與逾期表";
        var mending = unit.Countermeasure.Length > 0 ? $"；對策：{Short(unit.Countermeasure)}" : "";
        var until = unit.ExpectedDoneOn is { } day ? $"；預定{RocDate.Long(day)}完成" : "";
        return $"{NameOf(row)}「{Short(row.Row.Text.Approach)}」（{unit.Light.Chinese()}）：原因：{cause}{mending}{until}。";
    }

    /// <summary>One line without the full stop at its end; what is long is cut.</summary>
    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).TrimEnd('。');
        return Shortening.WithEllipsis(line, MostLetters);
    }

    /// <summary>1 to 99 as 一 to 九十九.</summary>
    private static string Ordinal(int number) => number switch
    {
        <= 10 => $"{Digits[number % 10]}",
        < 20 => $"十{Digits[number % 10]}",
        _ => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
    };
}
