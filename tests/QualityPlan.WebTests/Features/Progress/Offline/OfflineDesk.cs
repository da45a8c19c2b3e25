using System.Net;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;

namespace QualityPlan.WebTests.Features.Progress.Offline;

/// <summary>Somebody at the offline page of one unit's filing.</summary>
internal sealed class OfflineDesk(Library library, Visit visit)
{
    public const string Odd = "=1+1\n-第二行　龘𠮷@\n\"引號\"";

    private string Page => library.Page + "/offline";

    public static async Task<OfflineDesk> SitDownAsync(Library library) => new(library, await library.ReporterAsync());

    public async Task<byte[]> DownloadAsync(string format = "xlsx")
    {
        var response = await visit.Client.GetAsync($"{Page}/file?format={format}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"115年第1季離線填報-{library.Own.Name}.{format}");
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async Task<Answer> UploadAsync(byte[] file, string name = "form.xlsx")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent((await visit.GetAsync(Page)).Token!), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", name },
        };
        return await Answer.ReadAsync(await visit.Client.PostAsync($"{Page}/compare", form));
    }

    public Task<Answer> SaveAsync(Answer compared, params (string Name, string Value)[] choices) =>
        visit.SubmitAsync(compared, "[data-testid=merge-form]", choices);

    /// <summary>Every second thing a row can hold is written, with texts that spreadsheets like to spoil.</summary>
    public Task FillAsync(OwnRow row, string words = Odd) => library.ChangeFilingAsync(filing =>
    {
        var at = library.Site.Clock.GetUtcNow().UtcDateTime;
        var measure = library.Site.AskAsync(db => Task.FromResult(db.Measures
            .Where(one => one.Assignments.Any(each => each.Id == row.Id)).Select(one => one.Id).Single())).GetAwaiter().GetResult();
        var report = filing.ReportFor(row.Id, measure);
        report.Write(
            new ReportText(ReportState.InProgress, words) { ActualPercent = 40, Cause = "+原因  兩格", ExpectedDoneOn = new DateOnly(2026, 12, 31) }, at);
        filing.Save(Library.Someone(Role.Reporter, library.Own.Id), QuarterSite.InTime).IsAllowed.ShouldBeTrue();
    });
}
