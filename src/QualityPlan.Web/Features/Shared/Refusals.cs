using Microsoft.AspNetCore.Mvc.ModelBinding;
using QualityPlan.Domain;

namespace QualityPlan.Web.Features.Shared;

/// <summary>Refusals that any form may meet, and how they are answered.</summary>
public static class Refusals
{
    public const string StaleRule = "stale-version";

    public const string NoDraft = "這個計畫已核定，內容不能再修改；要變更請走變更申請。";

    /// <summary>Somebody saved in between: nothing was overwritten, what was typed stays in the form.</summary>
    public static readonly Verdict Stale = ChangedMeanwhile(
        "在您編輯期間，這份資料已由他人更新，系統沒有覆蓋。請核對目前內容後再送出一次。");

    /// <summary>A box cannot be read or is too long; the boxes themselves say which.</summary>
    public static readonly Verdict Faulty = Verdict.No("faulty-form", "");

    private static readonly HashSet<string> Lacks =
        ["faulty-form", "round-order", "return-without-reason", "return-without-defect", "missing-not-confirmed", "supplement-past",
        "memo-incomplete", "memo-placeholder"];

    /// <summary>As <see cref="Stale"/>, in words that name the thing.</summary>
    public static Verdict ChangedMeanwhile(string sentence) => Verdict.No(StaleRule, sentence);

    public static bool IsChangedMeanwhile(this Verdict verdict) => verdict.Rule is StaleRule or "report-changed";

    /// <summary>Changed meanwhile 409, something lacking 422, everything else 403.</summary>
    public static int StatusOf(Verdict verdict) =>
        verdict.IsAllowed ? StatusCodes.Status200OK
        : verdict.IsChangedMeanwhile() ? StatusCodes.Status409Conflict
        : Lacks.Contains(verdict.Rule) ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status403Forbidden;

    /// <summary>Puts the sentence into the summary above the form, as the fault of a box if one is named.</summary>
    public static void Tell(ModelStateDictionary form, Verdict verdict, string box = "")
    {
        if (verdict.Sentence.Length > 0)
        {
            form.AddModelError(box, verdict.Sentence);
        }
    }
}
