namespace QualityPlan.Domain.Progress;

/// <summary>
/// 最近一次送審: what counts of a report while its filing is 退回補正. Its boxes are a draft again, and a draft moves no
/// light and no figure; what was taken back (抽回) or never submitted counts as not filed.
/// </summary>
/// <param name="Words">The version that was submitted last.</param>
/// <param name="Done">The checkpoints that count as done.</param>
public sealed record LastSubmission(ReportVersion Words, IReadOnlyList<int> Done)
{
    /// <summary>
    /// The version keeps how many checkpoints were done, not which. As long as as many are ticked these are they; what
    /// was ticked or unticked since is read in the order of the days due: ticks come off the latest, or go back on the earliest.
    /// </summary>
    public static IReadOnlyList<int> DoneOf(int count, IEnumerable<MarkedCheckpoint> marks)
    {
        var inOrder = marks.OrderBy(one => one.DueOn).ThenBy(one => one.Id).ToList();
        return [.. inOrder.Where(one => one.IsDone).Concat(inOrder.Where(one => !one.IsDone)).Take(count).Select(one => one.Id)];
    }

    /// <summary>The fact of the same row as it was submitted.</summary>
    public ReportFact ToFact(ReportFact now) => now with
    {
        State = Words.State,
        ActualPercent = Words.ActualPercent,
        DoneCheckpoints = Done,
        Cause = Words.Cause,
        Countermeasure = Words.Countermeasure,
        ExpectedDoneOn = Words.ExpectedDoneOn,
    };
}

/// <summary>A checkpoint as its box stands now; due on that day, inclusive.</summary>
public readonly record struct MarkedCheckpoint(int Id, DateOnly DueOn, bool IsDone);
