using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Todo;

/// <summary>What the plan office has to do in each round under way: chase and compile.</summary>
internal static class OfficeDuties
{
    private const int MostNames = 6;

    public static IEnumerable<Duty> Of(IEnumerable<OpenFiling> filings, OwedRows owed) => filings
        .Select(one => one.Filing)
        .GroupBy(filing => filing.RoundId)
        .SelectMany(round => OfRound(round.ToList(), owed));

    private static IEnumerable<Duty> OfRound(List<UnitFiling> filings, OwedRows owed)
    {
        var round = filings[0].Round;
        var approved = filings.Where(filing => filing.State == FilingState.Approved).ToList();
        if (approved.Count > 0)
        {
            yield return new Duty(
                $"彙整{round.Quarter}", $"{approved.Count}個單位已核可，等候彙整：{Names(approved)}。", round.OfficeClosesOn, $"/Compiling/{round.Id}")
            {
                Act = "彙整",
                Kind = "compile",
            };
        }
        var missing = filings.Where(filing => IsMissing(filing, owed)).ToList();
        if (missing.Count > 0)
        {
            yield return new Duty(
                $"催填{round.Quarter}", $"{missing.Count}個單位應填而尚未送審：{Names(missing)}。", round.ReportersCloseOn, $"/Compiling/{round.Id}")
            {
                Act = "查看",
                Kind = "chase",
            };
        }
    }

    private static bool IsMissing(UnitFiling filing, OwedRows owed) =>
        filing.State == FilingState.Returned || (!filing.State.IsFiled() && owed.CountOf(filing) > 0);

    private static string Names(List<UnitFiling> filings) =>
        string.Join('、', filings.Take(MostNames).Select(filing => filing.UnitName)) + (filings.Count > MostNames ? "等" : "");
}
