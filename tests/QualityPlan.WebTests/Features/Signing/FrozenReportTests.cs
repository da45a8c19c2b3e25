using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Signing;

public class FrozenReportTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private static readonly string[] Formats = ["xlsx", "ods", "docx", "odt", "pdf", "json"];

    [Fact]
    public async Task The_bytes_that_were_signed_are_the_bytes_that_are_taken_away()
    {
        var library = await SignedAsync();
        var viewer = await site.SignInAsync(Role.Viewer);
        var page = await viewer.GetAsync($"/signing/{library.RoundId}");
        var kept = (await library.ReportAsync()).Files.ToDictionary(file => file.Format);

        foreach (var format in Formats)
        {
            var (bytes, header) = await DownloadAsync(viewer, page, format);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            bytes.ShouldBe(kept[format].Bytes, format);
            header.ShouldBe(hash);
            page.Find($"sha256-{format}").ShouldBe(hash);
        }
    }

    [Fact]
    public async Task Every_printed_format_bears_the_hash_of_the_content()
    {
        var report = await (await SignedAsync()).ReportAsync();
        var files = report.Files.ToDictionary(file => file.Format);
        var hash = files["json"].Sha256;

        Unpacked(files["ods"].Bytes).ShouldContain(hash);
        Unpacked(files["xlsx"].Bytes).ShouldContain(hash);
        Unpacked(files["docx"].Bytes).ShouldContain(hash);
        Unpacked(files["odt"].Bytes).ShouldContain(hash);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(files["pdf"].Bytes);
        string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)).ShouldContain(hash);
    }

    [Fact]
    public async Task Who_signs_and_who_takes_the_pdf_is_told_which_characters_it_cannot_show()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Compiled, new ReportText(ReportState.InProgress, "已請\uE456老師指導"));
        await library.ReportInAsync(CompiledReportState.AwaitingConvener);
        var convener = await site.SignInAsync(Role.Convener);

        (await convener.GetAsync($"/signing/{library.RoundId}")).Find("rare-characters").ShouldBe("\uE456（U+E456）");
        await library.SignAsync(convener);

        (await convener.GetAsync($"/signing/{library.RoundId}")).Find("rare-characters").ShouldBe("\uE456（U+E456）");
        var told = await convener.GetAsync($"/exports/quarter/{library.PlanId}/1?format=pdf");
        told.Find("rare-characters").ShouldBe("\uE456（U+E456）");
        told.Text.ShouldContain("簽核時保存的檔案");
        (await convener.GetAsync($"/exports/quarter/{library.PlanId}/1?format=pdf&anyway=true")).Text.ShouldStartWith("%PDF-");
        (await library.CountTrailAsync("missing-characters", (await library.ReportAsync()).Id.Text())).ShouldBe(1);
    }

    [Fact]
    public async Task Neither_bytes_nor_figures_move_when_other_rounds_do()
    {
        var library = await SignedAsync();
        var viewer = await site.SignInAsync(Role.Viewer);
        var before = await viewer.GetAsync($"/signing/{library.RoundId}");
        var bytes = await DownloadAsync(viewer, before, "pdf");

        await (library with { RoundId = library.SecondRoundId }).FileAsync(library.Own);
        await site.ChangeAsync(db => db.Measures.First(one => one.PlanId == library.PlanId).Assign([], false));
        site.Clock.SetDay(new DateOnly(2026, 8, 3));

        var later = await site.SignInAsync(Role.Viewer);
        var after = await later.GetAsync($"/signing/{library.RoundId}");
        (await DownloadAsync(later, after, "pdf")).Bytes.ShouldBe(bytes.Bytes);
        after.Find("light-counts").ShouldBe(before.Find("light-counts"));
        after.Find("exceptions").ShouldBe(before.Find("exceptions"));
        after.Html.QuerySelector("[data-testid=full-table]")!.TextContent.ShouldBe(before.Html.QuerySelector("[data-testid=full-table]")!.TextContent);
    }

    [Fact]
    public async Task What_the_convener_saw_is_what_was_frozen_though_the_window_was_still_open()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Compiled);
        await library.ReportInAsync(CompiledReportState.AwaitingConvener);
        var convener = await site.SignInAsync(Role.Convener);
        var before = await convener.GetAsync($"/signing/{library.RoundId}");

        await library.SignAsync(convener);

        var after = await convener.GetAsync($"/signing/{library.RoundId}");
        before.Find("not-reported")!.ShouldContain(library.Other.Name);
        after.Find("not-reported").ShouldBe(before.Find("not-reported"));
        after.Find("light-counts").ShouldBe(before.Find("light-counts"));
        after.Html.QuerySelector("[data-testid=full-table]")!.TextContent.ShouldBe(before.Html.QuerySelector("[data-testid=full-table]")!.TextContent);
    }

    [Fact]
    public async Task Who_takes_a_file_stands_in_the_trail()
    {
        var library = await SignedAsync();
        var viewer = await site.SignInAsync(Role.Viewer);

        await DownloadAsync(viewer, await viewer.GetAsync($"/signing/{library.RoundId}"), "ods");

        (await library.CountTrailAsync("export", (await library.ReportAsync()).Id.Text())).ShouldBe(1);
    }

    private async Task<Library> SignedAsync()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Compiled, new ReportText(ReportState.NotAchieved, "尚未辦理")
        {
            Cause = "廠商延遲", Countermeasure = "改分批交付", ExpectedDoneOn = new DateOnly(2026, 5, 15),
        });
        await library.ReportInAsync(CompiledReportState.AwaitingConvener);
        (await library.SignAsync(await site.SignInAsync(Role.Convener), "如擬")).Status.ShouldBe(HttpStatusCode.Redirect);
        return library;
    }

    private static async Task<(byte[] Bytes, string Header)> DownloadAsync(Visit visit, Answer page, string format)
    {
        using var response = await visit.Client.GetAsync(page.Html.QuerySelector($"[data-testid=file-{format}]")!.GetAttribute("href"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        return (await response.Content.ReadAsByteArrayAsync(), response.Headers.GetValues("X-Content-SHA256").Single());
    }

    private static string Unpacked(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return string.Concat(zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
