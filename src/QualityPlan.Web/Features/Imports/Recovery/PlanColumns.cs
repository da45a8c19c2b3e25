using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Which column of a table holds which field, found by the words of its header row.</summary>
internal sealed class PlanColumns
{
    private readonly PlanField?[] _fields;
    private readonly string[] _texts;

    private PlanColumns(PlanField?[] fields, string[] texts)
    {
        _fields = fields;
        _texts = texts;
    }

    /// <summary>The heading of the tracked column when it is no 推動作法 but a stand-in, else empty.</summary>
    public string StandIn { get; private init; } = "";

    /// <summary>The row of the headings, from 0; -1 when a person chose the columns of a table without one.</summary>
    public int HeaderRow { get; private init; }

    /// <summary>The columns that the source does not show, read or not.</summary>
    public IReadOnlyList<HiddenColumn> Hidden { get; private init; } = [];

    public int Width => _fields.Length;

    public int Approach => Array.IndexOf(_fields, PlanField.Approach);

    /// <summary>The headings as printed; a merged heading once.</summary>
    public IReadOnlyList<string> Headings => _texts.Where(text => text.Length > 0)
        .Aggregate(new List<string>(), (list, text) => list.Count > 0 && list[^1] == text ? list : [.. list, text]);

    /// <summary>How many columns have a heading.</summary>
    public int Named => _texts.Count(text => text.Length > 0);

    public bool Has(PlanField field) => _fields.Contains(field);

    /// <summary>A doubt about this field can be mended in a column of the plan.</summary>
    public bool HasHeadingFor(PlanField field) => Has(field) || (field == PlanField.SubArea && Has(PlanField.Area));

    public string HeadingOf(PlanField field) => Has(field) ? _texts[Array.IndexOf(_fields, field)] : "";

    public string TextAt(int column) => column < _texts.Length ? _texts[column] : "";

    public PlanField? FieldAt(int column) => column < _fields.Length ? _fields[column] : null;

    /// <summary>The cells of a field in one row of the grid.</summary>
    public IEnumerable<Cell> Cells(IReadOnlyList<Cell?> row, PlanField field)
    {
        for (var column = 0; column < row.Count && column < _fields.Length; column++)
        {
            if (_fields[column] == field && row[column] is { } cell)
            {
                yield return cell;
            }
        }
    }

    /// <summary>The columns if this row is a header row: a tracked column and at least one more known heading.</summary>
    public static PlanColumns? Find(TableGrid grid, int row, bool mayStandIn, HeadingHints hints)
    {
        if (hints.For(grid) is { } chosen && row < chosen.HeaderRow)
        {
            return row == chosen.HeaderRow - 1 ? Of(chosen, grid) : null;
        }

        var texts = grid[row].Select(ShortText).ToArray();
        var fields = texts.Select(hints.Find).ToArray();
        if (!IsMostlyHeadings(grid[row], texts, fields, hints))
        {
            return null;
        }

        var hidden = HiddenColumn.LeaveOut(grid, fields, texts);
        var standIn = "";
        if (!fields.Contains(PlanField.Approach))
        {
            var column = mayStandIn ? HeadingRoles.StandIn(fields, texts) : -1;
            if (column < 0)
            {
                return null;
            }

            standIn = texts[column];
            fields[column] = PlanField.Approach;
        }

        HeadingRoles.Settle(grid[row], fields, texts);
        var known = fields.Where(field => field is not null).Distinct().Count() + texts.Count(hints.IsIgnored);
        return known < 2 ? null : new PlanColumns(fields, texts) { StandIn = standIn, HeaderRow = row, Hidden = hidden };
    }

    /// <summary>The columns as a person chose them; the headings are the words of the header row, if there is one.</summary>
    public static PlanColumns Of(ChosenColumns chosen, TableGrid grid)
    {
        var header = chosen.HeaderRow > 0 && chosen.HeaderRow <= grid.Height ? grid[chosen.HeaderRow - 1].Select(ShortText).ToArray() : [];
        return new PlanColumns(
            Enumerable.Range(0, grid.Width).Select(column => chosen.Fields.ElementAtOrDefault(column)).ToArray(),
            Enumerable.Range(0, grid.Width).Select(column => header.ElementAtOrDefault(column) ?? "").ToArray()) { HeaderRow = chosen.HeaderRow - 1 };
    }

    /// <summary>
    /// The second line of a heading of two rows (主辦 | 協辦 below 辦理單位): nothing but known headings. A text from edge to edge
    /// or with a number is a heading over measures, whatever its words.
    /// </summary>
    public static PlanColumns? FindLowerLine(TableGrid grid, int row, PlanColumns upper, HeadingHints hints)
    {
        if (grid.Beginning(row) is var cells && (cells is [{ ColumnSpan: > 1 }] || cells.Exists(cell => PrintedNumber.Split(ShortText(cell)).Number is not null)))
        {
            return null;
        }

        var texts = grid[row].Select(ShortText).ToArray();
        var fields = texts.Select(hints.Find).ToArray();
        var isHeading = texts.Any(text => text.Length > 0)
            && grid[row].Zip(fields).All(pair => pair.Second is not null || string.IsNullOrWhiteSpace(pair.First?.Text) || HeadingWords.IsOfOtherMatter(pair.First.Text));
        var hidden = HiddenColumn.LeaveOut(grid, fields, texts);
        return isHeading ? new PlanColumns(fields, texts) { Hidden = hidden }.Over(upper) : null;
    }

    /// <summary>A heading of two rows: what the lower row says, and where it says nothing the upper one.</summary>
    public PlanColumns Over(PlanColumns upper)
    {
        // A heading that reaches down from the upper row was settled there.
        var fields = _fields.Select((field, column) => _texts[column] == upper._texts[column] ? upper._fields[column] : HeadingWords.IsBeginning(_texts[column]) ? null : field ?? upper._fields[column]).ToArray();
        var texts = _texts.Select((text, column) => text.Length > 0 ? text : upper._texts[column]).ToArray();
        return new PlanColumns(fields, texts) { StandIn = StandIn.Length > 0 ? StandIn : upper.StandIn, Hidden = [.. upper.Hidden.Union(Hidden)] };
    }

    /// <summary>Words that end like headings stand in rows of the plan too; a header row holds hardly anything else.</summary>
    private static bool IsMostlyHeadings(IReadOnlyList<Cell?> row, string[] texts, PlanField?[] fields, HeadingHints hints)
    {
        var filled = row.Select((cell, column) => (cell, column)).Where(place => !string.IsNullOrWhiteSpace(place.cell?.Text))
            .DistinctBy(place => place.cell, ReferenceEqualityComparer.Instance).Select(place => place.column).ToList();
        var known = filled.Count(column => fields[column] is not null || HeadingWords.IsOfOtherMatter(texts[column]) || hints.IsIgnored(texts[column]));
        return known >= 2 && known * 2 > filled.Count;
    }

    /// <summary>The text of a cell short enough to be a heading, else empty.</summary>
    private static string ShortText(Cell? cell) =>
        cell is { Paragraphs.Count: <= 6 } && cell.Paragraphs.Sum(text => text.Length) < 40 ? Folding.Fold(cell.Text) : "";
}
