using QualityPlan.Domain.Calendar;

namespace QualityPlan.Domain.Plans;

/// <summary>查核點: one due point of a measure; due at the end of its day, Taipei time.</summary>
public sealed class Checkpoint
{
    internal Checkpoint(int sequence, DateOnly dueOn, int? expectedCount)
    {
        Sequence = sequence;
        DueOn = dueOn;
        OriginalDueOn = dueOn;
        ExpectedCount = expectedCount;
    }

    private Checkpoint() { }

    public int Id { get; private set; }

    public int MeasureId { get; private set; }

    /// <summary>1-based, by date.</summary>
    public int Sequence { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The date before any extension; never overwritten.</summary>
    public DateOnly OriginalDueOn { get; private set; }

    /// <summary>How often a recurring duty is expected in the quarter; null when not counted.</summary>
    public int? ExpectedCount { get; private set; }

    public Quarter Quarter => Quarter.Of(DueOn);
}
