using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace QualityPlan.Web.Security;

/// <summary>
/// Stands before every endpoint: no line in permissions.txt, no entry. Looks the account up at each request,
/// so that whoever is disabled or moved is out at once, on every instance.
/// </summary>
public sealed class PermissionGate(
    RequestDelegate next, PermissionFile file, TimeProvider clock, IOptions<SecurityOptions> options)
{
    public const string SignInPath = "/sign-in";
    public const string ChangePasswordPath = "/my-account/password";

    private const string SessionEnded = "登入已逾時，文字已保留在這台電腦；請在另一分頁登入後再按暫存";

    public async Task InvokeAsync(HttpContext context, IAccountBook accounts)
    {
        var endpoint = context.GetEndpoint();
        var name = endpoint is null ? null : EndpointNames.Of(endpoint, context.Request.Method);
        if (name is null || context.IsErrorPage())
        {
            await PassAsync(context, accounts);
            return;
        }
        var lines = file.For(name).ToList();
        var visitor = await FindVisitorAsync(context, accounts);
        if (visitor is null && lines.All(line => line.Who != Audience.Anonymous))
        {
            await AskToSignInAsync(context);
            return;
        }
        await EnterAsync(context, visitor, lines, () => RefuseAsync(context, accounts, visitor!, name));
    }

    /// <summary>Static files and error pages are for all; the page of an unknown address still shows who is signed in.</summary>
    private async Task PassAsync(HttpContext context, IAccountBook accounts)
    {
        if (context.IsNotFoundPage() && context.ActorOrNull() is null && await FindVisitorAsync(context, accounts) is { } visitor)
        {
            context.SetCurrent(new CurrentActor(visitor, Scope.Self));
        }
        await next(context);
    }

    private async Task EnterAsync(
        HttpContext context, Visitor? visitor, List<Permission> lines, Func<Task> refuse)
    {
        if (visitor is not null)
        {
            var admitting = lines.Where(line => line.Admits(visitor.Actor)).ToList();
            context.SetCurrent(new CurrentActor(visitor, Widest(admitting)));
            if (admitting.Count == 0)
            {
                await refuse();
                return;
            }
            if (visitor.MustChangePassword && !admitting.Exists(line => line.WorksBeforePasswordChange))
            {
                context.Response.Redirect(context.Request.PathBase + ChangePasswordPath);
                return;
            }
        }
        await next(context);
    }

    private async Task<Visitor?> FindVisitorAsync(HttpContext context, IAccountBook accounts)
    {
        if (SessionTicket.From(context.User) is not { } ticket)
        {
            return null;
        }
        var age = clock.GetUtcNow() - ticket.BeganAt;
        var visitor = age < TimeSpan.FromHours(options.Value.SessionHours)
            ? await accounts.FindAsync(ticket, context.RequestAborted)
            : null;
        if (visitor is null)
        {
            await context.SignOutAsync(SessionTicket.Scheme);
        }
        return visitor;
    }

    /// <summary>A page is asked for again after signing in; a form gets its page of 401; a script is told, so that it keeps what was typed.</summary>
    private static async Task AskToSignInAsync(HttpContext context)
    {
        if (IsByScript(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsJsonAsync(new { message = SessionEnded, signIn = context.Request.PathBase + SignInPath });
        }
        else if (HttpMethods.IsGet(context.Request.Method))
        {
            var here = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            context.Response.Redirect(SignInAddress(context.Request, here, await HadSessionAsync(context)));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
    }

    /// <summary>The sign-in page that leads back here, and says that the time was over when it was.</summary>
    public static string SignInAddress(HttpRequest request, string returnTo, bool timedOut) =>
        $"{request.PathBase}{SignInPath}?returnUrl={Uri.EscapeDataString(returnTo)}{(timedOut ? "&timedOut=true" : "")}";

    private static bool IsByScript(HttpRequest request) =>
        request.Headers.ContainsKey("HX-Request") || request.Headers.XRequestedWith.Count > 0
        || request.Headers.Accept.Any(types => types?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>There was a cookie, and it is too old or no longer opens anything.</summary>
    private static async Task<bool> HadSessionAsync(HttpContext context) =>
        SessionTicket.From(context.User) is not null
        || (await context.AuthenticateAsync(SessionTicket.Scheme)).Failure is not null;

    private static async Task RefuseAsync(HttpContext context, IAccountBook accounts, Visitor visitor, string name)
    {
        await accounts.NoteRefusalAsync(visitor.Actor, name, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static Scope Widest(List<Permission> lines) =>
        lines.Select(line => line.Scope).DefaultIfEmpty(Scope.Self).Max();
}
