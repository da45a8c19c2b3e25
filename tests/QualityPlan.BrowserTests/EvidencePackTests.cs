using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using QualityPlan.BrowserTests.Pages;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests;

/// <summary>From a list of criteria to the pack: handed in, looked through, tagged, taken away.</summary>
public sealed class EvidencePackTests(Chromium chromium)
{
    private const string Csv = "編號,評核項目,配分\r\n1,服務流程,\r\n1.1,單一窗口,10分\r\n1.1,線上申辦,10分\r\n2,機關形象,\r\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_is_handed_in_mended_tagged_and_taken_as_a_pack_with_and_without_scripts(bool javaScript)
    {
        await using var site = RunningSite.Start(clock: new ShiftedClock(Demonstration.Today));
        await using var visit = await chromium.VisitAsync(site, javaScript);
        await (await SignInPage.OpenAsync(visit)).SignInAsAsync("研發小組");
        await HandInAsync(visit, javaScript);
        await TagAsync(visit);
        if (javaScript)
        {
            await visit.ShouldBeSoundAsync("evidence-tags");
        }

        await visit.Find("to-pack").ClickAsync();
        await Expect(visit.Find("gaps")).ToContainTextAsync("1.2 線上申辦");
        if (javaScript)
        {
            await visit.ShouldBeSoundAsync("evidence-pack");
        }
        var pack = await visit.DownloadAsync(() => visit.Find("download").ClickAsync());

        pack.FileName.ShouldBe("115年 校內評核佐證資料包（115年第1季至第4季）.zip");
        await CompareAsync(site, pack.Bytes);
        visit.Problems.ShouldBeEmpty();
    }

    /// <summary>One line has a number that is there already; it is mended on the page.</summary>
    private static async Task HandInAsync(Visit visit, bool javaScript)
    {
        await visit.GoAsync("/evidence-packs");
        await visit.Find("new-list").ClickAsync();
        await visit.Find("upload-file").SetInputFilesAsync(new FilePayload { Name = "評核.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Csv) });
        await visit.Find("upload").ClickAsync();
        await Expect(visit.Find("remark-2")).ToContainTextAsync("重複");
        if (javaScript)
        {
            await visit.ShouldBeSoundAsync("evidence-list-preview");
        }
        await visit.Find("name").FillAsync("校內評核");
        await visit.Page.Locator("[name='Form.Rows[2].Number']").FillAsync("1.2");
        await visit.Find("accept").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("115年 校內評核");
    }

    /// <summary>Two rows of the first area answer to 1.1.</summary>
    private static async Task TagAsync(Visit visit)
    {
        await visit.Find("plans").GetByRole(AriaRole.Link, new() { Name = "對應推動作法" }).First.ClickAsync();
        await Expect(visit.Find("chosen")).ToHaveTextAsync("1.1 單一窗口");
        var ticks = visit.Find("rows").GetByRole(AriaRole.Checkbox);
        await ticks.Nth(1).CheckAsync();
        await ticks.Nth(2).CheckAsync();
        await visit.Find("save-next").ClickAsync();
        await Expect(visit.Page.GetByText("已增加2列對應。")).ToBeVisibleAsync();
        await Expect(visit.Find("chosen")).ToHaveTextAsync("1.2 線上申辦");
    }

    /// <summary>Every file of the tagged rows that was filed is in the zip, and nothing else.</summary>
    private static async Task CompareAsync(RunningSite site, byte[] bytes)
    {
        var filed = await site.AskAsync(db => db.Filings
            .Where(filing => filing.State != FilingState.Empty && filing.State != FilingState.Draft && filing.State != FilingState.Returned)
            .SelectMany(filing => filing.Reports)
            .Where(report => db.CriterionTags.Any(tag => tag.MeasureId == report.MeasureId
                && db.Criteria.Any(one => one.Id == tag.CriterionId && one.Title == "單一窗口")))
            .SelectMany(report => report.Evidence).Where(file => !file.IsWithdrawn).Select(file => file.Sha256).ToListAsync());
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var packed = zip.Entries.Where(entry => entry.FullName.StartsWith("01 1.1 單一窗口/", StringComparison.Ordinal)).Select(entry =>
        {
            using var content = entry.Open();
            return Convert.ToHexStringLower(SHA256.HashData(content));
        });
        filed.ShouldNotBeEmpty();
        packed.ShouldBe(filed, ignoreOrder: true);
        zip.Entries.Count.ShouldBe(filed.Count + 2);
    }
}
