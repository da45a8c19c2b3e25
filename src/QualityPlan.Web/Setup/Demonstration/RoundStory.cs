using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>
/// A quarter that is over: filed, approved, compiled, signed. It takes the usual dates, or, when those are not over
/// yet, is done earlier: whatever day it is, all quarters before today are signed.
/// </summary>
internal sealed class RoundStory(QuarterCast cast, IReadOnlyList<UnitFiling> filings)
{
    private static readonly Dictionary<int, string> ReturnedOnce = new() { [1] = "參考組", [2] = "閱覽組", [3] = "輔導組" };
    private static readonly Dictionary<int, string> OnBehalf = new() { [2] = "會計室" };
    private static readonly Dictionary<int, string> NeverFiled = new() { [2] = "政風室" };
    private static readonly Dictionary<int, string> Late = new() { [1] = "總務組", [3] = "人事室" };

    private readonly QuarterlyRound _round = filings[0].Round;

    public void TellTo(Story story, DateTime nowUtc)
    {
        var windows = Windows.Of(_round.Dates, _round.Quarter, nowUtc);
        var compiling = new CompilingStory(cast, filings);
        for (var index = 0; index < filings.Count; index++)
        {
            TellFiling(story, new FilingStory(cast, filings[index]), windows, (double)index / filings.Count);
        }
        story.Tell(cast.Hours.At(windows.Compiling, 0.3), at => compiling.CompileAsync(at));
        story.Tell(cast.Hours.At(windows.Compiling, 0.9), at => compiling.SendUp(at));
        story.Tell(cast.Hours.At(windows.Signing, 0.4), at => compiling.SignAsDeputy(at));
        story.Tell(cast.Hours.At(windows.Signing, 0.9), at => compiling.SignAsConvenerAsync(at));
    }

    private void TellFiling(Story story, FilingStory filing, Windows windows, double place)
    {
        var name = filing.Filing.UnitName;
        if (NeverFiled.GetValueOrDefault(_round.Quarter.Number) == name)
        {
            return;
        }
        var isLate = windows.AreUsual && Late.GetValueOrDefault(_round.Quarter.Number) == name;
        var window = isLate ? windows.Approving.Part(0, 0.5) : windows.Filing;
        var written = cast.Hours.At(window, 0.2 + (0.6 * place));
        if (isLate)
        {
            story.Tell(cast.Hours.At(window, 0.1), _ => Story.Must(
                filing.Filing.AllowSupplement(TaipeiClock.DateAt(window.ToUtc), cast.People.Office)));
        }
        story.Tell(written, at => filing.WriteAsync(at));
        var submitted = cast.Hours.At(window, 0.3 + (0.65 * place));
        story.Tell(submitted, at => filing.Submit(at, OnBehalf.GetValueOrDefault(_round.Quarter.Number) == name));
        if (ReturnedOnce.GetValueOrDefault(_round.Quarter.Number) == name)
        {
            story.Tell(cast.Hours.At(windows.Approving, 0.1), filing.Return);
            story.Tell(cast.Hours.At(windows.Approving, 0.4), filing.Resubmit);
        }
        story.Tell(cast.Hours.At(windows.Approving, 0.6 + (0.3 * place)), filing.Approve);
    }
}

/// <summary>When the four steps of a quarter took place.</summary>
internal sealed record Windows(Span Filing, Span Approving, Span Compiling, Span Signing)
{
    /// <summary>Days before the quarter's end on which the first units begin to file.</summary>
    private const int Early = 12;

    /// <summary>Days after the plan office's closing by which both conveners have signed.</summary>
    private const int SigningDays = 7;

    public bool AreUsual { get; private init; }

    public static Windows Of(RoundDates dates, Quarter quarter, DateTime nowUtc)
    {
        var begin = TaipeiClock.StartOfDay(quarter.LastDay.AddDays(-Early));
        var reporters = TaipeiClock.EndOfDay(dates.ReportersCloseOn);
        var heads = TaipeiClock.EndOfDay(dates.HeadsCloseOn);
        var office = TaipeiClock.EndOfDay(dates.OfficeClosesOn);
        var signed = office.AddDays(SigningDays);
        if (signed < nowUtc)
        {
            return new Windows(new(begin, reporters), new(reporters, heads), new(heads, office), new(office, signed)) { AreUsual = true };
        }
        var all = new Span(begin, nowUtc);
        var filing = all.Part(0, 0.5);
        filing = filing with { ToUtc = filing.ToUtc < reporters ? filing.ToUtc : reporters };
        return new Windows(filing, new(filing.ToUtc, all.Part(0, 0.75).ToUtc), all.Part(0.75, 0.9), all.Part(0.9, 1));
    }
}
