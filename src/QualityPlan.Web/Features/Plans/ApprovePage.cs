using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>What 核定 asks for, and what still stands in its way.</summary>
public sealed record ApprovePage(PlanLabel Plan, ApproveForm Form)
{
    public int RowCount { get; init; }

    public int UnitCount { get; init; }

    /// <summary>Rows that wait for a decision; while there are any, nothing can be approved.</summary>
    public IReadOnlyList<OpenRow> Open { get; init; } = [];

    /// <summary>Checkpoints that fall into each quarter.</summary>
    public IReadOnlyList<(Quarter Quarter, int Checkpoints, int Rows)> PerQuarter { get; init; } = [];

    /// <summary>Rows with a checkpoint before the day of issue: accepted, and flagged 核定前已屆期.</summary>
    public IReadOnlyList<OpenRow> DueBeforeIssue { get; init; } = [];

    public bool MayApprove => Open.Count == 0 && RowCount > 0;
}

public sealed record OpenRow(int MeasureId, string Number, string Item, string Approach, string Deadline)
{
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public static OpenRow Of(OutlineRow row, IReadOnlyList<string> reasons) =>
        new(row.MeasureId, row.Text.Number, row.Place.Item.Text, row.Text.Approach, row.Text.Deadline) { Reasons = reasons };

    /// <summary>The row with the days that lie before the day of issue, null when none does.</summary>
    public static OpenRow? DueBefore(DateOnly issuedOn, OutlineRow row, PlanTable table)
    {
        var early = table.CheckpointsOf(row.MeasureId).Where(one => one.DueOn < issuedOn).Select(one => RocDate.Short(one.DueOn)).ToList();
        return early.Count == 0 ? null : Of(row, early);
    }
}

/// <summary>結案: what is still under way.</summary>
public sealed record ClosePage(PlanLabel Plan, int Version, IReadOnlyList<Quarter> OpenQuarters);
