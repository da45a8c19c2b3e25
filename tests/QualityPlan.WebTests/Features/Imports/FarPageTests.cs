using System.Net;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Numbers in the address that no page of the site writes.</summary>
public class FarPageTests
{
    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_page_beyond_all_pages_is_empty_and_no_error(string engine)
    {
        using var site = new EngineSite(engine);
        var desk = await ImportDesk.SitDownAsync(site);

        foreach (var page in new[] { -1, 0, 50_000_000, int.MaxValue })
        {
            (await desk.Visit.GetAsync($"/Imports?page={page}")).Status.ShouldBe(HttpStatusCode.OK, $"page {page}");
        }
    }

    [Theory]
    [InlineData("Approach")]
    [InlineData("Deadline")]
    public async Task What_is_no_heading_is_not_written_as_one(string field)
    {
        using var site = new EngineSite("Sqlite");
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|115年6月|甲組", "||1.2 乙|115年6月|甲組");
        var before = await desk.LinesAsync(draft);
        var form = await desk.Visit.GetAsync($"/Imports/Heading/{draft}/1/Item");

        form.Html.QuerySelector("[data-testid=heading-form]")!.SetAttribute("action", $"/Imports/Heading/{draft}/1/{field}");
        var answer = await desk.Visit.SubmitAsync(form, "[data-testid=heading-form]", ("Form.Text", "別的字"), ("Form.Level", field));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.LinesAsync(draft)).ShouldBe(before);
    }

    private sealed class EngineSite(string engine) : Site(engine);
}
