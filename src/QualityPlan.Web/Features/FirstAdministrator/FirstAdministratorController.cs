using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.FirstAdministrator;

[Route("first-administrator"), EnableRateLimiting(Throttles.SignIn)]
public sealed class FirstAdministratorController(FirstAdministratorCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? token) =>
        await commands.OpensAsync(token ?? "")
            ? View(new FirstAdministratorPage(new FirstAdministratorForm { Token = token! }, commands.PasswordHint))
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Index([Bind(Prefix = "Form")] FirstAdministratorForm form)
    {
        if (!await commands.OpensAsync(form.Token))
        {
            return NotFound();
        }
        if (ModelState.IsValid)
        {
            var verdict = await commands.CreateAsync(form);
            if (verdict.IsAllowed)
            {
                return LocalRedirect("~" + PermissionGate.SignInPath);
            }
            ModelState.AddModelError("", verdict.Sentence);
        }
        return View(new FirstAdministratorPage(form, commands.PasswordHint));
    }
}
