using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.SignIn;

[Route("sign-in")]
public sealed class SignInController(SignInQueries queries, SignInCommands commands) : Controller
{
    public const string Refusal = "帳號或密碼不正確，或帳號已暫時鎖定。請確認後再試，或洽系統管理者。";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? returnUrl, bool timedOut)
    {
        if (HttpContext.ActorOrNull() is not null)
        {
            return LocalRedirect("~/");
        }
        var page = await queries.IndexAsync(new SignInForm { ReturnUrl = returnUrl });
        return View(page with { TimedOut = timedOut });
    }

    [HttpPost(""), EnableRateLimiting(Throttles.SignIn)]
    public async Task<IActionResult> Index([Bind(Prefix = "Form")] SignInForm form)
    {
        if (ModelState.IsValid)
        {
            if (await commands.SignInAsync(form) is { } ticket)
            {
                return await EnterAsync(ticket, form.ReturnUrl);
            }
            ModelState.AddModelError("", Refusal);
        }
        form.Password = "";
        return View(await queries.IndexAsync(form));
    }

    [HttpPost("demonstration")]
    public async Task<IActionResult> Demonstration(int accountId, string? returnUrl) =>
        await commands.SignInDemonstrationAsync(accountId) is { } ticket ? await EnterAsync(ticket, returnUrl) : NotFound();

    [HttpPost("/sign-out")]
    public async Task<IActionResult> Leave()
    {
        await commands.SignOutAsync(HttpContext.Actor(), SessionTicket.From(User)!);
        await HttpContext.SignOutAsync(SessionTicket.Scheme);
        return LocalRedirect("~" + PermissionGate.SignInPath);
    }

    private async Task<IActionResult> EnterAsync(SessionTicket ticket, string? returnUrl)
    {
        await HttpContext.SignInAsync(SessionTicket.Scheme, ticket.ToPrincipal());
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
    }
}
