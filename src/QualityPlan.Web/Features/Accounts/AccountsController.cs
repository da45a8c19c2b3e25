using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Accounts;

/// <summary>帳號.</summary>
[Route("accounts")]
public sealed class AccountsController(AccountsQueries queries, AccountsCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? words, int page = 1) => View(await queries.IndexAsync(words, page));

    [HttpGet("new")]
    public async Task<IActionResult> New() => View(await queries.NewAsync(new NewAccountForm()));

    [HttpPost("new")]
    public async Task<IActionResult> New([Bind(Prefix = "Form")] NewAccountForm form)
    {
        if (ModelState.IsValid)
        {
            var (verdict, password) = await commands.CreateAsync(form, HttpContext.Actor());
            if (password is not null)
            {
                return View("FirstPassword", password);
            }
            ModelState.AddModelError("", verdict.Sentence);
        }
        return View(await queries.NewAsync(form));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id) => await queries.EditAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("{id:int}")]
    public Task<IActionResult> Edit(int id, [Bind(Prefix = "Form")] AccountForm form) =>
        AnswerAsync(id, form, () => commands.ChangeAsync(id, form, HttpContext.Actor()), "帳號已儲存。");

    [HttpPost("{id:int}/disable")]
    public Task<IActionResult> Disable(int id, int version) =>
        AnswerAsync(id, null, () => commands.DisableAsync(id, version, HttpContext.Actor()), "帳號已停用，登入中的畫面立即失效。");

    [HttpPost("{id:int}/enable")]
    public Task<IActionResult> Enable(int id, int version) =>
        AnswerAsync(id, null, () => commands.EnableAsync(id, version, HttpContext.Actor()), "帳號已啟用。");

    [HttpPost("{id:int}/unlock")]
    public Task<IActionResult> Unlock(int id, int version) =>
        AnswerAsync(id, null, () => commands.UnlockAsync(id, version, HttpContext.Actor()), "帳號已解除鎖定。");

    [HttpPost("{id:int}/reset-password")]
    public async Task<IActionResult> ResetPassword(int id, int version)
    {
        var (verdict, password) = await commands.ResetPasswordAsync(id, version, HttpContext.Actor());
        return password is not null ? View("FirstPassword", password) : this.Refuse(verdict) ?? NotFound();
    }

    private async Task<IActionResult> AnswerAsync(int id, AccountForm? form, Func<Task<Verdict>> act, string done)
    {
        if (ModelState.IsValid)
        {
            var verdict = await act();
            if (verdict.IsAllowed)
            {
                TempData["Done"] = done;
                return LocalRedirect($"~/accounts/{id}");
            }
            if (this.Refuse(verdict) is { } page)
            {
                return page;
            }
        }
        return await queries.EditAsync(id, form) is { } again ? View("Edit", again) : NotFound();
    }
}
