using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair;

namespace QualityPlan.Web.Features.Imports;

/// <summary>The repair screen: the doubts on this page with their answers, and the plan as it would become.</summary>
public sealed record PreviewPage(int Id, string FileName, RepairForm Form)
{
    /// <summary>Doubts to a page.</summary>
    public const int PageSize = 50;

    /// <summary>Beside <see cref="RepairForm.Answers"/>, one for one.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>How many doubts there are in this view: the open ones, or all.</summary>
    public int Total { get; init; }

    public int OpenCount { get; init; }

    public int AllCount { get; init; }

    /// <summary>Open doubts that no acceptance settles.</summary>
    public int MustMendCount { get; init; }

    public IReadOnlyList<UnitName> Units { get; init; } = [];

    public IReadOnlyList<ChapterReading> Chapters { get; init; } = [];

    public PreviewTable Table { get; init; } = PreviewTable.Empty;

    /// <summary>A plan that was made of the very same file.</summary>
    public ExistingPlan? SameFile { get; init; }

    public bool IsReady => OpenCount == 0;

    /// <summary>No column is known yet; they are to be chosen first.</summary>
    public bool IsUnread { get; init; }

    /// <summary>The step that can be taken back, and the one that can be taken again.</summary>
    public string? UndoLabel { get; init; }

    public string? RedoLabel { get; init; }

    /// <summary>The file's tables are kept beside the draft.</summary>
    public bool HasSource { get; init; }

    /// <summary>The file has a table whose columns can be chosen; a plan written as text has none.</summary>
    public bool HasColumns { get; init; }

    /// <summary>The tables of the file beside the rows shown.</summary>
    public IReadOnlyList<SourceTable> Source { get; init; } = [];

    /// <summary>The rows that the doubts on this page are about, by number.</summary>
    public IReadOnlyDictionary<int, DoubtfulRow> Rows { get; init; } = new Dictionary<int, DoubtfulRow>();

    public DoubtfulRow? RowAt(int number) => Rows.GetValueOrDefault(number);

    public string HeadingOf(PlanField field) => field switch
    {
        PlanField.Area or PlanField.SubArea => Table.Headings.Area,
        PlanField.Item => Table.Headings.Item,
        PlanField.No => "編號",
        PlanField.Approach => Table.Headings.Approach,
        _ => "協辦單位",
    };

    /// <summary>The id of a doubt on this page.</summary>
    public static string AnchorOf(int index) => $"doubt-{index + 1}";

    /// <summary>What one agrees to by accepting the doubt.</summary>
    public static string AcceptanceOf(CellDoubt doubt) => doubt switch
    {
        { Row: 0, Key: PlanHead.TitleKey or PlanHead.YearKey } => "確認無誤",
        { Row: 0 } => "已知悉，照此匯入",
        { Field: PlanField.Deadline or PlanField.Units, Value: "" } => "先空著，核定前再補",
        { Field: PlanField.Deadline } => "照原文接受",
        _ => "確認無誤，照此匯入",
    };

    /// <summary>The cells of the file where an unknown name stands, as far as its rows are shown.</summary>
    public string CellsOf(UnitDoubt doubt) => string.Join(' ', Table.Rows
        .Where(line => doubt.RowIds.Contains(line.Row.MeasureId))
        .Select(line => line.CellsOf(PlanField.Units, PlanField.SupportingUnits)).Where(cells => cells.Length > 0));

    /// <summary>「第 3、5、8 列」, the first ten.</summary>
    public static string RowsOf(UnitDoubt doubt) =>
        $"第 {string.Join('、', doubt.Rows.Take(10))}{(doubt.Rows.Count > 10 ? "… " : " ")}列，共 {doubt.Rows.Count} 列";
}

/// <summary>Enough of a row to know which one it is, and where it stood in the file.</summary>
public sealed record DoubtfulRow(string Item, string No, string Approach, string Place)
{
    public int Id { get; init; }

    public IReadOnlyList<SourceCell> Cells { get; init; } = [];

    /// <summary>The cell of the file in question, or of the row when the field stands nowhere.</summary>
    public string CellsOf(PlanField field) => string.Join(' ', Cells
        .Where(cell => cell.Field == field || Cells.All(other => other.Field != field)).Select(SourceDesk.IdOf).Distinct());
}

public sealed record ExistingPlan(int Id, string Title, PlanState State);

/// <summary>A part of the table with merged cells, as the plan page will show it.</summary>
public sealed record PreviewTable(PlanHeadings Headings, IReadOnlyList<PreviewRow> Rows)
{
    /// <summary>Rows to a part: a plan of the usual size is shown whole.</summary>
    public const int PartSize = 200;

    public static readonly PreviewTable Empty = new(PlanHeadings.Usual, []);

    public int Part { get; init; } = 1;

    public int Total { get; init; }

    public int Parts => Math.Max(1, (Total + PartSize - 1) / PartSize);
}

/// <summary>A row with its number in the file's order, and the doubts about it on the page of doubts shown.</summary>
public sealed record PreviewRow(OutlineRow Row, OutlineSpan Span)
{
    /// <summary>What the deadline is read as, in one line.</summary>
    public required string Deadline { get; init; }

    /// <summary>Fields with an open doubt, with the page and place where it is asked.</summary>
    public required IReadOnlyDictionary<PlanField, string> Doubts { get; init; }

    public IReadOnlyList<string> Leads { get; init; } = [];

    public IReadOnlyList<string> Supports { get; init; } = [];

    /// <summary>The first row of the file that it was read from, for people; null when the file's table is not kept.</summary>
    public SourceLink? Source { get; init; }

    public IReadOnlyList<SourceCell> Cells { get; init; } = [];

    /// <summary>The headings that begin with this row, from the outermost inwards.</summary>
    public IReadOnlyList<TreeHead> Heads { get; init; } = [];

    /// <summary>The ids of the source cells a field was read from, parted by blanks.</summary>
    public string CellsOf(params PlanField[] fields) =>
        string.Join(' ', Cells.Where(cell => fields.Contains(cell.Field)).Select(SourceDesk.IdOf).Distinct());
}

/// <summary>A heading of the tree; lost ones have no text.</summary>
public sealed record TreeHead(PlanField Field, string Text);

/// <summary>Where a row stood: its number as people read it in the file, and the cell to jump to.</summary>
public sealed record SourceLink(int Row, string Anchor);
