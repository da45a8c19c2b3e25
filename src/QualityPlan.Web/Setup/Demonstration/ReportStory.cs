using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>One unit's row with what is told of it.</summary>
internal sealed record StoryRow(Measure Measure, Assignment Assignment, RowStory Story);

/// <summary>Writes what a unit reports of a row in a quarter, so that lights, texts and marks fit each other.</summary>
internal sealed class ReportStory(int seed = 0)
{
    private readonly HashSet<(int Assignment, int Checkpoint)> _done = [];

    /// <summary>Writes the row; false when the unit has nothing to say of it this quarter.</summary>
    public bool Write(UnitFiling filing, StoryRow row, DateTime atUtc)
    {
        var quarter = filing.Round.Quarter;
        var dice = new Random(unchecked((seed * 7919) + (quarter.Year.Value * 100_003) + (row.Measure.Position * 1000) + (row.Assignment.UnitId * 10) + quarter.Number));
        if (row.Story.SlipIn(quarter.Number) is { } slip && row.Assignment.GroupName is null)
        {
            filing.ReportFor(row.Assignment.Id, row.Measure.Id).Write(Late(row, slip, quarter, dice), atUtc);
            return true;
        }
        var due = Due(row, quarter);
        if (due.Count == 0 && (IsOver(row) || dice.Next(4) == 0))
        {
            return false;
        }
        var report = filing.ReportFor(row.Assignment.Id, row.Measure.Id);
        foreach (var checkpoint in due)
        {
            report.Mark(checkpoint.Id, isDone: true, Count(checkpoint, dice));
            _done.Add((row.Assignment.Id, checkpoint.Id));
        }
        report.Write(Usual(row, quarter, dice), atUtc);
        return true;
    }

    private List<Checkpoint> Due(StoryRow row, Quarter quarter) =>
        [.. row.Measure.Checkpoints.Where(one => one.DueOn <= quarter.LastDay && !_done.Contains((row.Assignment.Id, one.Id)))];

    private bool IsOver(StoryRow row) => row.Measure.Checkpoints.All(one => _done.Contains((row.Assignment.Id, one.Id)));

    /// <summary>Mostly as often as expected, now and then once less.</summary>
    private static int? Count(Checkpoint checkpoint, Random dice) =>
        checkpoint.ExpectedCount is { } expected ? expected - (expected > 3 && dice.Next(3) == 0 ? 1 : 0) : null;

    private static ReportText Late(StoryRow row, Slip slip, Quarter quarter, Random dice) =>
        new(ReportState.InProgress, RowStory.Fill(slip.Text, row.Assignment.UnitName, quarter.Number, dice))
        {
            ActualPercent = Math.Min(95, slip.Percent + ((quarter.Number - slip.From) * 6)),
            Cause = slip.Cause,
            Countermeasure = slip.Countermeasure,
            ExpectedDoneOn = new Quarter(quarter.Year, Math.Min(4, slip.Until)).LastDay,
        };

    private ReportText Usual(StoryRow row, Quarter quarter, Random dice)
    {
        var text = RowStory.Fill(row.Story.Text, row.Assignment.UnitName, quarter.Number, dice);
        var isOver = IsOver(row);
        var isDated = row.Measure.DeadlineKind == DeadlineKind.Dated;
        var tellsNext = !isOver && row.Story.Next.Length > 0 && dice.Next(3) > 0;
        return new ReportText(
            !isDated ? ReportState.Continuing : isOver ? ReportState.Completed : ReportState.InProgress,
            tellsNext ? text + row.Story.Next : text)
        {
            ActualPercent = isDated ? Percent(row.Measure, quarter, isOver, dice) : null,
            NoEvidenceReason = isDated && isOver && row.Story.Evidence.Length == 0 ? "成果已列於執行情形並可於網站查閱，無另附檔案。" : "",
        };
    }

    /// <summary>Never under the planned percent, and full only when all is done.</summary>
    private static int Percent(Measure measure, Quarter quarter, bool isOver, Random dice)
    {
        if (isOver)
        {
            return 100;
        }
        var last = Quarter.Of(measure.Checkpoints.Max(one => one.DueOn)).Number;
        var planned = measure.Checkpoints.Count(one => one.DueOn <= quarter.LastDay) * 100 / measure.Checkpoints.Count;
        return Math.Clamp((quarter.Number * 100 / last) - dice.Next(8), planned, Math.Max(planned, 98));
    }
}
