using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain.People;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Style;

/// <summary>Every piece of the look in every state, on one page; in Development only.</summary>
public sealed class StyleController(IWebHostEnvironment environment, PageFrames frames) : Controller
{
    [HttpGet("/_style")]
    public async Task<IActionResult> Index()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }
        ViewData["Frame"] = await frames.ReadAsync(HttpContext) with
        {
            Actor = new Actor(0, "陳怡君", Enum.GetValues<Role>().ToHashSet(), null),
            UnitName = "閱覽組",
            Period = "115年第3季",
            ClosesOn = new DateOnly(2026, 10, 10),
        };
        ModelState.AddModelError(nameof(StyleForm.IssuedOn), "請輸入民國日期，例如115/3/31。");
        ModelState.AddModelError(nameof(StyleForm.Cause), "狀態為落後時，請填寫落後原因。");
        return View(new StyleForm());
    }
}
