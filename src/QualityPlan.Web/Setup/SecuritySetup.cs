using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Data;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Setup;

/// <summary>Sign-in, cookies, keys, the permission file, throttling.</summary>
internal static class SecuritySetup
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var section = builder.Configuration.GetSection("Security");
        var options = section.Get<SecurityOptions>() ?? new SecurityOptions();
        services.Configure<SecurityOptions>(section);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(PermissionFile.Load());
        services.AddSingleton<PasswordRules>();
        services.AddScoped<Sessions>();
        services.AddScoped<IAccountBook, AccountBook>();
        builder.AddKeys();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = options.PasswordIterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddCookies(options);
        services.AddThrottle(options);
        services.AddProxies(options);
    }

    private static void AddCookies(this IServiceCollection services, SecurityOptions options)
    {
        var prefix = options.RequireHttps ? "__Host-" : "";
        var secure = options.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAuthentication(SessionTicket.Scheme).AddCookie(SessionTicket.Scheme, cookie =>
        {
            Harden(cookie.Cookie, prefix + "session", secure);
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.IdleMinutes);
            cookie.SlidingExpiration = true;
            cookie.Events.OnCheckSlidingExpiration = RenewAfterAMinute;
        });
        services.AddAntiforgery(forgery =>
        {
            Harden(forgery.Cookie, prefix + "form", secure);
            forgery.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(temp => Harden(temp.Cookie, prefix + "note", secure));
    }

    /// <summary>The idle time counts from the last request, as the warning in the page does; not from half-way.</summary>
    private static Task RenewAfterAMinute(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime > TimeSpan.FromMinutes(1);
        return Task.CompletedTask;
    }

    private static void Harden(CookieBuilder cookie, string name, CookieSecurePolicy secure)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = secure;
    }

    private static void AddThrottle(this IServiceCollection services, SecurityOptions options) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (refused, _) =>
            {
                var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : TimeSpan.FromMinutes(1);
                refused.HttpContext.Response.Headers.RetryAfter =
                    Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Throttles.SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = options.SignInsPerMinuteAndAddress,
                    Window = TimeSpan.FromMinutes(1),
                }));
        });

    private static void AddProxies(this IServiceCollection services, SecurityOptions options) =>
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in options.TrustedProxies)
            {
                forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
            }
        });
}
