using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Setup;

/// <summary>Controllers, views in feature folders, binding, compression.</summary>
internal static class PagesSetup
{
    /// <summary>As many as any form may post: beyond its own limit the binder throws, where a form says what is wrong.</summary>
    private const int MostBoxes = 50_000;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(UrlEncoder.Default);
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.Configure<RazorViewEngineOptions>(razor =>
        {
            razor.ViewLocationFormats.Clear();
            razor.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            razor.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        });
        services.AddHttpContextAccessor();
        services.AddScoped<PageFrames>();
        services.AddSingleton<MainMenu>();
        services.AddControllersWithViews(ConfigureBinding);
        services.AddResponseCompression(compression =>
        {
            // Form tokens are encrypted anew in each page, so that guessing by length (BREACH) finds nothing.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        // Serves only what the build listed; otherwise Development has an endpoint that answers to any path.
        builder.Configuration["DisableStaticAssetNotFoundRuntimeFallback"] = "true";
        if (!builder.Environment.IsDevelopment())
        {
            // A folder that was built, not published, keeps its static files elsewhere.
            builder.WebHost.UseStaticWebAssets();
        }
    }

    private static void ConfigureBinding(MvcOptions mvc)
    {
        mvc.MaxModelBindingCollectionSize = MostBoxes;
        mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
        mvc.Filters.Add(new UnreadableAddressFilter());
        mvc.Filters.Add(new StaleRowFilter());
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        mvc.ModelBinderProviders.Insert(0, new CleanTextBinderProvider());
        mvc.ModelBinderProviders.Insert(0, new RocDateBinderProvider());
        mvc.ModelBinderProviders.Insert(0, new WholeNumberBinderProvider());
        mvc.ModelMetadataDetailsProviders.Add(new EmptyTextStaysEmpty());
        mvc.ModelMetadataDetailsProviders.Add(new ValidationMessages());
        BindingMessages.InChinese(mvc.ModelBindingMessageProvider);
    }
}
