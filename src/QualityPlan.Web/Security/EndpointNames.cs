using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.StaticAssets;

namespace QualityPlan.Web.Security;

/// <summary>How an endpoint is called in permissions.txt.</summary>
public static class EndpointNames
{
    /// <summary>Null for static files, which are public.</summary>
    public static string? Of(Endpoint endpoint, string verb)
    {
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return null;
        }
        verb = HttpMethods.IsHead(verb) ? HttpMethods.Get : verb.ToUpperInvariant();
        return endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
            ? $"{verb} {action.ControllerName}.{action.ActionName}"
            : $"{verb} {(endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName}";
    }

    /// <summary>Every name the running site answers to.</summary>
    public static IReadOnlySet<string> All(IEnumerable<Endpoint> endpoints) => endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>()?.SuppressMatching != true)
        .SelectMany(endpoint => VerbsOf(endpoint).Select(verb => Of(endpoint, verb)))
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<string> VerbsOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } verbs ? verbs : ["ANY"];
}
