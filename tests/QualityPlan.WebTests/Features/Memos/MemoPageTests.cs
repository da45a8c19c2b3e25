using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Memos;

/// <summary>簽稿: drafted from the quarter, edited, kept with the report and taken away.</summary>
public class MemoPageTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task It_is_drafted_with_the_letter_the_counts_and_who_is_behind_and_why()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Compiled, new ReportText(ReportState.NotAchieved, "未辦理") with
        {
            Cause = "經費未到位。",
            Countermeasure = "改於次季辦理",
        });

        site.Clock.SetDay(QuarterSite.TooLate);

        var page = await (await library.OfficeAsync()).GetAsync(Path(library));

        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        page.Find("subject").ShouldBe("陳報「115年度計畫」115年第1季執行情形彙整報告一案，簽請核示。");
        var explanation = page.Find("explanation")!;
        explanation.ShouldContain("一、依據115年1月5日研字第1號函核定之「115年度計畫」辦理。");
        explanation.ShouldContain($"應填報單位2個，已填報1個，尚未填報單位：{library.Other.Name}。");
        explanation.ShouldContain($"\n(一){library.Own.Name}：\n1.編號1.1「推動作法第1項」（落後）：原因：經費未到位；對策：改於次季辦理");
        explanation.ShouldNotContain("{");
        page.Find("proposals")!.ShouldContain($"三、提館務會議：落後3項（{library.Own.Name}編號1.1、{library.Own.Name}編號1.2、{library.Own.Name}編號1.3），擬繼續列管");
        page.Find("proposals")!.ShouldContain("未填報1項");
        page.Find("memo-note")!.ShouldContain("不是公文線上簽核");
    }

    [Fact]
    public async Task It_is_kept_as_edited_until_the_report_goes_up_and_stays_with_it()
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own, FilingState.Compiled);
        var office = await library.OfficeAsync();
        var page = await office.GetAsync(Path(library));

        var saved = await office.SubmitAsync(page, "[data-testid=memo-form]", ("Form.Subject", "改寫的主旨，簽請核示。"));

        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.Text);
        var memo = await site.AskAsync(db => db.Memos.AsNoTracking().SingleAsync(one => one.RoundId == library.RoundId));
        memo.Text.Subject.ShouldBe("改寫的主旨，簽請核示。");
        (await library.CountTrailAsync("write-memo", memo.Id.Text())).ShouldBe(1);
        (await office.GetAsync(Path(library) + "?anew=true")).Find("subject")!.ShouldContain("陳報");
        (await office.GetAsync(Path(library))).Find("subject").ShouldBe("改寫的主旨，簽請核示。");

        var late = await office.GetAsync(Path(library));
        await library.SendUpAsync(office);
        (await office.SubmitAsync(late, "[data-testid=memo-form]", ("Form.Subject", "太晚"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var deputy = await site.SignInAsync(Role.DeputyConvener);
        (await deputy.GetAsync($"/signing/{library.RoundId}")).Find("to-memo").ShouldBe("簽稿");
        (await deputy.GetAsync(Path(library))).Find("memo-text")!.ShouldContain("改寫的主旨，簽請核示。");
    }

    [Fact]
    public async Task The_second_of_two_clicks_saves_nothing_and_is_no_conflict()
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();
        var page = await office.GetAsync(Path(library));
        for (var click = 0; click < 2; click++)
        {
            (await office.SubmitAsync(page, "[data-testid=memo-form]", ("Form.Subject", "同一次\r\n存檔"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }
        var memo = await site.AskAsync(db => db.Memos.AsNoTracking().SingleAsync(one => one.RoundId == library.RoundId));
        (memo.Version, memo.Text.Subject).ShouldBe((1, "同一次存檔"));
    }

    [Fact]
    public async Task Who_saves_over_another_is_shown_both_texts_first()
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();
        var page = await office.GetAsync(Path(library));
        await office.SubmitAsync(page, "[data-testid=memo-form]", ("Form.Subject", "先存的"));

        var second = await office.SubmitAsync(page, "[data-testid=memo-form]", ("Form.Subject", "後存的"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Find("subject").ShouldBe("後存的");
        second.Find("their-memo")!.ShouldContain("先存的");
        (await office.SubmitAsync(second, "[data-testid=memo-form]")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("odt", "content.xml")]
    [InlineData("docx", "word/document.xml")]
    [InlineData("pdf", null)]
    public async Task It_can_be_taken_as_text_document_and_pdf(string format, string? part)
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();
        (await office.GetAsync("/exports")).Find($"memo-{library.PlanId}-1-{format}").ShouldNotBeNull();

        var taken = await office.GetAsync($"/exports/memo/{library.PlanId}/1?format={format}");

        taken.Status.ShouldBe(HttpStatusCode.OK);
        var bytes = await taken.Response.Content.ReadAsByteArrayAsync();
        if (part is null)
        {
            taken.Text.ShouldStartWith("%PDF");
            return;
        }
        using var package = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(package.GetEntry(part)!.Open());
        var xml = await reader.ReadToEndAsync();
        xml.ShouldContain("主旨：陳報「115年度計畫」115年第1季");
        xml.ShouldContain("　一、依據");
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Viewer)]
    public async Task It_is_for_the_plan_office_and_the_conveners_only(Role role)
    {
        var library = await site.AddLibraryAsync();
        var visit = await site.SignInAsync(library.Own.Id, role);

        (await visit.GetAsync(Path(library))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.GetAsync($"/exports/memo/{library.PlanId}/1?format=odt")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.GetAsync("/exports")).Find($"memo-{library.PlanId}-1-odt").ShouldBeNull();
    }

    private static string Path(Library library) => $"/memos/{library.RoundId}";
}
