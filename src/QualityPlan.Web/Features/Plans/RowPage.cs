using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Plans;

/// <summary>One row with everything reported of it so far, as far as the reader may see it.</summary>
public sealed record RowPage(PlanLabel Plan, RowText Row)
{
    public IReadOnlyList<RowCheckpointLine> Checkpoints { get; init; } = [];

    public IReadOnlyList<RowQuarter> Quarters { get; init; } = [];
}

public sealed record PlanLabel(int Id, RocYear Year, string Title, DateOnly? IssuedOn);

/// <summary>The row as printed.</summary>
public sealed record RowText(int Id, string Area, string? SubArea, string Item, MeasureText Text)
{
    public IReadOnlyList<string> Leads { get; init; } = [];

    public IReadOnlyList<string> Supports { get; init; } = [];
}

public sealed record RowCheckpointLine(DateOnly DueOn, DateOnly OriginalDueOn, int? ExpectedCount)
{
    public bool IsDueBeforeIssue { get; init; }
}

/// <summary>One quarter of the row: its light, the compiled words once signed, and what each unit reported.</summary>
public sealed record RowQuarter(Quarter Quarter, RoundPhase Phase, Light Light)
{
    public string? Wording { get; init; }

    public IReadOnlyList<UnitLine> Units { get; init; } = [];
}

/// <summary>What one unit reported; no words when they are not the reader's to see yet.</summary>
public sealed record UnitLine(string Unit, AssignmentRole Role, Light Light)
{
    public FilingState? Filing { get; init; }

    public ReportWords? Words { get; init; }

    /// <summary>Earlier submissions, the oldest first.</summary>
    public IReadOnlyList<ReportWords> Earlier { get; init; } = [];
}

/// <summary>The words of one submission, or of what a unit is writing at this moment.</summary>
public sealed record ReportWords(ReportState State, string Narrative)
{
    public int? ActualPercent { get; init; }

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }

    public int DoneCheckpoints { get; init; }

    public int EvidenceCount { get; init; }

    /// <summary>Submission number; 0 for words not yet submitted.</summary>
    public int Submission { get; init; }

    public string? ByName { get; init; }

    public DateTime? AtUtc { get; init; }
}
