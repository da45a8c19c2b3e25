using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>What a row of a table with ticked columns is.</summary>
internal enum TickRow { Other, Header, Measures }

/// <summary>The header of a table with ticked columns: its rows (from 0) and which columns are ticked.</summary>
internal sealed partial record TickHeader(int First, int Last, int Approach, IReadOnlyList<TickColumn> Columns)
{
    private const int MostTries = 3;
    private const int RowsLookedAt = 40;
    private const int LongestHeader = 3;
    private const int LongestName = 16;
    private const int FewestBareMonths = 4;

    /// <summary>The header, or null when no column of the table is a tick column.</summary>
    public static TickHeader? Find(TableGrid grid, HeadingHints hints)
    {
        foreach (var header in Candidates(grid, hints))
        {
            var columns = header.TickColumns(grid, hints);
            if (columns.Count > 0)
            {
                return header with { Columns = columns };
            }
        }

        return null;
    }

    /// <summary>The same header over a table that goes on with this one: all its rows hold measures.</summary>
    public TickHeader OverRest(TableGrid rest)
    {
        var header = this with { First = 0, Last = -1 };
        return header with { Rows = header.Kinds(rest) };
    }

    /// <summary>In such a rest the columns of units hold nothing but marks, and some column is ticked.</summary>
    public bool IsTickedIn(TableGrid rest)
    {
        var rows = Enumerable.Range(0, rest.Height).Where(row => Rows[row] == TickRow.Measures).ToList();
        return Columns.Where(tick => tick.Time is null).All(tick => IsTicked(rest, tick.Column, rows))
            && Columns.Any(tick => rows.Exists(row => !MarkLegend.IsNothing(rest.TextAt(row, tick.Column))));
    }

    /// <summary>Columns of months and quarters under a header that may be one, ticked or not.</summary>
    public static IEnumerable<TickHeader> OfTimes(TableGrid grid, HeadingHints hints)
    {
        foreach (var header in Candidates(grid, hints))
        {
            var columns = Enumerable.Range(0, grid.Width).Select(column => header.Named(grid, column)).ToList();
            var times = header.Times(columns);
            var found = columns.Where(column => column.Column != header.Approach && times[column.Column] is not null).Select(column => column with { Time = times[column.Column] }).ToList();
            yield return header with { Columns = [.. Runs(found).Where(run => run.Count > 1).SelectMany(run => run)] };
        }
    }

    private static IEnumerable<TickHeader> Candidates(TableGrid grid, HeadingHints hints)
    {
        var tries = 0;
        for (var row = 0; row < Math.Min(grid.Height - 1, RowsLookedAt) && tries < MostTries; row++)
        {
            var fields = grid[row].Select(cell => hints.Find(NameOf(cell))).ToArray();
            var approach = Array.IndexOf(fields, PlanField.Approach) is var found and >= 0 ? found : Array.LastIndexOf(fields, PlanField.Item);
            if (approach >= 0)
            {
                var last = LastRow(grid, row, approach);
                tries++;
                var header = new TickHeader(row, last, approach, []);
                yield return header with { Rows = header.Kinds(grid) };
            }
        }
    }

    /// <summary>What each row of the table is.</summary>
    public IReadOnlyList<TickRow> Rows { get; private init; } = [];

    /// <summary>Below the caption of another table (經費概算) no row is one of measures until the header is printed again.</summary>
    private List<TickRow> Kinds(TableGrid grid)
    {
        var isOther = false;
        var kinds = new List<TickRow>();
        for (var row = 0; row < grid.Height; row++)
        {
            var kind = KindOf(grid, row);
            isOther = kind != TickRow.Header && (isOther || (row > Last && OtherTable.IsCaption(grid, row, Approach)));
            kinds.Add(isOther ? TickRow.Other : kind);
        }

        return kinds;
    }

    /// <summary>A header row may be printed again on a later page; a band over most of the table and a foot are neither.</summary>
    private TickRow KindOf(TableGrid grid, int row) => row >= First && row <= Last ? TickRow.Header
        : row < First || grid[row][Approach]?.ColumnSpan * 2 > grid.Width || OtherRow.Foot(grid, row) is not null ? TickRow.Other
        : Enumerable.Range(First, Last - First + 1).Any(header => SameTexts(grid, header, row)) ? TickRow.Header : TickRow.Measures;

    /// <summary>Merged with the row above, or a second line of nothing but names under a blank or merged heading.</summary>
    private static int LastRow(TableGrid grid, int row, int approach)
    {
        var last = row;
        while (last + 1 < grid.Height && last + 1 < row + LongestHeader
            && (grid.IsMergedWithRowAbove(last + 1, approach) || IsLineOfNames(grid, last + 1, approach)))
        {
            last++;
        }

        return last;
    }

