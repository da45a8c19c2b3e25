using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QualityPlan.BrowserTests.Pages;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests;

/// <summary>The offline form in a browser: taken along, filled in, compared, saved.</summary>
public sealed partial class OfflineTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_is_taken_along_filled_in_and_brought_back_with_and_without_scripts(bool javaScript)
    {
        await using var site = RunningSite.Start(clock: new ShiftedClock(Demonstration.Today));
        await using var visit = await chromium.VisitAsync(site, javaScript);
        await (await SignInPage.OpenAsync(visit)).SignInAsAsync("承辦人，閱覽組");
        await visit.GoAsync("/progress");
        await visit.Find("offline").ClickAsync();
        var file = await visit.DownloadAsync(() => visit.Find("download-ods").ClickAsync());
        file.FileName.ShouldBe("115年第4季離線填報-閱覽組.ods");

        await visit.Find("offline-file").SetInputFilesAsync(new FilePayload
        {
            Name = file.FileName,
            MimeType = "application/vnd.oasis.opendocument.spreadsheet",
            Buffer = FillIn(file.Bytes),
        });
        await visit.Find("compare").ClickAsync();

        await Expect(visit.Find("merge-counts")).ToContainTextAsync("變更1格、衝突0格、拒絕1格");
        if (javaScript)
        {
            await visit.ShouldBeSoundAsync("offline-compared");
        }
        await visit.Find("merge-save").ClickAsync();
        await Expect(visit.Page.GetByText("已由離線填報檔儲存1列、1格；尚未送審。")).ToBeVisibleAsync();
        (await visit.Page.ContentAsync()).ShouldContain("離線寫的執行情形");
        visit.Problems.ShouldBeEmpty();
    }

    /// <summary>Writes other words into the first box for them, and a percentage that there cannot be.</summary>
    private static byte[] FillIn(byte[] ods)
    {
        using var file = new MemoryStream();
        file.Write(ods);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("content.xml")!;
            using var part = entry.Open();
            var content = new StreamReader(part).ReadToEnd();
            content = Words().Replace(content, "$1離線寫的執行情形", 1);
            content = Percent().Replace(content, "$1<text:p>250", 1);
            part.SetLength(0);
            part.Write(System.Text.Encoding.UTF8.GetBytes(content));
        }
        return file.ToArray();
    }

    [GeneratedRegex("(table:content-validation-name=\"box2\"[^>]*><text:p>)[^<]*")]
    private static partial Regex Words();

    [GeneratedRegex("(table:content-validation-name=\"box3\"[^>]*>)<text:p>[^<]*")]
    private static partial Regex Percent();
}
