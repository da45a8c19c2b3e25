using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace QualityPlan.Web.Features.Style;

/// <summary>Every piece of the look in every state, on one page; in Development only.</summary>
[AllowAnonymous]
public sealed class StyleController(IWebHostEnvironment environment) : Controller
{
    [HttpGet("/_style")]
    public IActionResult Index()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }
        ModelState.AddModelError(nameof(StyleForm.IssuedOn), "請輸入民國日期，例如115/3/31。");
        ModelState.AddModelError(nameof(StyleForm.Cause), "狀態為落後時，請填寫落後原因。");
        return View(new StyleForm());
    }
}
