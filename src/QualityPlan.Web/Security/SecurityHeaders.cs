using System.Security.Cryptography;

namespace QualityPlan.Web.Security;

/// <summary>
/// Puts the protecting headers on every answer, whatever its status. They are set when the answer starts, so
/// that the error handler, which clears headers, does not lose them.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = PolicyWith(context.Nonce());
        }
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
        var endpoint = context.GetEndpoint();
        if (endpoint is null || EndpointNames.Of(endpoint, context.Request.Method) is not null)
        {
            headers.CacheControl = "no-store";
        }
    }

    /// <summary>No 'self' for scripts: an uploaded file on our own origin must not become one.</summary>
    private static string PolicyWith(string nonce) =>
        $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

/// <summary>The number used once that lets our own scripts run.</summary>
public static class ScriptNonce
{
    private static readonly object Key = new();

    public static string Nonce(this HttpContext context)
    {
        if (context.Items[Key] is not string nonce)
        {
            nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            context.Items[Key] = nonce;
        }
        return nonce;
    }
}
