using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Reads the rows of a plan's tables, one table after the other, as one plan.</summary>
internal sealed class PlanTableReader
{
    private readonly PlanOutline _outline = new();
    private readonly MeasureReader _measures;
    private readonly HeaderDemand _demand;
    private readonly List<(SourcePlace Place, OutlineHeading Item)> _lonelyItems = [];
    private bool _hasNumberedBands;
    private bool _isOther;
    private string _lineAbove = "";

    public PlanTableReader(HeaderDemand demand)
    {
        _measures = new MeasureReader(_outline);
        _demand = demand;
    }

    public IReadOnlyList<RowDraft> Rows => _measures.Rows;

    /// <summary>The columns of the first plan table; null until one was found.</summary>
    public PlanColumns? FirstColumns { get; private set; }

    /// <summary>A line over the header row of a sheet that names the plan.</summary>
    public string TitleAbove { get; private set; } = "";

    /// <summary>Lines inside the table that are neither headings nor measures, with the row where they stood.</summary>
    public List<(SourcePlace Place, string Text)> LooseLines { get; } = [];

    /// <summary>Columns of the plan's tables that the source does not show.</summary>
    public List<(SourcePlace Place, HiddenColumn Column)> HiddenColumns { get; } = [];

    private PlanColumns? Columns { get; set; }

    /// <summary>Items printed in a row of their own under which no measure follows.</summary>
    public IEnumerable<(SourcePlace Place, string Text)> EmptyHeadings()
    {
        var used = Rows.Select(row => row.Item).OfType<OutlineHeading>().ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return _lonelyItems.Where(lonely => !used.Contains(lonely.Item)).Select(lonely => (lonely.Place, lonely.Item.Text));
    }

    /// <summary>
    /// Reads a table; false when it is none of the plan. <paramref name="goesOn"/>: it follows a plan table
    /// directly, so that it needs no header row of its own. <paramref name="above"/>: what is printed above it.
    /// </summary>
    public bool Read(TableGrid grid, bool goesOn, LinesRead above)
    {
        var hasHeader = _demand.HeaderOf(grid) is not null;
        var isRest = goesOn && Columns?.Width == grid.Width && !OtherTable.Begins(grid, _demand.Hints);
        if (!hasHeader && !isRest)
        {
            return false;
        }

        var chosen = _demand.Headless(grid);
        Columns = hasHeader ? chosen : Columns;
        FirstColumns ??= chosen;
        (_hasNumberedBands, _isOther) = (false, false);
        _measures.UnitsAbove = hasHeader ? above.Units : _measures.UnitsAbove;
        _measures.DeadlineAbove = hasHeader ? above.Deadline : _measures.DeadlineAbove;
        foreach (var caption in above.Captions)
        {
            EnterCaption(caption);
        }

        ReadRows(grid, goesOn);
        return true;
    }

    private void ReadRows(TableGrid grid, bool goesOn)
    {
        var headerRow = -2;
        var isFirst = goesOn;
        for (var row = 0; row < grid.Height; row++)
        {
            if (ReadHeader(grid, row, headerRow == row - 1))
            {
                headerRow = row;
            }
            else if (Columns is null || _demand.EndsAt(grid, row) || _demand.IsOtherCaption(grid, row, Columns))
            {
                _isOther |= Columns is not null;
                Columns = null;
                NoteTitle(grid, row);
            }
            else if (!TakesLabels(grid, row, Columns) && !ReadOtherRow(grid, row, Columns))
            {
                var group = new RowGroup(grid, Columns, row);
                isFirst &= !ReadGroup(group, isFirst);
                row = group.Last;
            }
        }
    }

    /// <summary>A row between the measures that names the units or the deadline of those below it.</summary>
    private bool TakesLabels(TableGrid grid, int row, PlanColumns columns)
    {
        var units = columns.Has(PlanField.Units) ? null : UnitNote.Of(grid, [row], []);
        var deadline = columns.Has(PlanField.Deadline) ? null : DeadlineNote.Of(grid, [row], []);
        _measures.UnitsAbove = units ?? _measures.UnitsAbove;
        _measures.DeadlineAbove = deadline ?? _measures.DeadlineAbove;
        return units is not null || deadline is not null;
    }

