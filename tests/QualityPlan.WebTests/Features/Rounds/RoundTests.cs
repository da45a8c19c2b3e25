using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Rounds;

public class RoundTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private static readonly (string, string)[] NewDates =
    [
        ("Form.OpensOn", "115/1/5"), ("Form.ReportersCloseOn", "1150420"), ("Form.HeadsCloseOn", "115年4月27日"),
        ("Form.OfficeClosesOn", "115.5.4"), ("Form.Reason", "配合連假"),
    ];

    [Fact]
    public async Task The_list_shows_the_four_dates_the_phase_and_how_far_the_units_are()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Submitted);

        var row = (await (await library.OfficeAsync()).GetAsync("/rounds")).Find($"round-{library.RoundId}")!;

        row.ShouldContain("115年第1季");
        row.ShouldContain("115/4/10");
        row.ShouldContain("115/4/17");
        row.ShouldContain("115/4/24");
        row.ShouldContain("填報中");
        row.ShouldContain("○ 未填 1");
        row.ShouldContain("▷ 已送審 1");
    }

    [Fact]
    public async Task A_head_reads_the_list_and_changes_nothing()
    {
        var library = await site.AddLibraryAsync();
        var head = await library.HeadAsync();

        var page = await head.GetAsync("/rounds");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.QuerySelector($"[data-testid=edit-{library.RoundId}]").ShouldBeNull();
        (await head.GetAsync($"/rounds/{library.RoundId}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await head.PostAsync($"/rounds/{library.RoundId}", NewDates)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await RoundAsync(library)).ReportersCloseOn.ShouldBe(new DateOnly(2026, 4, 10));
    }

    [Fact]
    public async Task The_office_prolongs_a_round_and_the_trail_says_so()
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();

        var answer = await office.SubmitAsync(await office.GetAsync($"/rounds/{library.RoundId}"), "[data-testid=round-form]", NewDates);

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        (await RoundAsync(library)).Dates.ShouldBe(new RoundDates(new(2026, 1, 5), new(2026, 4, 20), new(2026, 4, 27), new(2026, 5, 4)));
        var entry = await site.AskAsync(db => db.AuditEntries.SingleAsync(one =>
            one.Action == "reschedule-round" && one.EntityId == library.RoundId.Text()));
        entry.Summary.ShouldContain("配合連假");
        entry.Before!.ShouldContain("2026-04-10");
        entry.After!.ShouldContain("2026-04-20");
    }

    [Theory]
    [InlineData("Prolong", "115/4/17")]
    [InlineData("CloseNow", "115/4/6")]
    [InlineData("Usual", "115/4/10")]
    public async Task Dates_are_suggested_on_working_days_and_saved_only_by_the_form(string suggestion, string reporters)
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();

        var page = await office.GetAsync($"/rounds/{library.RoundId}?suggest={suggestion}");

        page.Html.QuerySelector("[data-testid=reporters-close-on]")!.GetAttribute("value").ShouldBe(reporters);
        (await RoundAsync(library)).ReportersCloseOn.ShouldBe(new DateOnly(2026, 4, 10));
    }

    [Fact]
    public async Task Closing_now_shuts_the_reporters_out()
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();

        await office.SubmitAsync(await office.GetAsync($"/rounds/{library.RoundId}?suggest=CloseNow"), "[data-testid=round-form]");

        (await RoundAsync(library)).PhaseOn(QuarterSite.InTime).ShouldBe(RoundPhase.Reviewing);
        (await (await library.ReporterAsync()).GetAsync(library.Page)).Text.ShouldContain("截止");
    }

    [Fact]
    public async Task Dates_out_of_order_or_unreadable_come_back_with_what_was_typed()
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();
        var page = await office.GetAsync($"/rounds/{library.RoundId}");

        var disordered = await office.SubmitAsync(page, "[data-testid=round-form]", ("Form.HeadsCloseOn", "115/3/1"));
        disordered.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        disordered.Text.ShouldContain("日期順序應為");
        disordered.Html.QuerySelector("[data-testid=heads-close-on]")!.GetAttribute("value").ShouldBe("115/3/1");

        var unreadable = await office.SubmitAsync(page, "[data-testid=round-form]", ("Form.HeadsCloseOn", "2026/4/17"));
        unreadable.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unreadable.Text.ShouldContain("是否要輸入115年");
        (await RoundAsync(library)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_was_overtaken_sees_the_dates_that_stand_and_his_own()
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();
        var page = await office.GetAsync($"/rounds/{library.RoundId}");
        await office.SubmitAsync(page, "[data-testid=round-form]", ("Form.OfficeClosesOn", "115/4/30"));

        var late = await office.SubmitAsync(page, "[data-testid=round-form]", NewDates);

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Find("current-dates")!.ShouldContain("115/4/30");
        late.Html.QuerySelector("[data-testid=office-closes-on]")!.GetAttribute("value").ShouldBe("115.5.4");
        (await RoundAsync(library)).OfficeClosesOn.ShouldBe(new DateOnly(2026, 4, 30));
        (await office.SubmitAsync(late, "[data-testid=round-form]")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_signed_round_takes_neither_dates_nor_late_filings()
    {
        var library = await site.AddLibraryAsync();
        var filing = await library.FilingAsync();
        await site.ChangeAsync(db => db.Rounds.Single(one => one.Id == library.RoundId).Lock());
        var office = await library.OfficeAsync();

        (await office.GetAsync($"/rounds/{library.RoundId}")).Html.QuerySelector("[data-testid=round-form]").ShouldBeNull();
        var dates = await office.PostAsync($"/rounds/{library.RoundId}", [.. NewDates, ("Form.Version", "1")]);
        dates.Status.ShouldBe(HttpStatusCode.Forbidden);
        var leave = await office.PostAsync($"/rounds/supplement/{filing.Id}", ("Form.Until", "115/5/1"), ("Form.Version", "0"));
        leave.Status.ShouldBe(HttpStatusCode.Forbidden);
        leave.Text.ShouldContain("已鎖定");
        (await library.FilingAsync()).SupplementUntil.ShouldBeNull();
    }

    [Fact]
    public async Task Leave_to_file_later_lets_the_unit_in_again_and_is_in_the_trail()
    {
        var library = await site.AddLibraryAsync();
        var filing = await library.FilingAsync();
        site.Clock.SetDay(QuarterSite.TooLate);
        var office = await library.OfficeAsync();
        var form = await office.GetAsync($"/rounds/supplement/{filing.Id}");

        var past = await office.SubmitAsync(form, "[data-testid=supplement-form]", ("Form.Until", "115/4/12"));
        past.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        past.Html.QuerySelector("[data-testid=until]")!.GetAttribute("value").ShouldBe("115/4/12");

        var done = await office.SubmitAsync(form, "[data-testid=supplement-form]", ("Form.Until", "115/4/15"), ("Form.Reason", "來函說明"));
        done.Location.ShouldBe($"/rounds/{library.RoundId}");
        (await library.FilingAsync()).SupplementUntil.ShouldBe(new DateOnly(2026, 4, 15));
        (await library.CountTrailAsync("allow-supplement", filing.Id.Text())).ShouldBe(1);
        (await office.SubmitAsync(form, "[data-testid=supplement-form]", ("Form.Until", "115/4/20"))).Status.ShouldBe(HttpStatusCode.Conflict);
        await library.SubmitAsync();
        (await library.FilingAsync()).IsSupplement.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.Convener)]
    [InlineData(Role.Administrator)]
    public async Task Nobody_but_the_office_gives_leave_to_file_later(Role role)
    {
        var library = await site.AddLibraryAsync();
        var filing = await library.FilingAsync();
        var visit = await site.SignInAsync(library.Own.Id, role);

        (await visit.GetAsync($"/rounds/supplement/{filing.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.PostAsync($"/rounds/supplement/{filing.Id}", ("Form.Until", "115/5/1"), ("Form.Version", "0")))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
        (await library.FilingAsync()).SupplementUntil.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        foreach (var path in new[] { "/rounds/999999", "/rounds/supplement/999999" })
        {
            (await office.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await office.PostAsync(path, [.. NewDates, ("Form.Until", "115/5/1")])).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private Task<QuarterlyRound> RoundAsync(Library library) =>
        site.AskAsync(db => db.Rounds.AsNoTracking().SingleAsync(one => one.Id == library.RoundId));
}
