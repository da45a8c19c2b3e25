namespace QualityPlan.Web.Setup;

/// <summary>Queries and commands of every feature room, found by their names, so that a room only has to exist.</summary>
internal static class FeatureSetup
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        var rooms = typeof(FeatureSetup).Assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false, IsNested: false }
            && (type.Namespace ?? "").StartsWith("QualityPlan.Web.Features.", StringComparison.Ordinal)
            && (type.Name.EndsWith("Queries", StringComparison.Ordinal) || type.Name.EndsWith("Commands", StringComparison.Ordinal)));
        foreach (var type in rooms)
        {
            builder.Services.AddScoped(type);
        }
    }
}