    private bool ReadHeader(TableGrid grid, int row, bool isBelowHeader)
    {
        var upper = isBelowHeader ? Columns : null;
        var found = _isOther && !OtherTable.IsSurelyOfPlan(grid[row], _demand.Hints) ? null : _demand.HeaderAt(grid, row);
        found = found is not null && upper is not null ? found.Over(upper) : found;
        found ??= upper is not null ? PlanColumns.FindLowerLine(grid, row, upper, _demand.Hints) : null;
        if (found?.Has(PlanField.Approach) != true)
        {
            return false;
        }

        FirstColumns = FirstColumns is null || ReferenceEquals(FirstColumns, upper) ? found : FirstColumns;
        Columns = found;
        HiddenColumns.AddRange(found.Hidden.Select(column => (grid.Place, column)));
        _isOther = false;
        return true;
    }

    private void NoteTitle(TableGrid grid, int row)
    {
        if (TitleAbove.Length == 0 && Rows.Count == 0 && grid.Beginning(row) is [var only])
        {
            var text = Folding.Glue(only.Paragraphs);
            TitleAbove = PlanTitle.IsOne(text) ? PlanTitle.WithAgency(text, _lineAbove) : "";
            _lineAbove = text;
        }
    }

    /// <summary>Reads a row that is a heading from edge to edge, or stands below the measures.</summary>
    private bool ReadOtherRow(TableGrid grid, int row, PlanColumns columns)
    {
        var foot = OtherRow.Foot(grid, row);
        if ((foot ?? OtherRow.Band(grid, row, columns)) is not { } line)
        {
            return false;
        }

        if (foot is not null || !EnterBand(line, columns))
        {
            LooseLines.Add((grid.Place with { Row = grid.Table.Rows[row].SourceNumber }, line));
        }

        return true;
    }

    private bool EnterBand(string line, PlanColumns columns)
    {
        var number = PrintedNumber.Split(line).Number;
        var isArea = number?.Rank <= PrintedNumber.LowestAreaRank || OtherRow.IsNamedArea(line);
        _hasNumberedBands |= isArea;
        if (isArea)
        {
            EnterHeadings(HeadingCell.Read([line], mayContinue: false), _outline.Area);
        }
        else if (number?.Style == NumberStyle.ChineseBracketed)
        {
            _outline.EnterSubArea(line);
        }
        else if (number is { Style: NumberStyle.Dotted, Depth: 1 })
        {
            _outline.EnterItem(line);
        }
        else if (!_hasNumberedBands && !columns.Has(PlanField.Area) && number is null && line.Length is > 1 and < 30 && line[^1] is not ('。' or '：' or ':'))
        {
            _outline.EnterArea(line);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void EnterCaption(TableCaption caption)
    {
        switch (caption.Level)
        {
            case PlanField.Area: _outline.EnterArea(caption.Text); break;
            case PlanField.SubArea: _outline.EnterSubArea(caption.Text); break;
            default: _outline.EnterItem(caption.Text); break;
        }
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
        var isRead = _measures.Read(group, isAfterPageBreak);
        if (!isRead && _outline.Item is { Text.Length: > 0 } item && !group.NewLines(PlanField.Item).IsBlank())
        {
            _lonelyItems.Add((group.Place, item));
        }

        return isRead;
    }

    private void EnterHeadings(HeadingCell cell, OutlineHeading torn)
    {
        if (cell.Rest.Length > 0)
        {
            GoOn(torn, cell.Rest);
        }

        // Under 壹、 a 一、 of its own is the second level.
        var isSecond = PrintedNumber.Split(cell.Area).Number?.Rank is { } rank && rank < PrintedNumber.NoRank && _outline.Area.Number?.Rank < rank;
        if (isSecond)
        {
            _outline.EnterSubArea(cell.Area);
        }
        else if (cell.Area.Length > 0)
        {
            _outline.EnterArea(cell.Area);
        }

        if (cell.SubAreas.Count > 0 && !isSecond)
        {
            _outline.EnterSubAreas(cell.SubAreas);
        }
    }

    /// <summary>The rest of a heading that a page tore; or that heading again, or the next of its list (B、 after A、).</summary>
    private void GoOn(OutlineHeading torn, string rest)
    {
        var isNext = PrintedNumber.Split(rest).Number is { } number && torn.Number?.IsSameListAs(number) == true;
        if (isNext && ReferenceEquals(torn, _outline.Area))
        {
            _outline.EnterArea(rest);
        }
        else if (isNext)
        {
            _outline.EnterSubArea(rest);
        }
        else if (rest != torn.Text && rest != _outline.Area.Text)
        {
            PlanOutline.Continue(torn, rest);
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
