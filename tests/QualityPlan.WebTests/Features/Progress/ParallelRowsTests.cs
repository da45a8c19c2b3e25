using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress;

/// <summary>Several boxes of one filing left at the same moment, on every engine that is given.</summary>
public class ParallelRowsTests
{
    private const int Boxes = 20;

    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory, MemberData(nameof(Engines))]
    public async Task Twenty_rows_autosaved_at_once_are_all_kept_without_an_error(string engine)
    {
        using var site = new EngineSite(engine);
        var library = await site.AddLibraryAsync(measures: Boxes, ofThem: Boxes);
        var rows = await library.RowsAsync();
        var reporter = await library.ReporterAsync();
        var page = await reporter.GetAsync(library.Page);

        var answers = await Task.WhenAll(rows.Select(row => reporter.PostRawAsync($"{library.Page}/autosave",
        [
            ("__RequestVerificationToken", page.Token!), ($"Rows[{row.Id}].Narrative", $"第{row.Id}列"), ($"Rows[{row.Id}].State", "InProgress"),
            ($"Rows[{row.Id}].Stamp", page.Html.QuerySelector($"[name='Rows[{row.Id}].Stamp']")!.GetAttribute("value")!),
        ])));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        var saved = (await library.FilingAsync()).Reports.ToDictionary(one => one.AssignmentId, one => one.Narrative);
        rows.ShouldAllBe(row => saved[row.Id] == $"第{row.Id}列");
        site.Queries.Failed.ShouldBe(0, "every refused statement is an error in the log");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_file_sent_by_a_double_click_is_kept_once(string engine)
    {
        using var site = new EngineSite(engine);
        var library = await site.AddLibraryAsync();
        var row = (await library.RowsAsync())[0];
        var reporter = await library.ReporterAsync();
        var token = (await reporter.GetAsync(library.Page)).Token!;
        (await SendAsync()).Status.ShouldBe(HttpStatusCode.Redirect);

        await SendAsync();

        (await library.FilingAsync()).Reports.Single().Evidence.Count.ShouldBe(1);
        site.StoredFiles.Count.ShouldBe(1);

        async Task<Answer> SendAsync()
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(token), "__RequestVerificationToken" },
                { new StringContent((await reporter.GetAsync(library.Page)).Html.QuerySelector($"[name='Rows[{row.Id}].Stamp']")!.GetAttribute("value")!), $"Rows[{row.Id}].Stamp" },
                { new StringContent("InProgress"), $"Rows[{row.Id}].State" },
                { new ByteArrayContent("%PDF-1.4\n%%EOF"u8.ToArray()), $"Rows[{row.Id}].Files", "證明.pdf" },
            };
            using var request = new HttpRequestMessage(HttpMethod.Post, library.Page) { Content = form };
            return await reporter.SendAsync(request);
        }
    }

    private sealed class EngineSite(string engine) : QuarterSite(engine);
}
