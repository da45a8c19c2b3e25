using System.Text.RegularExpressions;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress.Offline;

/// <summary>三方比對: each box as it was when the file was made, as the site holds it now, and as the file has it.</summary>
internal static partial class OfflineMerge
{
    public static Comparison Of(FilingSheet sheet, IReadOnlyDictionary<string, OfflineTexts> cells)
    {
        var left = cells.ToDictionary();
        var rows = sheet.Rows.Select(row => Compare(row, left)).ToList();
        var unknown = left.Where(one => !IsSame(one.Value.Before, one.Value.File))
            .Select(one => new ComparedCell(one.Key, "已不在計畫中的欄位", one.Value) { Outcome = CellOutcome.Refused, Sentence = "計畫或查核點已變更，這一格沒有可以寫入的位置。" })
            .ToList();
        return new Comparison(rows.Where(row => row.Cells.Count > 0).ToList(), unknown)
        {
            Unchanged = cells.Count - unknown.Count - rows.Sum(row => row.Cells.Count),
        };
    }

    /// <summary>Spreadsheets trim lines and fold blanks when they open and save: such differences are none.</summary>
    public static bool IsSame(string one, string other) => Plain(one) == Plain(other);

    private static ComparedRow Compare(SheetRow row, Dictionary<string, OfflineTexts> left)
    {
        var form = ReportForm.Of(row);
        var cells = new List<ComparedCell>();
        foreach (var field in OfflineField.Of(row))
        {
            var key = OfflineBook.KeyOf(row.AssignmentId, field.Name);
            if (left.Remove(key, out var texts) && Judge(field, form, texts) is var (outcome, sentence) && outcome != CellOutcome.Unchanged)
            {
                cells.Add(new ComparedCell(key, field.Caption, texts) { Now = field.Show(form), Outcome = outcome, Sentence = sentence });
            }
        }
        return new ComparedRow(row, form.Stamp, cells);
    }

    private static (CellOutcome Outcome, string Sentence) Judge(OfflineField field, ReportForm form, OfflineTexts texts)
    {
        var now = field.Show(form);
        if (IsSame(texts.Before, texts.File) || IsSame(now, texts.File))
        {
            return (CellOutcome.Unchanged, "");
        }
        return field.Take(new ReportForm(), texts.File) is { } sentence ? (CellOutcome.Refused, sentence)
            : IsSame(now, texts.Before) ? (CellOutcome.Changed, "")
            : (CellOutcome.Conflict, "");
    }

    private static string Plain(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => Blanks().Replace(line, " ").Trim())).Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

/// <summary>What the file and the site differ in; boxes that are the same are only counted.</summary>
public sealed record Comparison(IReadOnlyList<ComparedRow> Rows, IReadOnlyList<ComparedCell> Unknown)
{
    public int Unchanged { get; init; }

    public IEnumerable<ComparedCell> Cells => Rows.SelectMany(row => row.Cells).Concat(Unknown);

    public bool OffersAnything => Cells.Any(cell => cell.IsOffered);

    public int Count(CellOutcome outcome) => Cells.Count(cell => cell.Outcome == outcome);
}

/// <summary>A row with the boxes that differ.</summary>
public sealed record ComparedRow(SheetRow Row, string Stamp, IReadOnlyList<ComparedCell> Cells);

/// <summary>A box that differs.</summary>
public sealed record ComparedCell(string Key, string Caption, OfflineTexts Texts)
{
    /// <summary>What the site holds now.</summary>
    public string Now { get; init; } = "";

    public CellOutcome Outcome { get; init; }

    /// <summary>Why it was refused.</summary>
    public string Sentence { get; init; } = "";

    public bool IsOffered => Outcome is CellOutcome.Changed or CellOutcome.Conflict;
}

/// <summary>How a box of the file stands to the site.</summary>
public enum CellOutcome
{
    /// <summary>未變更: nothing to write.</summary>
    Unchanged,

    /// <summary>變更: only the file differs from what it was made of.</summary>
    Changed,

    /// <summary>衝突: the file and somebody on the site wrote different things.</summary>
    Conflict,

    /// <summary>拒絕: it cannot be written.</summary>
    Refused,
}
