using QualityPlan.Domain.Calendar;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>
/// The pages of a library, each with something on it; not the signed report, as generated quarters are locked without the
/// books that a signature keeps.
/// </summary>
internal static class Pages
{
    public static IEnumerable<(string Name, string Path)> Of(Library library)
    {
        yield return ("我的待辦", "/");
        yield return ("儀表板", "/dashboard");
        yield return ("計畫", "/plans");
        yield return ("計畫表", library.Plan);
        yield return ("推動作法的歷程", $"{library.Plan}/row/{library.MeasureId}");
        yield return ("全文檢索", "/plans?q=%E8%AE%80%E8%80%85");
        yield return ("填報輪次", "/rounds");
        yield return ("本季填報", library.FillIn);
        yield return ("單位審核", "/reviews");
        yield return ("彙整", $"/compiling/{library.RoundId}");
        yield return ("彙整表", $"/compiling/{library.RoundId}/table");
        yield return ("陳核", $"/compiling/{library.RoundId}/send-up");
        yield return ("核閱", "/signing");
        yield return ("報表中心", "/exports");
        yield return ("預覽彙整表", $"/exports/preview?book=quarter&planId={library.PlanId}&quarter={Quarter.Of(BenchClock.Day).Number}");
        yield return ("匯入", "/imports");
        yield return ("單位", "/units");
        yield return ("帳號", "/accounts");
        yield return ("我的帳號", "/my-account");
    }
}
