namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// What a table of this document must have to be one of the plan. Where one table has a column of measures, none gets by
/// with a stand-in; where one is no other table that plans have (組織分工, 經費), those are none of it; where one has units,
/// a table with neither units nor deadlines (an assessment, a list of indicators) is none.
/// What a person chose goes before all.
/// </summary>
internal sealed record HeaderDemand(HeadingHints Hints)
{
    public bool MayStandIn { get; private init; }

    public bool MayBeOther { get; private init; }

    public bool NeedsUnits { get; private init; }

    /// <summary>Takes any table that could be a plan's.</summary>
    public static HeaderDemand Least(HeadingHints hints) => new(hints) { MayStandIn = true, MayBeOther = true };

    /// <summary>The strictest demand that a table of the document meets.</summary>
    public static HeaderDemand Of(IReadOnlyCollection<TableGrid> grids, HeadingHints hints)
    {
        foreach (var (mayBeOther, mayStandIn) in new[] { (false, false), (false, true), (true, false) })
        {
            var demand = new HeaderDemand(hints) { MayBeOther = mayBeOther, MayStandIn = mayStandIn };
            var headers = grids.Select(demand.HeaderOf).Where(columns => columns is not null).ToList();
            if (headers.Count > 0)
            {
                return demand with { NeedsUnits = !mayStandIn && headers.Exists(columns => columns!.Has(PlanField.Units)) };
            }
        }

        return Least(hints);
    }

    /// <summary>The columns by the first header row of a table or by a person's choice, or null when it is none of the plan.</summary>
    public PlanColumns? HeaderOf(TableGrid grid)
    {
        var found = Headless(grid) ?? Enumerable.Range(0, grid.Height).Select(row => HeaderAt(grid, row)).FirstOrDefault(columns => columns is not null);
        var isEnough = !NeedsUnits || found is null || Hints.For(grid) is not null
            || found.Has(PlanField.Units) || found.Has(PlanField.SupportingUnits) || found.Has(PlanField.Deadline);
        return isEnough ? found : null;
    }

    /// <summary>The columns if this row is a header row of the plan.</summary>
    public PlanColumns? HeaderAt(TableGrid grid, int row) =>
        PlanColumns.Find(grid, row, MayStandIn, Hints) is { } columns && !IsOther(grid, row) ? columns : null;

    /// <summary>The row heads another table, in the same sheet above or below the plan.</summary>
    public bool IsOther(TableGrid grid, int row) => !MayBeOther && Hints.For(grid) is null && OtherTable.IsHeader(grid[row], Hints);

    /// <summary>The plan ends here, above the headings of another table in the same sheet.</summary>
    public bool EndsAt(TableGrid grid, int row) => IsOther(grid, row) || (!MayStandIn && Hints.For(grid) is null && OtherTable.BeginsAt(grid, row, Hints));

    /// <summary>The name of another table stands here, alone in its row, below the measures.</summary>
    public bool IsOtherCaption(TableGrid grid, int row, PlanColumns columns) => Hints.For(grid) is null && OtherTable.IsCaption(grid, row, columns.Approach);

    /// <summary>The columns a person chose in a table that has no header row.</summary>
    public PlanColumns? Headless(TableGrid grid) =>
        Hints.For(grid) is { HeaderRow: 0 } chosen ? PlanColumns.Of(chosen, grid) : null;
}
