using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Dashboard;

/// <summary>Which plan and quarter are asked for; the latest in force when not said.</summary>
public sealed record DashboardChoice(int? PlanId, int? Quarter);

/// <summary>儀表板; <see cref="Board"/> is null before the first approved plan.</summary>
public sealed record IndexPage(IReadOnlyList<PlanChoice> Plans, DashboardBoard? Board);

/// <summary>A plan that can be looked at.</summary>
public sealed record PlanChoice(int Id, RocYear Year, string Title);

/// <summary>One plan in one quarter.</summary>
public sealed record DashboardBoard(PlanChoice Plan, Quarter Quarter, LightCounts Counts)
{
    public required IReadOnlyList<Quarter> Quarters { get; init; }

    public bool IsSigned { get; init; }

    /// <summary>Filings submitted, of those that owe something this quarter.</summary>
    public int FiledUnits { get; init; }

    public int AskedUnits { get; init; }

    public required IReadOnlyList<HeatRow> Areas { get; init; }

    public required IReadOnlyList<HeatRow> Units { get; init; }

    public required IReadOnlyList<ExceptionRow> Exceptions { get; init; }

    /// <summary>The plan page with the rows behind a figure.</summary>
    public string Rows(string rest) => $"~/plans/{Plan.Id}?quarter={Quarter.Number}{rest}";
}

/// <summary>A line of a heat map: one cell a quarter, null for a quarter not yet shown.</summary>
public sealed record HeatRow(string Name, string Filter, IReadOnlyList<HeatCell?> Cells);

/// <summary>The worst light, and how many of the rows are behind or overdue.</summary>
public sealed record HeatCell(int QuarterNumber, Light Worst, int Exceptions, int Total)
{
    public string Text => Exceptions > 0 ? $"{Exceptions}/{Total}" : $"{Total}";
}

/// <summary>One unit's row that is behind or overdue; the words are empty where the reader may not see them.</summary>
public sealed record ExceptionRow(int MeasureId, string Approach, string UnitName, Light Light)
{
    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }
}

/// <summary>One heat map of the page.</summary>
public sealed record HeatMap(string Title, string First, int PlanId, IReadOnlyList<HeatRow> Rows);
