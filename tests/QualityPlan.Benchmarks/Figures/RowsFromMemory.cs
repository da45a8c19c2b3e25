using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.People;
using QualityPlan.Web.Features.Plans;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>The yardstick of the plan page: its view alone, without frame, database, sign-in or compression.</summary>
internal static class RowsFromMemory
{
    public static async Task<Func<Task>> PrepareAsync(Library library)
    {
        var scope = library.Site.Services.CreateScope();
        var services = scope.ServiceProvider;
        var reader = new Actor(1, "量測", new HashSet<Role> { Role.Reporter }, library.UnitId);
        var page = await services.GetRequiredService<PlanPageQueries>().ShowAsync(library.PlanId, new PlanFilter(), reader, default)
            ?? throw new InvalidOperationException("The plan is not there.");
        var view = services.GetRequiredService<IRazorViewEngine>().GetView(null, "/Features/Plans/Show.cshtml", isMainPage: false).View
            ?? throw new InvalidOperationException("The view is not there.");
        var http = new DefaultHttpContext { RequestServices = services };
        var route = new RouteData(new RouteValueDictionary { ["controller"] = "Plans", ["action"] = "Show" });
        var descriptor = new ActionDescriptor { RouteValues = { ["controller"] = "Plans", ["action"] = "Show" } };
        var action = new ActionContext(http, route, descriptor);
        return async () =>
        {
            var data = new ViewDataDictionary<ShowPage>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = page };
            var temporary = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http);
            await using var output = new StringWriter();
            await view.RenderAsync(new ViewContext(action, view, data, temporary, output, new HtmlHelperOptions()));
        };
    }
}
