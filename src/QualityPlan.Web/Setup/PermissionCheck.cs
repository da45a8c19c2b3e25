using QualityPlan.Web.Security;

namespace QualityPlan.Web.Setup;

/// <summary>The program does not start while permissions.txt and the endpoints differ.</summary>
internal static class PermissionCheck
{
    public static void Run(WebApplication app)
    {
        var differences = Differences(
            ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints),
            app.Services.GetRequiredService<PermissionFile>());
        if (differences.Count > 0)
        {
            throw new InvalidOperationException(
                "permissions.txt and the endpoints differ:" + string.Join("\n  ", differences.Prepend("")));
        }
    }

    internal static IReadOnlyList<string> Differences(IEnumerable<Endpoint> endpoints, PermissionFile file)
    {
        var actual = EndpointNames.All(endpoints);
        var written = file.Lines.Select(line => line.Endpoint).ToHashSet(StringComparer.Ordinal);
        return actual.Except(written).Select(name => $"no line for {name}")
            .Concat(written.Except(actual).Select(name => $"no endpoint for {name}"))
            .Order(StringComparer.Ordinal)
            .ToList();
    }
}
