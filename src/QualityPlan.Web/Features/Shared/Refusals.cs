using QualityPlan.Domain;

namespace QualityPlan.Web.Features.Shared;

/// <summary>Refusals that any form may meet; the same words everywhere.</summary>
public static class Refusals
{
    public const string StaleRule = "stale-version";

    public const string NoDraft = "這個計畫已核定，內容不能再修改；要變更請走變更申請。";

    /// <summary>Somebody saved in between: nothing was overwritten, what was typed stays in the form.</summary>
    public static readonly Verdict Stale = Verdict.No(
        StaleRule, "在您編輯期間，這份資料已由他人更新，系統沒有覆蓋。請核對目前內容後再送出一次。");
}
