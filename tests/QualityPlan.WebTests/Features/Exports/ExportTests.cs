using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Exports;

public sealed class ExportTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("xlsx", "PK")]
    [InlineData("ods", "PK")]
    [InlineData("docx", "PK")]
    [InlineData("odt", "PK")]
    [InlineData("pdf", "%PDF-")]
    public async Task Books_come_in_every_format_under_a_chinese_name(string format, string begins)
    {
        var seed = await PlanSeed.PlantAsync(site, 20);
        var visit = await site.SignInAsync(Role.PlanOffice);

        foreach (var path in new[] { $"/exports/plan/{seed.PlanId}", $"/exports/quarter/{seed.PlanId}/1", $"/exports/exceptions/{seed.PlanId}/1" })
        {
            var answer = await visit.GetAsync($"{path}?format={format}");
            answer.Status.ShouldBe(HttpStatusCode.OK, path);
            answer.Text.ShouldStartWith(begins);
            answer.Header("Content-Disposition").ShouldContain("filename*=UTF-8''");
            answer.Header("Content-Disposition").ShouldStartWith("attachment");
            answer.Header("Cache-Control").ShouldContain("no-store");
        }
    }

    [Fact]
    public async Task A_title_with_a_slash_names_the_file_as_a_whole()
    {
        var seed = await PlanSeed.PlantAsync(site, 3);
        await site.AskAsync(db => db.Plans.Where(plan => plan.Id == seed.PlanId).ExecuteUpdateAsync(plan => plan.SetProperty(one => one.Title, "北館/南館計畫")));
        var visit = await site.SignInAsync(Role.PlanOffice);

        var answer = await visit.GetAsync($"/exports/plan/{seed.PlanId}?format=ods");

        Uri.UnescapeDataString(answer.Header("Content-Disposition")).ShouldContain("UTF-8''北館-南館計畫");
    }

    [Fact]
    public async Task A_pdf_that_would_show_boxes_is_given_only_to_who_was_told_so()
    {
        var seed = await PlanSeed.PlantAsync(site, 5);
        await site.ChangeAsync(db => db.PlanItems.First(one => one.PlanId == seed.PlanId).Rename("服務\uE123流程"));
        var visit = await site.SignInAsync(Role.PlanOffice);
        var path = $"/exports/plan/{seed.PlanId}?format=pdf&tableOnly=true";

        var told = await visit.GetAsync(path);
        var taken = await visit.GetAsync(told.Html.QuerySelector("[data-testid=anyway]")!.GetAttribute("href")!);

        told.Find("rare-characters").ShouldBe("\uE123（U+E123）");
        told.Html.QuerySelector("[data-testid=instead-ods]")!.GetAttribute("href").ShouldBe(path.Replace("pdf&", "ods&"));
        taken.Text.ShouldStartWith("%PDF-");
        var id = $"{seed.PlanId}";
        var trail = await site.AskAsync(db => db.AuditEntries.Where(one => one.Action == "export" && one.EntityId == id).ToListAsync());
        trail.Single().Summary.ShouldContain("1個字沒有字型");
        trail.Single().After!.ShouldContain("MissingCharacters");
    }

    [Fact]
    public async Task An_export_stands_in_the_trail()
    {
        var seed = await PlanSeed.PlantAsync(site, 5);
        var visit = await site.SignInAsync(Role.PlanOffice);

        await visit.GetAsync($"/exports/plan/{seed.PlanId}?format=pdf");

        var id = $"{seed.PlanId}";
        (await site.AskAsync(db => db.AuditEntries.CountAsync(one => one.Action == "export" && one.EntityId == id))).ShouldBe(1);
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.Viewer)]
    public async Task An_unsigned_quarter_is_not_there_for_those_who_see_one_unit(Role role)
    {
        var seed = await PlanSeed.PlantAsync(site, 5);
        var visit = await site.SignInAsync(seed.UnitIds[0], role);

        (await visit.GetAsync($"/exports/quarter/{seed.PlanId}/1?format=pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync($"/exports/plan/{seed.PlanId}?format=pdf")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/exports/plan/{0}?format=docm")]
    [InlineData("/exports/plan/{0}")]
    [InlineData("/exports/quarter/{0}/5?format=pdf")]
    [InlineData("/exports/quarter/{0}/0?format=pdf")]
    [InlineData("/exports/plan/999999?format=pdf")]
    [InlineData("/exports/exceptions/{0}/5?format=pdf")]
    [InlineData("/exports/unit/{0}?format=pdf")]
    [InlineData("/exports/unit/{0}?unitId=999999&format=pdf")]
    [InlineData("/exports/year/{0}?format=ods")]
    [InlineData("/exports/everything?format=pdf")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        var seed = await PlanSeed.PlantAsync(site, 5);
        var visit = await site.SignInAsync(Role.PlanOffice);

        (await visit.GetAsync(string.Format(path, seed.PlanId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_administrator_takes_no_books()
    {
        var seed = await PlanSeed.PlantAsync(site, 5);
        var visit = await site.SignInAsync(Role.Administrator);

        (await visit.GetAsync($"/exports/plan/{seed.PlanId}?format=pdf")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.GetAsync("/exports")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_page_lists_the_books_a_person_may_take()
    {
        var seed = await PlanSeed.PlantAsync(site, 5);
        var office = await site.SignInAsync(Role.PlanOffice);
        var viewer = await site.SignInAsync(Role.Viewer);

        (await office.GetAsync("/exports")).Html.QuerySelector($"[data-testid=quarter-{seed.PlanId}-1-pdf]").ShouldNotBeNull();
        var seen = await viewer.GetAsync("/exports");
        seen.Html.QuerySelector($"[data-testid=plan-{seed.PlanId}-pdf]").ShouldNotBeNull();
        seen.Html.QuerySelector($"[data-testid=quarter-{seed.PlanId}-1-pdf]").ShouldBeNull();
    }
}
