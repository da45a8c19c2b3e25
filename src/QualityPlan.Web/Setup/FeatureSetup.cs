using QualityPlan.Documents.Writing.Pdf;
using QualityPlan.Web.Books;
using QualityPlan.Web.Features.Exports;
using QualityPlan.Web.Features.Units;

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
        builder.Services.AddSingleton(PdfFonts.BesideProgram(
            builder.Configuration["Documents:FallbackFonts"]?.Split(Path.PathSeparator) ?? PdfFonts.UsualFolders));
        builder.Services.AddSingleton<BookPress>();
        builder.Services.AddSingleton<RareCharacters>();
        builder.Services.AddScoped<SignedReport>();
        builder.Services.AddScoped<BookShelf>();
        builder.Services.AddScoped<BookRights>();
        builder.Services.AddScoped<PaperWork>();
        builder.Services.AddSingleton<PaperMaker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PaperMaker>());
        builder.Services.AddScoped<UnitNames>();
    }
}
