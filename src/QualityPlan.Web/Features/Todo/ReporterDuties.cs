using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Todo;

/// <summary>What a unit's reporter owes: filings to hand in and to mend.</summary>
internal static class ReporterDuties
{
    public static IEnumerable<Duty> Of(IEnumerable<OpenFiling> filings, OwedRows owed, DateOnly today) => filings
        .Select(one => one.Filing.State switch
        {
            FilingState.Returned => ToMend(one),
            FilingState.Empty or FilingState.Draft => ToFile(one, owed.CountOf(one.Filing), today),
            _ => null,
        })
        .OfType<Duty>();

    private static Duty ToMend(OpenFiling one) => new(
        $"補正{one.Filing.Round.Quarter}填報",
        $"主管或研發小組退回，{one.OpenDefects}項缺失待補正。",
        one.MendBy ?? one.Filing.Round.HeadsCloseOn,
        $"/Progress/{one.Filing.RoundId}")
    {
        Act = "補正",
        Kind = "mend",
    };

    /// <summary>A unit that owes nothing and wrote nothing is left in peace.</summary>
    private static Duty? ToFile(OpenFiling one, int owed, DateOnly today)
    {
        var (filing, closesOn) = (one.Filing, one.Filing.SupplementUntil ?? one.Filing.Round.ReportersCloseOn);
        if (owed == 0 && one.Written == 0)
        {
            return null;
        }
        var detail = owed > 0 ? $"{owed}列應填，已寫{one.Written}列。" : $"本季無應辦查核點；已寫{one.Written}列，尚未送審。";
        var isOver = today > closesOn;
        return new Duty($"填報{filing.Round.Quarter}", isOver ? $"{detail}已截止，請洽研發小組開放補填。" : detail, closesOn, $"/Progress/{filing.RoundId}")
        {
            Act = isOver ? "檢視" : "填報",
            Kind = "file",
        };
    }
}
