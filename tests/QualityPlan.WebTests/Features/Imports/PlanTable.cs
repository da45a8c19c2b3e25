using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Builds small documents for recovery: cells parted by 「|」, paragraphs by 「¶」, wraps by 「⏎」.</summary>
public static class PlanTable
{
    public const string Usual = "實施要項|執行項目|推動作法|完成期限|承辦單位";

    public static PlanReading Recover(params string[] rows) => PlanRecovery.Recover(Document(Of(rows))).Plan!;

    /// <summary>Several tables, one after the other as on pages.</summary>
    public static PlanReading RecoverPages(params string[][] pages) =>
        PlanRecovery.Recover(Document([.. pages.Select(Of)])).Plan!;

    public static Document Document(params Block[] blocks) => new("", blocks);

    public static Table Of(params string[] rows)
    {
        var cells = rows.Select(row => row.Split('|')).ToList();
        return new Table(
            Enumerable.Repeat(new Column(0), cells.Max(row => row.Length)).ToList(),
            cells.Select((row, index) => new Row(row.Select(Cell).ToList()) { SourceNumber = index + 1 }).ToList());
    }

    /// <summary>One row as 「area|sub|item|no|approach|deadline|units|supporting」.</summary>
    public static string Line(this RowReading row) => string.Join('|',
        row.Area, row.SubArea, row.Item, row.No, row.Approach, row.Deadline, string.Join('、', row.Units), string.Join('、', row.SupportingUnits));

    private static Cell Cell(string text, int column) => new(column, text.Split('¶').Select(paragraph => paragraph.Replace('⏎', '\n')).ToList());
}
