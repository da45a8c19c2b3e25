using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Exports;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Exports;

/// <summary>What takes its time: its page, two clicks, taken back, broken off, too many at once.</summary>
public sealed class PaperProgressTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_many_clicks_one_paper_is_made_and_every_click_leads_to_it(string engine)
    {
        using var own = new EngineSite(engine);
        var seed = await PlanSeed.PlantAsync(own, 40);
        var visit = await own.SignInAsync(Role.PlanOffice);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visit.OrderAsync(seed.PlanId, "quarter", "docx", 1)));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        answers.Select(answer => answer.PaperId()).Distinct().ShouldHaveSingleItem();
        (await own.AskAsync(db => db.Papers.CountAsync())).ShouldBe(1);
        var paperId = answers[0].PaperId();
        await own.WaitAsync(paperId);
        (await visit.GetAsync($"/exports/papers/{paperId}/file")).Text.ShouldStartWith("PK");
        (await visit.PostAsync($"/exports/papers/{paperId}/remove")).Location.ShouldBe("/exports");
        (await own.AskAsync(db => db.Papers.CountAsync())).ShouldBe(0);
        own.Queries.Failed.ShouldBe(0, "every refused statement is an error in the log");
    }

    [Fact]
    public async Task The_page_of_a_paper_under_way_says_how_far_it_is_and_takes_it_back()
    {
        var (visit, paperId) = await PutAsync(PaperState.Printing);
        site.Clock.Advance(TimeSpan.FromSeconds(12));

        var page = await visit.GetAsync($"/exports/papers/{paperId}");
        page.Find("seconds").ShouldBe("12");
        page.Html.QuerySelector("[aria-current=step]")!.TextContent.ShouldContain("編排版面");
        page.Html.QuerySelector("#paper")!.GetAttribute("hx-get").ShouldBe($"/exports/papers/{paperId}");
        page.Find("refresh").ShouldBe("更新進度", "without a script one asks again by a link");
        (await visit.GetAsync($"/exports/papers/{paperId}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync("/exports")).Find($"paper-{paperId}")!.ShouldContain("製作中");

        using var byScript = new HttpRequestMessage(HttpMethod.Get, $"/exports/papers/{paperId}");
        byScript.Headers.Add("HX-Request", "true");
        var part = await visit.SendAsync(byScript);
        part.Text.ShouldStartWith("<div id=\"paper\"");

        await visit.SubmitAsync(page, "form[action$=remove]");
        (await site.CountAsync(paperId)).ShouldBe(0);
        (await visit.GetAsync($"/exports/papers/{paperId}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_paper_whose_instance_died_says_so_and_can_be_made_again()
    {
        var (visit, paperId) = await PutAsync(PaperState.Reading);
        site.Clock.Advance(Paper.Patience);

        var page = await visit.GetAsync($"/exports/papers/{paperId}");
        page.Find("why-not")!.ShouldContain("請重新製作");
        page.Html.QuerySelector("#paper")!.HasAttribute("hx-get").ShouldBeFalse("nothing moves any more");
        (await visit.GetAsync("/exports")).Find($"paper-{paperId}")!.ShouldContain("未完成");
        var again = await visit.SubmitAsync(page, "form[action$=papers]", ("Format", "ods"));

        again.Status.ShouldBe(HttpStatusCode.Redirect, again.Text);
        again.PaperId().ShouldNotBe(paperId);
        await site.WaitAsync(again.PaperId());
        (await visit.GetAsync($"/exports/papers/{again.PaperId()}/file")).Text.ShouldStartWith("PK");
    }

    [Fact]
    public async Task What_is_taken_back_while_it_is_made_stays_away()
    {
        var seed = await PlanSeed.PlantAsync(site, 600);
        var visit = await site.SignInAsync(Role.PlanOffice);
        var order = visit.OrderAsync(seed.PlanId, "quarter", "docx", 1);
        int paperId;
        while ((paperId = await site.AskAsync(db => db.Papers.Where(paper => paper.PlanId == seed.PlanId).Select(paper => paper.Id).FirstOrDefaultAsync())) == 0)
        {
            await Task.Delay(10);
        }

        (await visit.PostAsync($"/exports/papers/{paperId}/remove")).Location.ShouldBe("/exports");
        await order;
        await site.MakeAsync(visit, seed.PlanId, "plan", "ods");

        (await site.CountAsync(paperId)).ShouldBe(0, "the maker has gone on to the next one");
    }

    [Fact]
    public async Task A_site_that_stops_says_of_its_papers_that_they_are_broken_off()
    {
        using var own = new EngineSite("Sqlite");
        var seed = await PlanSeed.PlantAsync(own, 300);
        var account = await own.AddAccountAsync(null, Role.PlanOffice);
        var visit = await own.SignInAsync(account.UserName!);
        var wish = new PaperWish("quarter", seed.PlanId, "docx") { Quarter = 1, Title = "彙整表", ShowsUnsigned = true };
        var (first, second) = (await own.PutAsync(account.Id, wish, PaperState.Waiting), await own.PutAsync(account.Id, wish, PaperState.Waiting));
        var maker = own.Services.GetRequiredService<PaperMaker>();

        var made = Task.WhenAll(maker.Take(first), maker.Take(second));
        await maker.StopAsync(TestContext.Current.CancellationToken);
        await made;

        (await visit.GetAsync($"/exports/papers/{second}")).Find("why-not").ShouldBe(PaperWork.BrokenOff);
        (await own.AskAsync(db => db.Papers.CountAsync(paper => paper.Bytes != null))).ShouldBe(0, "half a paper is no paper");
    }

    [Fact]
    public async Task Five_at_once_are_enough_for_one_person()
    {
        var seed = await PlanSeed.PlantAsync(site, 3);
        var account = await site.AddAccountAsync(null, Role.PlanOffice);
        var visit = await site.SignInAsync(account.UserName!);
        for (var count = 1; count <= Paper.MostUnderWay; count++)
        {
            await site.PutAsync(account.Id, new PaperWish("quarter", seed.PlanId, "pdf") { Quarter = 1, Title = $"第{count}份" }, PaperState.Waiting);
        }

        var refused = await visit.OrderAsync(seed.PlanId, "plan", "ods");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("您已有5份報表在製作");
        (await site.AskAsync(db => db.Papers.CountAsync(paper => paper.AccountId == account.Id))).ShouldBe(Paper.MostUnderWay);
    }

    [Fact]
    public async Task A_large_plan_is_ordered_by_buttons_and_a_small_one_taken_by_links()
    {
        var small = await PlanSeed.PlantAsync(site, 20);
        var large = await PlanSeed.PlantAsync(site, 500);
        var visit = await site.SignInAsync(Role.PlanOffice);

        var page = await visit.GetAsync("/exports");

        page.Html.QuerySelector($"[data-testid=quarter-{small.PlanId}-1-pdf]")!.LocalName.ShouldBe("a");
        page.Html.QuerySelector($"[data-testid=quarter-{large.PlanId}-1-pdf]")!.LocalName.ShouldBe("button");
        page.Html.QuerySelector($"[data-testid=plan-{large.PlanId}-pdf]")!.LocalName.ShouldBe("a", "a plan book of 500 rows takes half a second");
        var form = page.Html.QuerySelector($"[data-testid=quarter-{large.PlanId}-1-pdf]")!.ParentElement!;
        form.QuerySelector("[name=Quarter]")!.GetAttribute("value").ShouldBe("1");
    }

    private async Task<(Visit Visit, int PaperId)> PutAsync(PaperState state)
    {
        var seed = await PlanSeed.PlantAsync(site, 3);
        var account = await site.AddAccountAsync(null, Role.PlanOffice);
        var wish = new PaperWish("quarter", seed.PlanId, "ods") { Quarter = 1, Title = "某計畫　第1季　執行情形彙整表", ShowsUnsigned = true };
        return (await site.SignInAsync(account.UserName!), await site.PutAsync(account.Id, wish, state));
    }

    private sealed class EngineSite(string engine) : Site(engine);
}
