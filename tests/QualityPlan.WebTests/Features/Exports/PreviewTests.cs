using System.Net;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Exports;

/// <summary>The choice of a book and the book on screen.</summary>
public sealed class PreviewTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task It_shows_the_books_tables_with_every_place_filled_and_says_how_many_rows_there_are()
    {
        var seed = await PlanSeed.PlantAsync(site, 70);
        await seed.FileAsync(site, seed.UnitIds[0], 1, at => new ReportText(ReportState.InProgress, $"<b>辦理情形{at}</b>"));
        var visit = await site.SignInAsync(Role.PlanOffice);

        var page = await visit.GetAsync($"/exports/preview?book=quarter&planId={seed.PlanId}&quarter=1");

        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        var table = page.Html.QuerySelectorAll("[data-testid=preview] table").Single(one => one.QuerySelector("caption")!.TextContent.StartsWith("執行情形", StringComparison.Ordinal));
        table.QuerySelector("caption")!.TextContent.ShouldContain("共 70 列，預覽前 50 列");
        var rows = table.QuerySelectorAll("tbody tr");
        rows.Length.ShouldBe(50);
        PlacesOf(rows).ShouldAllBe(places => places == 8, "merged cells cover what has no cell of its own");
        table.TextContent.ShouldContain("<b>辦理情形");
        page.Html.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.Html.QuerySelectorAll("[data-testid=preview] h2").Length.ShouldBeGreaterThan(2);
        page.Html.QuerySelector("[data-testid=take-pdf]")!.GetAttribute("href").ShouldBe($"/exports/quarter/{seed.PlanId}/1?format=pdf");
    }

    [Theory]
    [InlineData("plan", "")]
    [InlineData("table", "")]
    [InlineData("exceptions", "&quarter=1")]
    [InlineData("memo", "&quarter=1")]
    [InlineData("unit", "&unitId={1}")]
    [InlineData("year", "")]
    public async Task Every_book_can_be_looked_at_and_its_links_lead_to_its_files(string book, string of)
    {
        var seed = await PlanSeed.PlantAsync(site, 6);
        var visit = await site.SignInAsync(Role.PlanOffice);

        var page = await visit.GetAsync(string.Format($"/exports/preview?book={book}&planId={{0}}{of}", seed.PlanId, seed.UnitIds[0]));

        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        page.Html.QuerySelector("[data-testid=preview]")!.TextContent.Trim().Length.ShouldBeGreaterThan(40);
        foreach (var link in page.Html.QuerySelectorAll("a[data-testid^=take-]"))
        {
            (await visit.GetAsync(link.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK, link.OuterHtml);
        }
    }

    [Theory]
    [InlineData("", "請選擇報表")]
    [InlineData("book=plan", "請選擇計畫")]
    [InlineData("book=quarter&planId={0}", "請選擇季別")]
    [InlineData("book=unit&planId={0}", "單位表請選擇單位")]
    [InlineData("book=quarter&planId={0}&quarter=4", "請改選其他季別")]
    [InlineData("book=everything", "沒有預覽")]
    public async Task What_the_choice_lacks_is_said_and_what_was_chosen_stays(string chosen, string sentence)
    {
        var seed = await PlanSeed.PlantAsync(site, 3);
        var visit = await site.SignInAsync(Role.PlanOffice);

        var page = await visit.GetAsync("/exports/preview?" + string.Format(chosen, seed.PlanId));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Html.QuerySelector("[data-testid=choose-book]")!.TextContent.ShouldContain(sentence);
        if (chosen.StartsWith("book=quarter", StringComparison.Ordinal))
        {
            page.Html.QuerySelector("select[name$=Book] option[selected]")!.GetAttribute("value").ShouldBe("quarter");
            page.Html.QuerySelector("select[name$=PlanId] option[selected]")!.GetAttribute("value").ShouldBe($"{seed.PlanId}");
        }
    }

    [Fact]
    public async Task A_format_the_book_does_not_come_in_is_refused_with_those_it_does()
    {
        var seed = await PlanSeed.PlantAsync(site, 3);
        var visit = await site.SignInAsync(Role.PlanOffice);

        var refused = await visit.OrderAsync(seed.PlanId, "year", "ods");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("「年度成果」可用的格式：ODT、Word、PDF");
        (await visit.OrderAsync(seed.PlanId, "quarter", "ods", 5)).Text.ShouldContain("季別請選第1季至第4季。");
    }

    [Fact]
    public async Task What_one_may_not_take_one_may_not_look_at()
    {
        var seed = await PlanSeed.PlantAsync(site, 6);
        var draft = new Plan(seed.Year, "草案", "圖書館");
        await site.ChangeAsync(db => db.Plans.Add(draft));
        var viewer = await site.SignInAsync(Role.Viewer);
        var reporter = await site.SignInAsync(seed.UnitIds[0], Role.Reporter);

        (await viewer.GetAsync($"/exports/preview?book=plan&planId={draft.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await viewer.GetAsync($"/exports/preview?book=memo&planId={seed.PlanId}&quarter=1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await viewer.GetAsync($"/exports/preview?book=quarter&planId={seed.PlanId}&quarter=1")).Text.ShouldContain("還沒有簽核");
        (await reporter.GetAsync($"/exports/preview?book=unit&planId={seed.PlanId}&unitId={seed.UnitIds[1]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reporter.GetAsync($"/exports/preview?book=unit&planId={seed.PlanId}&unitId={seed.UnitIds[0]}")).Status.ShouldBe(HttpStatusCode.OK);
        var books = (await viewer.GetAsync("/exports")).Html.QuerySelectorAll("select[name$=Book] option").Select(option => option.GetAttribute("value"));
        books.Where(book => book is { Length: > 0 }).ShouldBe(["plan", "table", "quarter", "exceptions", "year"]);
    }

    [Fact]
    public async Task Pages_take_as_many_queries_for_large_plans_as_for_small_ones()
    {
        var small = await PlanSeed.PlantAsync(site, 20);
        var large = await PlanSeed.PlantAsync(site, 300);
        var visit = await site.SignInAsync(Role.PlanOffice);
        foreach (var seed in new[] { small, large })
        {
            await visit.GetAsync($"/exports/preview?book=quarter&planId={seed.PlanId}&quarter=1"); // The plan's table is kept from then on.
        }

        var index = await site.CountQueriesAsync(() => visit.GetAsync("/exports"));
        var few = await site.CountQueriesAsync(() => visit.GetAsync($"/exports/preview?book=quarter&planId={small.PlanId}&quarter=1"));
        var many = await site.CountQueriesAsync(() => visit.GetAsync($"/exports/preview?book=quarter&planId={large.PlanId}&quarter=1"));
        var plan = await site.CountQueriesAsync(() => visit.GetAsync($"/exports/preview?book=plan&planId={large.PlanId}"));

        index.ShouldBeLessThanOrEqualTo(1 + 6, "the signed-in check and six");
        many.ShouldBe(few);
        plan.ShouldBeLessThanOrEqualTo(1 + 6, "the signed-in check and six");
        TestContext.Current.SendDiagnosticMessage($"index {index}, quarter {many}, plan {plan}");
        many.ShouldBeLessThanOrEqualTo(1 + 4, "nobody has begun to compile and nothing is returned");
    }

    private static IEnumerable<int> PlacesOf(IEnumerable<AngleSharp.Dom.IElement> rows)
    {
        var open = new List<(int Rows, int Columns)>();
        foreach (var row in rows)
        {
            var own = row.QuerySelectorAll("td").Select(cell => (Rows: int.Parse(cell.GetAttribute("rowspan")!), Columns: int.Parse(cell.GetAttribute("colspan")!))).ToList();
            open.AddRange(own);
            yield return open.Sum(cell => cell.Columns);
            open = [.. open.Select(cell => (cell.Rows - 1, cell.Columns)).Where(cell => cell.Item1 > 0)];
        }
    }
}
