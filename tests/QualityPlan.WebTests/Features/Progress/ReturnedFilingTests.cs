using System.Net;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress;

/// <summary>While a unit mends what was returned, everybody else reads and counts what it submitted last.</summary>
public class ReturnedFilingTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private static readonly ReportText Behind = new(ReportState.NotAchieved, "送審的文字") { Cause = "送審的原因" };

    [Theory]
    [InlineData("/Dashboard?plan={0}&quarter=1", "counts")]
    [InlineData("/Plans/{0}?quarter=1", "counts")]
    [InlineData("/compiling/{1}", "light-counts")]
    [InlineData("/compiling/{1}/table", "light-counts")]
    public async Task Half_mended_boxes_move_no_count(string address, string counts)
    {
        var (library, office) = await ReturnedAsync();
        var path = string.Format(null, address, library.PlanId, library.RoundId);
        var before = (await office.GetAsync(path)).Find(counts);

        await MendAsync(library, "補正中的文字", library.Page);

        var after = await office.GetAsync(path);
        before.ShouldNotBeNull();
        after.Find(counts).ShouldBe(before);
        after.Text.ShouldNotContain("補正中的文字");
    }

    [Fact]
    public async Task The_words_that_others_read_are_those_that_were_submitted()
    {
        var (library, office) = await ReturnedAsync();
        var head = await library.HeadAsync();
        var (filing, row) = (await library.FilingAsync(), (await library.RowsAsync())[0]);
        await MendAsync(library, "補正中的文字", library.Page);

        foreach (var (visit, path) in new[]
        {
            (office, $"/compiling/{library.RoundId}/units/{library.Own.Id}"),
            (office, $"/compiling/{library.RoundId}/table"),
            (head, $"/Reviews/{filing.Id}"),
        })
        {
            var page = await visit.GetAsync(path);
            page.Text.ShouldContain("送審的文字", customMessage: path);
            page.Text.ShouldNotContain("補正中的文字", customMessage: path);
        }
        var reporter = await library.ReporterAsync();
        (await reporter.GetAsync(library.Page)).Html.QuerySelector($"[name='Rows[{row.Id}].Narrative']")!.TextContent.Trim().ShouldBe("補正中的文字");
    }

    [Fact]
    public async Task All_data_hold_what_was_submitted_and_not_what_is_being_mended()
    {
        var (library, office) = await ReturnedAsync();
        var before = await LinesAsync();

        await MendAsync(library, $"補正中的文字{library.PlanId}", library.Page);

        before.ShouldContain(line => line.Contains("送審的文字"));
        (await LinesAsync()).ShouldBe(before);

        async Task<List<string>> LinesAsync() => [.. (await office.GetAsync("/exports/everything?format=csv")).Text
            .Split('\n').Where(line => line.Contains(library.Own.Name))];
    }

    [Fact]
    public async Task What_was_submitted_again_counts_again()
    {
        var (library, office) = await ReturnedAsync();
        var before = (await office.GetAsync($"/Dashboard?plan={library.PlanId}&quarter=1")).Find("counts");

        await MendAsync(library, "補正後的文字", library.Page + "/submit");

        (await office.GetAsync($"/Dashboard?plan={library.PlanId}&quarter=1")).Find("counts").ShouldNotBe(before);
        (await office.GetAsync($"/compiling/{library.RoundId}/table")).Text.ShouldContain("補正後的文字");
    }

    [Theory]
    [InlineData("/Dashboard?plan={0}&quarter=1")]
    [InlineData("/Plans/{0}?quarter=1")]
    public async Task What_was_taken_back_counts_as_not_filed(string address)
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();
        var path = string.Format(null, address, library.PlanId);
        var before = (await office.GetAsync(path)).Find("counts");
        await library.SubmitAsync();
        (await office.GetAsync(path)).Find("counts").ShouldNotBe(before);

        await library.ChangeFilingAsync(filing => filing.Withdraw(Library.Someone(Role.Reporter, library.Own.Id), QuarterSite.InTime));

        (await office.GetAsync(path)).Find("counts").ShouldBe(before);
        (await office.GetAsync($"/compiling/{library.RoundId}/table")).Text.ShouldNotContain("已辦理");
    }

    private async Task<(Library Library, Visit Office)> ReturnedAsync()
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own, FilingState.Submitted, Behind);
        await library.ChangeFilingAsync(filing => filing.ReturnForCorrection(
            [new DefectText(null, "請補正", null)], Library.Someone(Role.UnitHead, library.Own.Id), site.Clock.GetUtcNow().UtcDateTime));
        return (library, await library.OfficeAsync());
    }

    /// <summary>Ticks what was not done and calls the rows under way.</summary>
    private static async Task MendAsync(Library library, string words, string address)
    {
        var reporter = await library.ReporterAsync();
        var rows = await library.RowsAsync();
        var fields = rows.SelectMany(row => new[]
        {
            ($"Rows[{row.Id}].Narrative", words),
            ($"Rows[{row.Id}].State", nameof(ReportState.InProgress)),
        }).Concat(rows.Take(2).Select(row => ($"Rows[{row.Id}].Done", $"{row.Checkpoints[0]}")));
        var answer = await reporter.SubmitAsync(await reporter.GetAsync(library.Page), "[data-testid=fill-in]", address, fields.ToArray());
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
    }
}
