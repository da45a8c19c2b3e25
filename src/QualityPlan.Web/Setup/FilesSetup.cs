using QualityPlan.Web.Books.Packs;
using QualityPlan.Web.Features.Progress;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Setup;

/// <summary>Where evidence is kept: section <c>Files</c> of the settings.</summary>
internal static class FilesSetup
{
    public static void AddFiles(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<EvidenceOptions>(builder.Configuration.GetSection("Files"));
        builder.Services.AddSingleton<EvidenceStore>();
        builder.Services.AddSingleton<PackInspection>();
        builder.Services.AddSingleton<PackZip>();
        builder.Services.AddScoped<EvidenceInbox>();
    }
}
