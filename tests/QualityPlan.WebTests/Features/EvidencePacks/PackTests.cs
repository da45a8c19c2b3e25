using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.EvidencePacks;

/// <summary>What is in the zip is what the database says was filed, byte by byte; what is missing is said.</summary>
public class PackTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task Every_filed_file_lies_in_the_folder_of_its_criteria_with_its_bytes()
    {
        var desk = await PackDesk.SitDownAsync(site);
        await desk.TagAsync("1.1", 0, 1);
        await desk.TagAsync("1.2", 1);
        var files = await desk.FileAsync([(0, "問卷.pdf", PackDesk.Bytes(300_000, 1)), (1, "名冊.txt", Encoding.UTF8.GetBytes(new string('讀', 50_000))), (1, "CON.png", PackDesk.Bytes(10, 3))]);

        var office = await desk.Library.OfficeAsync();
        var pack = await desk.DownloadAsync(office);

        var unit = desk.Library.Own.Name;
        pack.Evidence.ShouldBe(
        [
            $"01 1.1 單一窗口/01 1.1 {unit} 第1季 說明0.pdf", $"01 1.1 單一窗口/02 1.2 {unit} 第1季 說明1.txt", $"01 1.1 單一窗口/03 1.2 {unit} 第1季 說明1.png",
            $"02 1.2 線上-申辦_免書證/01 1.2 {unit} 第1季 說明1.txt", $"02 1.2 線上-申辦_免書證/02 1.2 {unit} 第1季 說明1.png",
        ], ignoreOrder: true);
        pack.Evidence.Select(path => pack.Files[path]).ShouldBe(new[] { 0, 1, 2, 1, 2 }.Select(at => files[at].Sha256));
        pack.Packed[$"01 1.1 單一窗口/01 1.1 {unit} 第1季 說明0.pdf"].ShouldBe(300_000, "stored as it is");
        pack.Packed[$"01 1.1 單一窗口/02 1.2 {unit} 第1季 說明1.txt"].ShouldBeLessThan(10_000);
        foreach (var path in pack.Evidence)
        {
            pack.Index.ShouldContain(path);
        }
        pack.Index.ShouldContain("115年第1季至第4季");
        pack.Index.ShouldContain("配分：20分");
        (await site.AskAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "take-evidence-pack" && entry.EntityId == $"{desk.ListId}"))).ShouldBe(1);
    }

    [Fact]
    public async Task Drafts_and_withdrawn_files_stay_out_and_a_returned_filing_counts_as_submitted()
    {
        var desk = await PackDesk.SitDownAsync(site);
        await desk.TagAsync("2", 0, 1);
        var office = await desk.Library.OfficeAsync();
        var draft = await desk.FileAsync([(0, "先.pdf", [1]), (1, "撤.pdf", [2])], submits: false);
        (await desk.DownloadAsync(office)).Evidence.ShouldBeEmpty("a draft");

        await desk.FileAsync([]);
        await site.ChangeAsync(db => db.Set<Evidence>().Single(file => file.Id == draft[1].Id).Withdraw());
        (await desk.DownloadAsync(office)).Evidence.Count().ShouldBe(1);

        await desk.Library.ChangeFilingAsync(filing => ReportSteps.Must(filing.ReturnForCorrection(
            [new DefectText(null, "請補充", QuarterSite.InTime)], Library.Someone(Role.UnitHead, desk.Library.Own.Id), site.Clock.GetUtcNow().UtcDateTime)));
        site.Clock.SetDay(QuarterSite.InTime.AddDays(1));
        office = await desk.Library.OfficeAsync();
        await desk.FileAsync([(0, "補.pdf", [3])], submits: false);
        (await desk.DownloadAsync(office)).Evidence.Count().ShouldBe(1, "what is mended was not submitted yet");
        await desk.FileAsync([]);
        (await desk.DownloadAsync(office)).Evidence.Count().ShouldBe(2);
        (await desk.DownloadAsync(office, "?from=2&to=4")).Evidence.ShouldBeEmpty("another quarter");
    }

    [Fact]
    public async Task Gaps_are_told_on_the_page_and_in_the_index_and_broken_files_stay_out()
    {
        var desk = await PackDesk.SitDownAsync(site);
        await desk.TagAsync("1.1", 0, 1);
        var files = await desk.FileAsync([(0, "好.pdf", PackDesk.Bytes(100, 1)), (0, "改.pdf", PackDesk.Bytes(100, 2)), (0, "失.pdf", PackDesk.Bytes(100, 3)), (0, "短.pdf", PackDesk.Bytes(100, 4))]);
        await File.WriteAllBytesAsync(desk.PathOf(files[1]), PackDesk.Bytes(100, 99));
        File.Delete(desk.PathOf(files[2]));
        await File.WriteAllBytesAsync(desk.PathOf(files[3]), [1]);

        var office = await desk.Library.OfficeAsync();
        var page = await office.GetAsync(desk.Pack);
        page.Html.QuerySelectorAll("[data-testid=gaps] tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td, th").Take(3).Select(cell => cell.TextContent.Trim())))
            .ShouldBe(
            [
                "檔案有問題|1.1 單一窗口|改.pdf：檔案內容雜湊（SHA-256）與上傳時不符", "檔案有問題|1.1 單一窗口|失.pdf：檔案不在佐證資料夾",
                "檔案有問題|1.1 單一窗口|短.pdf：檔案大小與上傳時不符", "沒有佐證|1.1 單一窗口|1.2 推動作法第2項",
                "項目未對應|1.2 線上/申辦\u202E:免書證|尚未對應任何推動作法", "項目未對應|2 環境|尚未對應任何推動作法",
            ], ignoreOrder: true);
        page.Find("counts")!.ShouldContain("檔案有問題");

        var pack = await desk.DownloadAsync(office);
        pack.Evidence.Select(path => pack.Files[path]).ShouldBe([files[0].Sha256]);
        foreach (var words in new[] { "檔案不在佐證資料夾", "與上傳時不符", "尚未對應任何推動作法", "沒有佐證", "缺口 6 項", "項目未對應 2、沒有佐證 1、檔案有問題 3" })
        {
            pack.Index.ShouldContain(words);
        }
        (await site.AskAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "evidence-broken" && entry.EntityId == $"{desk.ListId}"))).After!
            .ShouldContain("改.pdf");
    }

    [Theory]
    [InlineData(Role.PlanOffice, HttpStatusCode.OK)]
    [InlineData(Role.DeputyConvener, HttpStatusCode.OK)]
    [InlineData(Role.Convener, HttpStatusCode.OK)]
    [InlineData(Role.Auditor, HttpStatusCode.Forbidden)]
    [InlineData(Role.Viewer, HttpStatusCode.Forbidden)]
    [InlineData(Role.Reporter, HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, HttpStatusCode.Forbidden)]
    public async Task Who_may_open_any_evidence_may_take_the_pack(Role role, HttpStatusCode status)
    {
        var desk = await PackDesk.SitDownAsync(site);
        var visit = await site.SignInAsync(desk.Library.Own.Id, role);
        foreach (var path in new[] { "/evidence-packs", desk.List, desk.Tags, desk.Pack, $"{desk.Pack}/zip", $"{desk.Pack}/book?format=pdf" })
        {
            (await visit.GetAsync(path)).Status.ShouldBe(status, path);
        }
    }

    [Fact]
    public async Task Foreign_numbers_and_other_formats_are_not_found()
    {
        var desk = await PackDesk.SitDownAsync(site);
        var office = await desk.Library.OfficeAsync();
        var draft = await site.AskAsync(async db =>
        {
            var plan = new Domain.Plans.Plan(QuarterSite.Year, "草案", "圖書館");
            db.Plans.Add(plan);
            await db.SaveChangesAsync();
            return plan.Id;
        });
        foreach (var path in new[]
        {
            $"/evidence-packs/lists/99999/pack/{desk.Library.PlanId}", $"{desk.List}/pack/99999", $"{desk.List}/pack/99999/zip", $"{desk.List}/pack/{draft}",
            $"{desk.List}/pack/{draft}/zip", $"{desk.Pack}/book?format=xlsx", $"{desk.List}/tags/{draft}", $"{desk.Tags}?criterion=99999", "/evidence-packs/lists/99999",
        })
        {
            (await office.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task The_pages_take_the_same_few_queries_at_a_hundred_and_a_thousand_measures()
    {
        var counts = new List<(int Tags, int Pack, int List)>();
        foreach (var size in new[] { 100, 1000 })
        {
            var desk = await PackDesk.SitDownAsync(site, size);
            await desk.TagAsync("1.1", [.. Enumerable.Range(0, size / 2)]);
            var office = await desk.Library.OfficeAsync();
            await office.GetAsync(desk.Tags);
            counts.Add((await site.CountQueriesAsync(() => office.GetAsync(desk.Tags)), await site.CountQueriesAsync(() => office.GetAsync(desk.Pack)),
                await site.CountQueriesAsync(() => office.GetAsync(desk.List))));
        }
        counts[0].ShouldBe(counts[1]);
        Math.Max(counts[0].Tags, Math.Max(counts[0].Pack, counts[0].List)).ShouldBeLessThanOrEqualTo(7, "one of them finds who is signed in");
    }
}
