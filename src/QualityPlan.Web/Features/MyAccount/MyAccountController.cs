using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.MyAccount;

[Route("my-account")]
public sealed class MyAccountController(MyAccountQueries queries, MyAccountCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await queries.IndexAsync(HttpContext.Actor()));

    [HttpGet("password")]
    public async Task<IActionResult> Password() =>
        View(await queries.PasswordAsync(new PasswordForm(), HttpContext.Actor()));

    [HttpPost("password"), EnableRateLimiting(Throttles.SignIn)]
    public async Task<IActionResult> Password([Bind(Prefix = "Form")] PasswordForm form)
    {
        if (ModelState.IsValid)
        {
            var (verdict, ticket) = await commands.ChangePasswordAsync(form, HttpContext.Actor());
            if (ticket is not null)
            {
                await HttpContext.SignInAsync(SessionTicket.Scheme, ticket.ToPrincipal());
                TempData["Done"] = "密碼已變更。";
                return LocalRedirect("~/my-account");
            }
            ModelState.AddModelError("", verdict.Sentence);
        }
        return View(await queries.PasswordAsync(new PasswordForm(), HttpContext.Actor()));
    }
}
