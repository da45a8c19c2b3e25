using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Units;

/// <summary>單位與群組.</summary>
[Route("units")]
public sealed class UnitsController(UnitsQueries queries, UnitsCommands units, UnitGroupsCommands groups) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await queries.IndexAsync());

    [HttpGet("new")]
    public async Task<IActionResult> New() => View("Edit", await queries.NewAsync(new UnitForm { IsActive = true }));

    [HttpPost("new")]
    public async Task<IActionResult> New([Bind(Prefix = "Form")] UnitForm form) =>
        await SaveAsync(() => units.CreateAsync(form, HttpContext.Actor()), "單位已新增。")
        ?? View("Edit", await queries.NewAsync(form));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id) => await queries.EditAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Edit(int id, [Bind(Prefix = "Form")] UnitForm form) =>
        await SaveAsync(() => units.ChangeAsync(id, form, HttpContext.Actor()), "單位已儲存。")
        ?? (await queries.EditAsync(id, form) is { } page ? View(page) : NotFound());

    [HttpGet("groups/new")]
    public async Task<IActionResult> NewGroup() => View("Group", await queries.NewGroupAsync(new UnitGroupForm()));

    [HttpPost("groups/new")]
    public async Task<IActionResult> NewGroup([Bind(Prefix = "Form")] UnitGroupForm form) =>
        await SaveAsync(() => groups.CreateAsync(form, HttpContext.Actor()), "群組已新增。")
        ?? View("Group", await queries.NewGroupAsync(form));

    [HttpGet("groups/{id:int}")]
    public async Task<IActionResult> Group(int id) => await queries.GroupAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("groups/{id:int}")]
    public async Task<IActionResult> Group(int id, [Bind(Prefix = "Form")] UnitGroupForm form) =>
        await SaveAsync(() => groups.ChangeAsync(id, form, HttpContext.Actor()), "群組已儲存。")
        ?? (await queries.GroupAsync(id, form) is { } page ? View(page) : NotFound());

    /// <summary>Null when the form is to be shown again.</summary>
    private async Task<IActionResult?> SaveAsync(Func<Task<Verdict>> save, string done)
    {
        if (!ModelState.IsValid)
        {
            return null;
        }
        var verdict = await save();
        if (!verdict.IsAllowed)
        {
            return this.Refuse(verdict);
        }
        TempData["Done"] = done;
        return LocalRedirect("~/units");
    }
}
