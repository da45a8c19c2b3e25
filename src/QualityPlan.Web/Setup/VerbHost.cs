using QualityPlan.Web.Operations;

namespace QualityPlan.Web.Setup;

/// <summary>The parts of the site a verb works with: settings, database, rooms; no pages and no listening.</summary>
internal static class VerbHost
{
    /// <summary>Dispose it when the verb is done; take what is needed from a scope of its services.</summary>
    public static WebApplication Build(VerbCall call)
    {
        var builder = WebApplication.CreateBuilder(call.SiteOptions);
        builder.AddLog(forVerb: true);
        builder.AddDatabase();
        builder.AddSecurity();
        builder.AddPages();
        builder.AddFiles();
        builder.AddFeatures();
        return builder.Build();
    }
}
