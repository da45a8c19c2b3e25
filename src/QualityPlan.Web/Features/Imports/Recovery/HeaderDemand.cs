namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// What a table of this document must have to be one of the plan. Where one table has a column of measures, none gets by
/// with a stand-in; where one has units, a table with neither units nor deadlines (an assessment, a list of indicators) is none.
/// What a person chose goes before both.
/// </summary>
internal sealed record HeaderDemand(HeadingHints Hints)
{
    public bool MayStandIn { get; private init; }

    public bool NeedsUnits { get; private init; }

    /// <summary>Takes any table that could be a plan's.</summary>
    public static HeaderDemand Least(HeadingHints hints) => new(hints) { MayStandIn = true };

    public static HeaderDemand Of(IEnumerable<TableGrid> grids, HeadingHints hints)
    {
        var plain = grids.Select(new HeaderDemand(hints).HeaderOf).Where(columns => columns is not null).ToList();
        return new HeaderDemand(hints) { MayStandIn = plain.Count == 0, NeedsUnits = plain.Exists(columns => columns!.Has(PlanField.Units)) };
    }

    /// <summary>The columns by the first header row of a table or by a person's choice, or null when it is none of the plan.</summary>
    public PlanColumns? HeaderOf(TableGrid grid)
    {
        var found = Headless(grid)
            ?? Enumerable.Range(0, grid.Height).Select(row => PlanColumns.Find(grid, row, MayStandIn, Hints)).FirstOrDefault(columns => columns is not null);
        var isEnough = !NeedsUnits || found is null || Hints.For(grid) is not null
            || found.Has(PlanField.Units) || found.Has(PlanField.SupportingUnits) || found.Has(PlanField.Deadline);
        return isEnough ? found : null;
    }

    /// <summary>The columns a person chose in a table that has no header row.</summary>
    public PlanColumns? Headless(TableGrid grid) =>
        Hints.For(grid) is { HeaderRow: 0 } chosen ? PlanColumns.Of(chosen, grid) : null;
}
