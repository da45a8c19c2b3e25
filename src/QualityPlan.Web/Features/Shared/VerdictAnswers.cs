using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;

namespace QualityPlan.Web.Features.Shared;

/// <summary>The two refusals every room has, and the page each refusal gets.</summary>
public static class VerdictAnswers
{
    /// <summary>No such row, or not this person's: the two are not told apart.</summary>
    public static readonly Verdict Unknown = Verdict.No("unknown", "找不到這筆資料。");

    /// <summary>Somebody changed the row after the page was opened.</summary>
    public static readonly Verdict Stale = Verdict.No("stale", "資料已被他人更新。");

    /// <summary>Whether the row is still as the form showed it; no version means no row.</summary>
    public static Verdict OfShown(int? version, int shown) => version is null ? Unknown : version == shown ? Verdict.Yes : Stale;

    /// <summary>404, 409, or null: then the sentence is on the form, which is shown again.</summary>
    public static IActionResult? Refuse(this Controller controller, Verdict verdict, string field = "")
    {
        switch (verdict.Rule)
        {
            case "unknown":
                return controller.NotFound();
            case "stale":
                return controller.StatusCode(StatusCodes.Status409Conflict);
            default:
                controller.ModelState.AddModelError(field, verdict.Sentence);
                return null;
        }
    }
}