    private static bool IsLineOfNames(TableGrid grid, int row, int approach) => string.IsNullOrWhiteSpace(grid.TextAt(row, approach))
        && grid.Beginning(row) is { Count: > 1 } names && names.TrueForAll(cell => NameOf(cell).Length > 0 && MarkLegend.MarkIn(cell.Text) is null or '1' or '2');

    private List<TickColumn> TickColumns(TableGrid grid, HeadingHints hints)
    {
        var columns = Enumerable.Range(0, grid.Width).Select(column => Named(grid, column)).ToList();
        var times = Times(columns);
        var rows = Enumerable.Range(0, grid.Height).Where(row => Rows[row] == TickRow.Measures).ToList();
        var found = new List<TickColumn>();
        foreach (var column in columns.Where(column => column.Name.Length > 0 && column.Column != Approach))
        {
            if (times[column.Column] is { } time)
            {
                found.Add(column with { Time = time });
            }
            else if (IsTicked(grid, column.Column, rows))
            {
                found.Add(column);
            }
        }

        return OfUnitsAndTimes(found, grid, rows, hints);
    }

    /// <summary>Runs of at least two: months and quarters with a mark, units with a tick under 承辦單位 or with names of units.</summary>
    private static List<TickColumn> OfUnitsAndTimes(List<TickColumn> found, TableGrid grid, List<int> rows, HeadingHints hints)
    {
        var kept = new List<TickColumn>();
        foreach (var run in Runs(found))
        {
            var isFilled = run.Exists(tick => rows.Exists(row => !MarkLegend.IsNothing(grid.TextAt(row, tick.Column))));
            var areUnits = hints.Find(run[0].Over) is PlanField.Units or PlanField.SupportingUnits || run.Count(tick => UnitName().IsMatch(tick.Name)) * 2 >= run.Count;
            if (run.Count > 1 && isFilled && (run[0].Time is not null || areUnits))
            {
                kept.AddRange(run);
            }
        }

        return kept;
    }

    public static IEnumerable<List<TickColumn>> Runs(IReadOnlyList<TickColumn> columns)
    {
        var run = new List<TickColumn>();
        foreach (var column in columns)
        {
            if (run.Count > 0 && !column.IsOneWith(run[^1]))
            {
                yield return run;
                run = [];
            }

            run.Add(column);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private TickColumn Named(TableGrid grid, int column)
    {
        var name = NameOf(grid[Last][column]);
        var over = Enumerable.Range(First, Last - First).Select(row => NameOf(grid[row][column])).FirstOrDefault(text => text.Length > 0 && text != name) ?? "";
        var all = string.Concat(Enumerable.Range(First, Last - First).Select(row => NameOf(grid[row][column])).Where(text => text != name).Distinct());
        return new TickColumn(column, name, over, null) { AllOver = all };
    }

    /// <summary>Bare figures are months only where several follow each other.</summary>
    private TickTime?[] Times(List<TickColumn> columns)
    {
        var times = columns.Select(column => TickTime.Of(column.Name, column.AllOver, isOfMonths: false)).ToArray();
        var bare = columns.Select(column => TickTime.Of(column.Name, column.AllOver, isOfMonths: true)).ToArray();
        for (var start = 0; start < bare.Length; start++)
        {
            var end = start;
            while (end + 1 < bare.Length && bare[end] is { } month && bare[end + 1]?.IsNextAfter(month) == true)
            {
                end++;
            }

            if (end - start + 1 >= FewestBareMonths && First < Last)
            {
                Array.Copy(bare, start, times, start, end - start + 1);
            }

            start = end;
        }

        return times;
    }

    private static bool IsTicked(TableGrid grid, int column, List<int> rows) => rows.Count > 0
        && rows.TrueForAll(row => grid.TextAt(row, column) is var text && (MarkLegend.IsNothing(text) || MarkLegend.MarkIn(text) is not null));

    private static bool SameTexts(TableGrid grid, int header, int row) => grid[header].Zip(grid[row]).All(pair =>
        ReferenceEquals(pair.First, pair.Second) || NameOf(pair.First) == NameOf(pair.Second)) && !string.IsNullOrWhiteSpace(string.Concat(grid[row].Select(cell => cell?.Text)));

    private static string NameOf(Cell? cell) => cell is { Paragraphs.Count: <= 4 } && cell.Paragraphs.Sum(text => text.Length) <= LongestName + 8
        ? Folding.WithoutBlanks(cell.Text) : "";

    [GeneratedRegex("[組室科課處股館局會隊所部院站系廳]$|中心$|小組$|單位$|人員$|人事|主計|會計|政風|研考|總務|秘書|資訊|輔導|教務|學務")]
    private static partial Regex UnitName();
}
