using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Files;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress;

public class EvidenceTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4 a survey");

    [Fact]
    public async Task Files_are_kept_under_a_guid_and_handed_out_as_a_download_only()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        var answer = await UploadAsync(reporter, library, row, [("問卷統計.pdf", Pdf), ("照片.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])]);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        answer.Location.ShouldBe($"{library.Page}#row-{row.Id}");
        var files = (await library.FilingAsync()).Reports.Single().Evidence.OrderBy(file => file.Id).ToList();
        files.Select(file => (file.FileName, file.Caption)).ShouldBe([("問卷統計.pdf", "第1季"), ("照片.png", "第1季")]);
        files[0].Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Pdf)));
        site.StoredFiles.ShouldContain(path => Path.GetFileName(path) == files[0].StoredName.ToString("N"));

        var download = await reporter.GetAsync($"/Evidence/{files[0].Id}");
        download.Text.ShouldBe("%PDF-1.4 a survey");
        download.Header("Content-Disposition").ShouldBe("attachment; filename=____.pdf; filename*=UTF-8''%E5%95%8F%E5%8D%B7%E7%B5%B1%E8%A8%88.pdf");
        download.Header("Content-Security-Policy").ShouldStartWith("sandbox");
        download.Header("X-Content-Type-Options").ShouldBe("nosniff");
        download.Header("Content-Type").ShouldBe("application/pdf");
        download.Header("Cache-Control").ShouldContain("no-store");
    }

    [Fact]
    public async Task Own_unit_and_those_who_look_over_all_may_have_it_and_nobody_else()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        await UploadAsync(reporter, library, (await library.RowsAsync())[0], [("a.pdf", Pdf)]);
        var path = $"/Evidence/{(await library.FilingAsync()).Reports.Single().Evidence.Single().Id}";
        (await (await library.HeadAsync()).GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await (await library.OfficeAsync()).GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        var convener = await site.SignInAsync(Role.Convener);
        (await convener.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, "a draft");
        foreach (var stranger in new[] { Role.Reporter, Role.UnitHead })
        {
            (await (await site.SignInAsync(library.Other.Id, stranger)).GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        (await (await site.SignInAsync(Role.Administrator)).GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await reporter.GetAsync("/Evidence/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        await library.SubmitAsync(reporter);
        (await convener.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_attached_while_a_filing_is_mended_waits_for_the_next_submission()
    {
        var library = await site.AddLibraryAsync();
        var (reporter, row) = (await library.ReporterAsync(), (await library.RowsAsync())[0]);
        await UploadAsync(reporter, library, row, [("a.pdf", Pdf)]);
        await library.SubmitAsync(reporter, "附檔案");
        await library.ChangeFilingAsync(filing => filing.ReturnForCorrection(
            [new DefectText(null, "請補正", null)], Library.Someone(Role.UnitHead, library.Own.Id), site.Clock.GetUtcNow().UtcDateTime));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var stored = await site.Services.GetRequiredService<EvidenceStore>().KeepAsync(new MemoryStream(Pdf), default);
        await library.ChangeFilingAsync(filing => filing.Reports.Single(report => report.AssignmentId == row.Id).Attach(
            new EvidenceFile("b.pdf", stored.Name, "application/pdf", stored.Length) { Sha256 = stored.Sha256 }, "承辦人", site.Clock.GetUtcNow().UtcDateTime));
        var files = (await library.FilingAsync()).Reports.SelectMany(report => report.Evidence).OrderBy(file => file.Id).Select(file => $"/Evidence/{file.Id}").ToList();
        var convener = await site.SignInAsync(Role.Convener);

        (await convener.GetAsync(files[0])).Status.ShouldBe(HttpStatusCode.OK);
        (await convener.GetAsync(files[1])).Status.ShouldBe(HttpStatusCode.NotFound, "a draft again");
        (await (await library.HeadAsync()).GetAsync(files[1])).Status.ShouldBe(HttpStatusCode.OK);
        (await (await library.OfficeAsync()).GetAsync(files[1])).Status.ShouldBe(HttpStatusCode.OK);
        await library.SubmitAsync(reporter, "附檔案");
        (await convener.GetAsync(files[1])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_withdrawn_file_leaves_the_page_but_stays_readable()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        await UploadAsync(reporter, library, row, [("a.pdf", Pdf)]);
        var file = (await library.FilingAsync()).Reports.Single().Evidence.Single();
        await reporter.SubmitAsync(await reporter.GetAsync(library.Page), "[data-testid=fill-in]", ($"Rows[{row.Id}].Withdraw", $"{file.Id}"));
        (await library.FilingAsync()).Reports.Single().Evidence.Single().IsWithdrawn.ShouldBeTrue();
        (await reporter.GetAsync(library.Page)).Find($"evidence-{row.Id}").ShouldBeNull();
        (await reporter.GetAsync($"/Evidence/{file.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("病毒\u202Efdp.exe", "不接受「.exe」檔案")]
    [InlineData("頁面.html", "不接受「.html」檔案")]
    [InlineData("改名.png", "檔案內容與副檔名「.png」不符")]
    public async Task A_refused_file_saves_nothing_leaves_no_file_and_keeps_the_text(string name, string said)
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        var before = site.StoredFiles.Count;
        var answer = await UploadAsync(reporter, library, row, [("好的.pdf", Pdf), (name, Pdf)]);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.QuerySelector(".errors")!.TextContent.ShouldContain(said);
        answer.Find($"words-{row.Id}").ShouldBe("附檔案");
        (await library.FilingAsync()).Reports.ShouldBeEmpty();
        site.StoredFiles.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Refused_after_the_closing_no_file_is_left_either()
    {
        var library = await site.AddLibraryAsync();
        site.Clock.SetDay(QuarterSite.TooLate);
        var reporter = await library.ReporterAsync();
        var before = site.StoredFiles.Count;
        var answer = await UploadAsync(reporter, library, (await library.RowsAsync())[0], [("a.pdf", Pdf)]);
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        site.StoredFiles.Count.ShouldBe(before);
    }

    [Fact]
    public async Task More_than_the_form_may_carry_is_answered_with_413()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, library.Page);
        request.Content = new ByteArrayContent(new byte[16]);
        request.Content.Headers.ContentLength = 300L * 1024 * 1024;
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        (await reporter.SendAsync(request)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<Answer> UploadAsync(
        Visit visit, Library library, OwnRow row, (string Name, byte[] Bytes)[] files)
    {
        var token = (await visit.GetAsync("/my-account/password")).Token!;
        var form = new MultipartFormDataContent();
        Add("__RequestVerificationToken", token);
        Add("Then", $"{row.Id}");
        Add($"Rows[{row.Id}].State", "InProgress");
        Add($"Rows[{row.Id}].Narrative", "附檔案");
        Add($"Rows[{row.Id}].Caption", "第1季");
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), $"\"Rows[{row.Id}].Files\"", name);
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, library.Page) { Content = form };
        return await visit.SendAsync(request);

        void Add(string name, string value) => form.Add(new StringContent(value), $"\"{name}\"");
    }
}
