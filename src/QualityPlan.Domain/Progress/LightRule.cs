using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;

namespace QualityPlan.Domain.Progress;

/// <summary>Computes the 燈號 of one unit's row in one quarter from checkpoints, the filed report and the round.</summary>
public static class LightRule
{
    /// <summary>Percent points by which the actual may stay under the planned before a row is 落後 (setting).</summary>
    public const int UsualThreshold = 10;

    public static Light Of(Standing standing)
    {
        if (standing.Kind == DeadlineKind.DoneAtStart)
        {
            return Light.Completed;
        }
        var quarter = standing.Quarter;

        // A recurring duty missed once was behind in its own quarter; it must not stay red for the rest of the year.
        if (standing.Kind == DeadlineKind.Dated && standing.Checkpoints.Any(one => one.DueOn < quarter.FirstDay && !one.IsDone))
        {
            return Light.Overdue;
        }
        return standing.Report is { } report ? OfReport(standing, report) : WithoutReport(standing);
    }

    /// <summary>The planned percent at the quarter's end: the share of checkpoints due by then; null without checkpoints.</summary>
    public static int? PlannedPercent(IReadOnlyCollection<CheckpointStanding> checkpoints, Quarter quarter) =>
        checkpoints.Count == 0
            ? null
            : checkpoints.Count(one => one.DueOn <= quarter.LastDay) * 100 / checkpoints.Count;

    private static Light OfReport(Standing standing, FiledReport report)
    {
        var isDueUndone = standing.Checkpoints.Any(one => standing.Quarter.Contains(one.DueOn) && !one.IsDone);
        if (isDueUndone || report.State == ReportState.NotAchieved || IsBehindPlan(standing, report))
        {
            return Light.Behind;
        }
        return report.State switch
        {
            ReportState.Completed => standing.Checkpoints.All(one => one.IsDone) ? Light.Completed : Light.OnTrack,
            ReportState.Continuing => Light.Continuing,
            ReportState.NotStarted => Light.NotDue,
            _ => Light.OnTrack,
        };
    }

    private static Light WithoutReport(Standing standing)
    {
        if (standing.Checkpoints.Count > 0 && standing.Checkpoints.All(one => one.IsDone))
        {
            return Light.Completed;
        }
        var isOwed = standing.Checkpoints.Any(one => standing.Quarter.Contains(one.DueOn) && !one.IsDone);
        return isOwed && standing.IsWindowClosed ? Light.NotReported : Light.NotDue;
    }

    private static bool IsBehindPlan(Standing standing, FiledReport report) =>
        report.ActualPercent is { } actual
        && PlannedPercent(standing.Checkpoints, standing.Quarter) is { } planned
        && planned - actual > standing.Threshold;
}

/// <summary>What a light is computed from.</summary>
/// <param name="Checkpoints">All checkpoints of the row, done when a report filed up to this quarter says so.</param>
/// <param name="Report">The report filed in this quarter (已送審 or later, or returned); null when nothing is filed.</param>
/// <param name="IsWindowClosed">Whether reporters can no longer file in this round.</param>
public sealed record Standing(
    DeadlineKind Kind,
    Quarter Quarter,
    IReadOnlyCollection<CheckpointStanding> Checkpoints,
    FiledReport? Report)
{
    public bool IsWindowClosed { get; init; }

    public int Threshold { get; init; } = LightRule.UsualThreshold;
}

/// <summary>A checkpoint as it stands in a quarter.</summary>
public readonly record struct CheckpointStanding(DateOnly DueOn, bool IsDone);

/// <summary>The part of a filed report that decides its light; percent 0-100.</summary>
public sealed record FiledReport(ReportState State, int? ActualPercent);
