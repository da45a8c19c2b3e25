using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>The quarter under way: some units have begun, some submitted, one has it back, some are approved.</summary>
internal sealed class CurrentQuarterStory(QuarterCast cast, IReadOnlyList<UnitFiling> filings)
{
    private const int DaysBack = 30;

    private enum Step { Draft, Submitted, Returned, Approved, MendedAndApproved }

    private static readonly Dictionary<string, (Step Step, double Share)> Reached = new()
    {
        ["閱覽組"] = (Step.Draft, 0.6),
        ["特藏組"] = (Step.Draft, 0.35),
        ["輔導組"] = (Step.Draft, 0.5),
        ["採訪組"] = (Step.Submitted, 1),
        ["國際標準書號中心"] = (Step.Submitted, 1),
        ["資訊組"] = (Step.Submitted, 1),
        ["參考組"] = (Step.Returned, 1),
        ["編目組"] = (Step.MendedAndApproved, 1),
        ["人事室"] = (Step.Approved, 1),
    };

    /// <summary>Tells nothing while the round has not opened yet.</summary>
    public void TellTo(Story story, DateTime nowUtc)
    {
        var opened = TaipeiClock.StartOfDay(filings[0].Round.OpensOn);
        var begin = nowUtc.AddDays(-DaysBack);
        var time = new Span(begin < opened ? opened : begin, nowUtc);
        if (time.FromUtc >= time.ToUtc)
        {
            return;
        }
        var place = 0.0;
        foreach (var (name, (step, share)) in Reached)
        {
            if (filings.FirstOrDefault(one => one.UnitName == name) is { } filing)
            {
                TellFiling(story, new FilingStory(cast, filing), step, new Telling(time.Part(place, 1), share));
                place += 0.04;
            }
        }
    }

    private void TellFiling(Story story, FilingStory filing, Step step, Telling telling)
    {
        DateTime At(double share) => cast.Hours.At(telling.Time, share);
        story.Tell(At(0.1), at => filing.WriteAsync(at, telling.Share));
        if (step == Step.Draft)
        {
            return;
        }
        story.Tell(At(0.3), at => filing.Submit(at));
        if (step is Step.Returned or Step.MendedAndApproved)
        {
            story.Tell(At(0.5), filing.Return);
        }
        if (step == Step.MendedAndApproved)
        {
            story.Tell(At(0.7), filing.Resubmit);
        }
        if (step is Step.Approved or Step.MendedAndApproved)
        {
            story.Tell(At(0.9), filing.Approve);
        }
    }

    private sealed record Telling(Span Time, double Share);
}
