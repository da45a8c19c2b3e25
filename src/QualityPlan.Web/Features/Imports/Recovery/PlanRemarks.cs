using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Collects everything a person should look at, in row order.</summary>
internal static class PlanRemarks
{
    private const string Blank = "空白，核定前須補上。";

    /// <summary>Says that a deadline or unit is missing, which a person mends by filling it in.</summary>
    public static bool IsOfEmptyCell(Remark remark) => remark.Row > 0 && remark.Text.EndsWith(Blank, StringComparison.Ordinal);

    public static Remark Empty(int row, PlanField field, string heading) => new(row, field, $"{heading}{Blank}");

    public static IEnumerable<Remark> OfPlan(PlanColumns columns, IEnumerable<(SourcePlace Place, string Text)> looseLines)
    {
        if (columns.StandIn.Length > 0)
        {
            yield return new Remark(0, PlanField.Approach, $"表格沒有「推動作法」欄位，以「{columns.StandIn}」作為推動作法。");
        }

        foreach (var (place, text) in looseLines)
        {
            yield return new Remark(0, PlanField.Plan, $"第 {place.Table} 個表格第 {place.Row} 列的文字不屬於任何欄位，未讀入：「{text}」");
        }
    }

    /// <summary>Where no column has the deadlines: those above the tables, or none.</summary>
    public static IEnumerable<Remark> OfDeadlines(PlanColumns columns, IReadOnlyList<RowDraft> rows)
    {
        var above = columns.Has(PlanField.Deadline) ? [] : rows.Select(row => row.DeadlineAbove?.Printed).DefaultIfEmpty().Distinct().ToList();
        return above.Select(printed => new Remark(0, PlanField.Deadline, printed is not null ? $"表格沒有「完成期限」欄位，已採用表格上方的「{printed}」，請確認。"
            : above.Count == 1 ? "表格沒有「完成期限」欄位，核定前須補上每一項的期限。"
            : "有的表格沒有「完成期限」欄位，上方也沒有期限，核定前須補上。"));
    }

    /// <summary>Where no column has the units: those above the tables, or none.</summary>
    public static IEnumerable<Remark> OfUnits(PlanColumns columns, IReadOnlyList<RowDraft> rows)
    {
        var above = columns.Has(PlanField.Units) ? [] : rows.Select(row => row.UnitsAbove?.Printed).Distinct().ToList();
        return above.Select(printed => new Remark(0, PlanField.Units, printed is not null ? $"表格沒有「承辦單位」欄位，已採用表格上方的「{printed}」，請確認。"
            : above.Count == 1 ? "表格沒有「承辦單位」欄位，核定前須補上每一項的單位。"
            : "有的表格沒有「承辦單位」欄位，上方也沒有單位，核定前須補上。"));
    }

    /// <summary>An item that stands there without a measure is no row and would be lost without a word.</summary>
    public static IEnumerable<Remark> OfEmptyHeadings(IEnumerable<(SourcePlace Place, string Text)> headings) =>
        headings.Select(heading => new Remark(0, PlanField.Plan, $"第 {heading.Place.Table} 個表格第 {heading.Place.Row} 列的「{heading.Text}」之下沒有推動作法，未讀入，請確認。"));

    public static IEnumerable<Remark> OfHiddenSheets(IEnumerable<Table> sheets) =>
        sheets.Where(sheet => sheet.Rows.Count > 0).Select(sheet => new Remark(0, PlanField.Plan, $"隱藏的工作表「{sheet.Name}」未讀入。"));

    public static IEnumerable<Remark> OfHiddenColumns(IEnumerable<(SourcePlace Place, HiddenColumn Column)> columns) =>
        columns.Distinct().Select(hidden => hidden.Column.Field is { } field
            ? new Remark(0, field, $"第 {hidden.Place.Table} 個表格的「{hidden.Column.Heading}」是隱藏欄，仍已讀入，請確認。")
            : new Remark(0, PlanField.Plan, $"第 {hidden.Place.Table} 個表格的隱藏欄「{hidden.Column.Heading}」未讀入。"));

    public static IEnumerable<Remark> OfRows(PlanColumns columns, IReadOnlyList<RowDraft> drafts, IReadOnlyList<RowReading> rows)
    {
        RowDraft? above = null;
        for (var index = 0; index < rows.Count; index++)
        {
            var doubts = LostHeadings(columns, drafts[index], above).Concat(drafts[index].Doubts).Concat(Empties(columns, rows[index]));
            foreach (var (field, text) in doubts.Distinct())
            {
                yield return new Remark(index + 1, field, text);
            }

            above = drafts[index];
        }
    }

    /// <summary>A heading that was never printed, told at the first row that misses it.</summary>
    private static IEnumerable<(PlanField Field, string Text)> LostHeadings(PlanColumns columns, RowDraft row, RowDraft? above)
    {
        if (columns.Has(PlanField.Area) && row.Area.Text.Length == 0 && !ReferenceEquals(row.Area, above?.Area))
        {
            yield return (PlanField.Area, "前面沒有實施要項的標題，可能遺失，請補上。");
        }

        if (columns.Has(PlanField.Item) && row.Item is null && !ReferenceEquals(row.SubArea, above?.SubArea))
        {
            yield return (PlanField.Item, "前面沒有執行項目的標題，可能遺失，請補上。");
        }
    }

    private static IEnumerable<(PlanField Field, string Text)> Empties(PlanColumns columns, RowReading row)
    {
        if (columns.Has(PlanField.Deadline) && row.Deadline.Length == 0)
        {
            yield return (PlanField.Deadline, $"{columns.HeadingOf(PlanField.Deadline)}{Blank}");
        }

        if (columns.Has(PlanField.Units) && row.Units.Count == 0)
        {
            yield return (PlanField.Units, $"{columns.HeadingOf(PlanField.Units)}{Blank}");
        }
    }
}
