using System.Net;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Compiling;

public class ReturnTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Theory]
    [InlineData(FilingState.Approved)]
    [InlineData(FilingState.Compiled)]
    public async Task The_office_returns_a_filing_with_a_text_for_each_defect(FilingState from)
    {
        var (library, office, path) = await FiledAsync(from);
        var row = (await library.RowsAsync())[0];

        var answer = await office.SubmitAsync(
            await office.GetAsync(path), "[data-testid=return-form]",
            ($"Rows[{row.Id}].Text", "請附問卷份數"), ("Overall", "請補日期"), ("MendBy", "115/4/20"));

        answer.Location.ShouldBe($"/compiling/{library.RoundId}", answer.Text);
        var filing = await library.FilingAsync();
        filing.State.ShouldBe(FilingState.Returned);
        filing.ApprovedByName.ShouldBeNull();
        filing.Defects.Select(one => (one.AssignmentId, one.Text, one.MendBy)).ShouldBe(
            [(row.Id, "請附問卷份數", new DateOnly(2026, 4, 20)), (null, "請補日期", new DateOnly(2026, 4, 20))], ignoreOrder: true);
        (await library.CountTrailAsync("return-filing", filing.Id.Text())).ShouldBe(1);
        (await office.GetAsync(path)).Text.ShouldContain("請附問卷份數");
    }

    [Fact]
    public async Task Without_a_defect_nothing_is_returned()
    {
        var (library, office, path) = await FiledAsync();

        var answer = await office.SubmitAsync(await office.GetAsync(path), "[data-testid=return-form]", ("MendBy", "115/4/20"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("請至少寫一項缺失");
        answer.Html.QuerySelector("[data-testid=mend-by]")!.GetAttribute("value").ShouldBe("115/4/20");
        (await library.FilingAsync()).State.ShouldBe(FilingState.Approved);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_comes_back_with_everything_typed()
    {
        var (library, office, path) = await FiledAsync();
        var row = (await library.RowsAsync())[0];

        var answer = await office.SubmitAsync(
            await office.GetAsync(path), "[data-testid=return-form]", ($"Rows[{row.Id}].Text", "請附問卷份數"), ("MendBy", "2026/4/20"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("是否要輸入115年");
        answer.Find($"defect-{row.Id}").ShouldBe("請附問卷份數");
        (await library.FilingAsync()).State.ShouldBe(FilingState.Approved);
    }

    [Fact]
    public async Task A_row_of_another_unit_in_the_body_is_not_found()
    {
        var (library, office, path) = await FiledAsync();
        var foreign = (await library.RowsAsync(library.Other))[0];

        var answer = await office.SubmitAsync(
            await office.GetAsync(path), "[data-testid=return-form]", ($"Rows[{foreign.Id}].Text", "不是他的"));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await library.FilingAsync()).State.ShouldBe(FilingState.Approved);
    }

    [Fact]
    public async Task Whoever_was_overtaken_keeps_his_text_and_sees_the_state_now()
    {
        var (library, office, path) = await FiledAsync();
        var page = await office.GetAsync(path);
        await library.ChangeFilingAsync(filing => filing.Compile(ReportSteps.Office));

        var answer = await office.SubmitAsync(page, "[data-testid=return-form]", ("Overall", "請補日期"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("目前狀態：已彙整");
        answer.Find("overall").ShouldBe("請補日期");
        (await library.FilingAsync()).State.ShouldBe(FilingState.Compiled);
        (await office.SubmitAsync(answer, "[data-testid=return-form]")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_locked_round_returns_nothing()
    {
        var (library, office, path) = await FiledAsync();
        await site.ChangeAsync(db => db.Rounds.Single(one => one.Id == library.RoundId).Lock());
        var filing = await library.FilingAsync();

        var page = await office.GetAsync(path);
        var answer = await office.PostAsync(path + "/return", ("Overall", "請補日期"), ("Version", filing.Version.Text()));

        page.Find("may-not-return")!.ShouldContain("已簽核鎖定");
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await library.FilingAsync()).State.ShouldBe(FilingState.Approved);
    }

    [Fact]
    public async Task Words_of_a_draft_are_the_units_own()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        await reporter.SubmitAsync(await reporter.GetAsync(library.Page), "[data-testid=fill-in]", ($"Rows[{row.Id}].Narrative", "還在想的句子"));

        var page = await (await library.OfficeAsync()).GetAsync($"/compiling/{library.RoundId}/units/{library.Own.Id}");

        page.Text.ShouldContain("送審之前");
        page.Text.ShouldNotContain("還在想的句子");
    }

    private async Task<(Library Library, Visit Office, string Path)> FiledAsync(FilingState state = FilingState.Approved)
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, state);
        return (library, await library.OfficeAsync(), $"/compiling/{library.RoundId}/units/{library.Own.Id}");
    }
}
