using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Reads the rows of a plan's tables, one table after the other, as one plan.</summary>
internal sealed class PlanTableReader
{
    private readonly PlanOutline _outline = new();
    private readonly MeasureReader _measures;

    public PlanTableReader() => _measures = new MeasureReader(_outline);

    public IReadOnlyList<RowDraft> Rows => _measures.Rows;

    /// <summary>The columns of the first plan table; null until one was found.</summary>
    public PlanColumns? FirstColumns { get; private set; }

    /// <summary>A line over the header row of a sheet that names the plan.</summary>
    public string TitleAbove { get; private set; } = "";

    /// <summary>Full-width lines inside the table that are no headings, with the row where they stood.</summary>
    public List<(SourcePlace Place, string Text)> LooseLines { get; } = [];

    private PlanColumns? Columns { get; set; }

    /// <summary>
    /// Reads a table; false when it is none of the plan. <paramref name="goesOn"/>: it follows a plan table
    /// directly, so that it needs no header row of its own.
    /// </summary>
    public bool Read(TableGrid grid, bool goesOn)
    {
        var hasHeader = Enumerable.Range(0, grid.Height).Any(row => PlanColumns.Find(grid, row) is not null);
        if (!hasHeader && !(goesOn && Columns?.Width == grid.Width))
        {
            return false;
        }

        Columns = hasHeader ? null : Columns;
        var headerRow = -2;
        var isFirst = true;
        for (var row = 0; row < grid.Height; row++)
        {
            if (ReadHeader(grid, row, headerRow == row - 1))
            {
                headerRow = row;
            }
            else if (Columns is null)
            {
                NoteTitle(grid, row);
            }
            else if (!ReadFullWidth(grid, row))
            {
                var group = new RowGroup(grid, Columns, row);
                isFirst &= !ReadGroup(group, isFirst && Rows.Count > 0);
                row = group.Last;
            }
        }

        return true;
    }

    private bool ReadHeader(TableGrid grid, int row, bool isBelowHeader)
    {
        var upper = isBelowHeader ? Columns : null;
        var found = PlanColumns.Find(grid, row);
        found = found is not null && upper is not null ? found.Over(upper) : found;
        found ??= upper is not null ? PlanColumns.FindLowerLine(grid, row, upper) : null;
        if (found is null)
        {
            return false;
        }

        FirstColumns = FirstColumns is null || ReferenceEquals(FirstColumns, upper) ? found : FirstColumns;
        Columns = found;
        return true;
    }

    private void NoteTitle(TableGrid grid, int row)
    {
        var texts = grid[row].OfType<Cell>().Where(cell => !string.IsNullOrWhiteSpace(cell.Text))
            .Distinct(ReferenceEqualityComparer.Instance).Cast<Cell>().ToList();
        if (TitleAbove.Length == 0 && texts is [var only] && only.Text.Contains("計畫", StringComparison.Ordinal) && only.Text.Length < 100)
        {
            TitleAbove = Folding.Glue(only.Paragraphs);
        }
    }

    private bool ReadFullWidth(TableGrid grid, int row)
    {
        if (grid.FullWidthText(row) is not { } text || grid.IsMergedWithRowAbove(row, 0))
        {
            return false;
        }

        var line = HeadingCell.Tidy(text);
        switch (PrintedNumber.Split(line).Number)
        {
            case { Style: NumberStyle.Chinese }:
                EnterHeadings(HeadingCell.Read([line], mayContinue: false), _outline.Area);
                break;
            case { Style: NumberStyle.ChineseBracketed }:
                _outline.EnterSubArea(line);
                break;
            case { Style: NumberStyle.Dotted, Depth: 1 }:
                _outline.EnterItem(line);
                break;
            default:
                LooseLines.AddRange(line.Length > 0 ? [(grid.Place with { Row = grid.Table.Rows[row].SourceNumber }, line)] : []);
                break;
        }

        return true;
    }

    /// <summary>Reads headings and measures of a group; false when all its cells are empty.</summary>
    private bool ReadGroup(RowGroup group, bool isAfterPageBreak)
    {
        var heading = _outline.SubArea.Text.Length > 0 ? _outline.SubArea : _outline.Area;
        var areas = HeadingCell.Read(group.NewLines(PlanField.Area), isAfterPageBreak && heading.Number is not null);
        EnterHeadings(areas, heading);
        if (Folding.Glue(group.NewLines(PlanField.SubArea)) is { Length: > 0 } subArea)
        {
            _outline.EnterSubArea(HeadingCell.Tidy(subArea));
        }

        EnterItems(group, isAfterPageBreak);
        return _measures.Read(group, isAfterPageBreak);
    }

    private void EnterHeadings(HeadingCell cell, OutlineHeading torn)
    {
        if (cell.Rest.Length > 0)
        {
            PlanOutline.Continue(torn, cell.Rest);
        }

        if (cell.Area.Length > 0)
        {
            _outline.EnterArea(cell.Area);
        }

        if (cell.SubAreas.Count > 0)
        {
            _outline.EnterSubAreas(cell.SubAreas);
        }
    }

    private void EnterItems(RowGroup group, bool isAfterPageBreak)
    {
        foreach (var text in HeadingCell.Items(group.NewLines(PlanField.Item)))
        {
            var isRest = isAfterPageBreak && _outline.Item?.Number is not null && PrintedNumber.Split(text).Number is null
                && Folding.Lines(group.Cells(PlanField.Area)).IsBlank() && !MeasureReader.StartsList(group);
            if (isRest)
            {
                PlanOutline.Continue(_outline.Item!, text);
            }
            else
            {
                _outline.EnterItem(text);
            }
        }
    }
}
