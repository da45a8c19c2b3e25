using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery.Prose;
using QualityPlan.Web.Features.Imports.Recovery.Shapes;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Recovers a yearly plan from a neutral document: chapters, headings and one row for each 推動作法.</summary>
public static class PlanRecovery
{
    private const long MaximumWork = 20_000_000;

    public static readonly Refusal NoPlanTable = new("PLAN-NO-TABLE", "找不到計畫表格：需要有「推動作法」（或執行方法、具體作法）欄位的表格。");
    public static readonly Refusal TooComplex = new("FILE-DEPTH", "檔案結構過於複雜，已停止處理。");

    /// <summary>The plan with remarks on all that is doubtful, or why the document is none.</summary>
    public static RecoveryResult Recover(Document document) => Recover(document, HeadingHints.None);

    /// <summary>The same with what people said about headings.</summary>
    public static RecoveryResult Recover(Document document, HeadingHints hints)
    {
        if (document.Tables.Sum(Work) > MaximumWork)
        {
            return TooComplex;
        }

        var grids = Grids(document, hints);
        var demand = HeaderDemand.Of(grids.Values, hints);
        var reader = new PlanTableReader(demand);
        var headers = grids.Select(pair => (pair.Key, Columns: demand.HeaderOf(pair.Value))).Where(pair => pair.Columns is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Columns!, ReferenceEqualityComparer.Instance as IEqualityComparer<Table>);
        var unitsAbove = UnitsAbove.Find(document, headers, grids);
        var deadlinesAbove = DeadlinesAbove.Find(document, headers, grids);
        var captions = TableCaptions.Find(document with { Blocks = [.. document.Blocks.Where(block => !deadlinesAbove.Blocks.Contains(block))] }, headers, grids, unitsAbove);
        captions.Blocks.UnionWith(unitsAbove.Blocks.Concat(deadlinesAbove.Blocks));
        var planTables = ReadTables(document, reader, grids, table => new LinesRead(captions.Of(table), unitsAbove.Of(table), deadlinesAbove.Of(table)));
        if (reader.FirstColumns is not { } columns)
        {
            return ProseRecovery.Recover(document) is { } prose ? prose : NoPlanTable;
        }

        FigureNumbers.Apply(reader.Rows);
        PrintedOrder.Apply(reader.Rows);
        var title = ChapterRecovery.Title(document, reader.TitleAbove, planTables);
        var keys = new HeadingNumbers();
        var units = UnitCells.Of(document, reader.Rows);
        var rows = reader.Rows.Select(row => row.Finish(units) with { Heads = keys.Of(row.Place) }).ToList();
        return new PlanReading(title, ChapterRecovery.Chapters(document, planTables, captions.Blocks, LinesOf(rows, reader.Rows)), rows)
        {
            Headings = columns.Headings,
            HeadingOf = HeadingOf(columns, rows),
            Remarks =
            [
                .. PlanRemarks.OfPlan(columns, reader.LooseLines), .. PlanRemarks.OfDeadlines(columns, reader.Rows), .. PlanRemarks.OfUnits(columns, reader.Rows), .. PlanRemarks.OfEmptyHeadings(reader.EmptyHeadings()),
                .. PlanRemarks.OfHiddenSheets(document.Tables.Where(table => !grids.ContainsKey(table))), .. PlanRemarks.OfHiddenColumns(reader.HiddenColumns),
                .. PlanRemarks.OfRows(columns, reader.Rows, rows),
            ],
        };
    }

    /// <summary>The headings of the columns; units and deadlines printed above the tables have none.</summary>
    private static Dictionary<PlanField, string> HeadingOf(PlanColumns columns, List<RowReading> rows)
    {
        var headings = Enum.GetValues<PlanField>().Where(columns.Has).ToDictionary(field => field, columns.HeadingOf);
        if (!columns.Has(PlanField.Units) && rows.Exists(row => row.Units.Count > 0))
        {
            headings[PlanField.Units] = "承辦單位";
        }

        if (!columns.Has(PlanField.Deadline) && rows.Exists(row => row.Deadline.Length > 0))
        {
            headings[PlanField.Deadline] = "完成期限";
        }

        return headings;
    }

    /// <summary>What was read as headings of the rows, or as units or a deadline of all of them: no lines of a chapter.</summary>
    private static HashSet<string> LinesOf(IEnumerable<RowReading> rows, IEnumerable<RowDraft> drafts) =>
        [.. rows.SelectMany(row => new[] { row.Area, row.SubArea, row.Item })
            .Concat(drafts.SelectMany(draft => new[] { draft.UnitsAbove?.Printed ?? "", draft.DeadlineAbove?.Printed ?? "" })).Where(text => text.Length > 0)];

    /// <summary>The tables to look at: those on hidden sheets only when no other holds a plan.</summary>
    private static Dictionary<Table, TableGrid> Grids(Document document, HeadingHints hints)
    {
        var grids = StraightGrids.Of(document, hints);
        var shown = grids.FindAll(pair => !pair.Table.IsHidden);
        var isShown = shown.Exists(pair => HeaderDemand.Least(hints).HeaderOf(pair.Grid) is not null)
            && !grids.Exists(pair => pair.Table.IsHidden && hints.For(pair.Grid) is not null);
        return (isShown ? shown : grids).ToDictionary(pair => pair.Table, pair => pair.Grid, ReferenceEqualityComparer.Instance as IEqualityComparer<Table>);
    }

    private static HashSet<Table> ReadTables(
        Document document, PlanTableReader reader, Dictionary<Table, TableGrid> grids, Func<Table, LinesRead> above)
    {
        var planTables = new HashSet<Table>(ReferenceEqualityComparer.Instance);
        var (goesOn, wasInside) = (false, false);
        foreach (var block in document.Blocks)
        {
            if (block is Table table)
            {
                goesOn &= table.IsInside == wasInside;
                wasInside = table.IsInside;
                goesOn = grids.TryGetValue(table, out var grid) && reader.Read(grid, goesOn && !grid.IsLaidOutAnew, above(table));
                if (goesOn)
                {
                    planTables.Add(table);
                }
            }
            else
            {
                goesOn &= StraightGrids.IsBetweenPages(block);
            }
        }

        return planTables;
    }

    /// <summary>What undoing the merges would cost in characters: a small file can merge a large text over millions of places.</summary>
    private static long Work(Table table) => table.Rows.SelectMany(row => row.Cells).Sum(cell =>
        Math.Min(cell.RowSpan, (long)table.Rows.Count) * Math.Min(cell.ColumnSpan, 200L) * (1 + cell.Paragraphs.Sum(text => 1L + text.Length)));
}
