using System.Net;
using AngleSharp.Dom;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Style;

/// <summary>The tags, as the style page shows them.</summary>
public sealed class FieldsTests(FieldsTests.DevelopmentSite site) : IClassFixture<FieldsTests.DevelopmentSite>
{
    [Fact]
    public async Task Every_box_has_a_label_and_every_description_is_there()
    {
        var page = (await site.Visit().GetAsync("/_style")).Html;
        var boxes = page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea");

        boxes.Length.ShouldBeGreaterThan(15);
        foreach (var box in boxes)
        {
            page.QuerySelectorAll($"label[for='{box.Id}']").Length.ShouldBe(1, box.OuterHtml);
            foreach (var id in (box.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                page.GetElementById(id).ShouldNotBeNull(box.OuterHtml);
            }
        }
    }

    [Fact]
    public async Task The_summary_of_errors_links_to_the_boxes_in_the_order_of_the_form()
    {
        var page = (await site.Visit().GetAsync("/_style")).Html;
        var targets = page.QuerySelectorAll(".errors a").Select(link => page.GetElementById(link.GetAttribute("href")![1..])!).ToList();

        targets.Select(box => box.GetAttribute("name")).ShouldBe(["IssuedOn", "Cause"]);
        targets.ShouldAllBe(box => box.GetAttribute("aria-invalid") == "true");
    }

    [Fact]
    public async Task Ids_are_unique_and_headings_nest()
    {
        var page = (await site.Visit().GetAsync("/_style")).Html;

        page.QuerySelectorAll("[id]").Select(element => element.Id).ShouldBeUnique();
        var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(heading => heading.TagName[1] - '0').ToList();
        levels[0].ShouldBe(1);
        levels.Zip(levels.Skip(1), (above, below) => below - above).ShouldAllBe(step => step <= 1);
    }

    [Fact]
    public async Task The_page_exists_in_development_only()
    {
        using var production = new Site();

        (await site.Visit().GetAsync("/_style")).Status.ShouldBe(HttpStatusCode.OK);
        (await production.Visit().GetAsync("/_style")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The site as a programmer starts it.</summary>
    public sealed class DevelopmentSite : Site
    {
        protected override string EnvironmentName => "Development";
    }
}
