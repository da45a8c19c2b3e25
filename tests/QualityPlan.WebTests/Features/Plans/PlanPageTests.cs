using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Plans;

public class PlanPageTests(Site site) : IClassFixture<Site>
{
    private readonly PlanGround _ground = new(site);

    [Fact]
    public async Task The_table_stands_as_printed_with_merged_cells_and_numbers_by_sense()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(
            PlanGround.Row("1.10", "6月", unit.Name), PlanGround.Row("1.9", "每季", unit.Name),
            PlanGround.Row("2.1", "隨時", unit.Name), PlanGround.Row("2.2", "業已完成", unit.Name));
        var page = await (await site.SignInAsync(Role.Viewer)).GetAsync($"/plans/{plan}");

        page.Html.QuerySelectorAll(".plan-table thead th").Select(cell => cell.TextContent.Trim()).Take(5)
            .ShouldBe(["實施要項", "執行項目", "推動作法", "完成期限", "承辦單位"]);
        page.Html.QuerySelectorAll(".plan-table tbody .no").Select(cell => cell.TextContent).ShouldBe(["1.9", "1.10", "2.1", "2.2"]);
        page.Html.QuerySelectorAll(".plan-table tbody th").Select(cell => cell.GetAttribute("rowspan")).ShouldBe(["2", "2", "2", "2"]);
        page.Find("chapters")!.ShouldContain("行政院服務獎評獎實施計畫。");
        page.Find("approval")!.ShouldContain("研字第1150000001號");
    }

    [Fact]
    public async Task Each_filter_leaves_the_rows_it_names()
    {
        var one = await site.AddUnitAsync();
        var two = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(
            PlanGround.Row("1.1", "3月", one.Name, "甲"), PlanGround.Row("1.2", "9月", two.Name, "乙"),
            PlanGround.Row("2.1", "3月", two.Name, "丙") with { SupportingUnits = one.Name });
        await _ground.ReportAsync(plan, one, "已辦理", submit: true);
        var visit = await site.SignInAsync(Role.PlanOffice);
        var area = (await _ground.RowsAsync(plan))[0].Place.Area.Id;

        (await NumbersAsync(visit, $"/plans/{plan}?unit={one.Id}")).ShouldBe(["1.1", "2.1"]);
        (await NumbersAsync(visit, $"/plans/{plan}?area={area}")).ShouldBe(["1.1", "1.2"]);
        (await NumbersAsync(visit, $"/plans/{plan}?words=丙")).ShouldBe(["2.1"]);
        (await NumbersAsync(visit, $"/plans/{plan}?quarter=1&light=OnTrack")).ShouldBe(["1.1"]);
        (await NumbersAsync(visit, $"/plans/{plan}?quarter=1&light=OnTrack&unit={one.Id}")).ShouldBe(["1.1"]);
        (await NumbersAsync(visit, $"/plans/{plan}?quarter=1&light=Overdue")).ShouldBeEmpty();
        (await visit.GetAsync($"/plans/{plan}?light=Pink")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync($"/plans/{plan}?quarter=5")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync("/plans/99999999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_counts_are_those_of_the_rows_the_filter_leaves()
    {
        var one = await site.AddUnitAsync();
        var two = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(
            PlanGround.Row("1.1", "3月", one.Name), PlanGround.Row("1.2", "3月", two.Name), PlanGround.Row("1.3", "12月", two.Name));
        await _ground.ReportAsync(plan, one, "已辦理", submit: true);
        var visit = await site.SignInAsync(Role.PlanOffice);

        CountsOf(await visit.GetAsync($"/plans/{plan}?quarter=1")).ShouldBe("3 0 0 1 0 0 0 2");
        CountsOf(await visit.GetAsync($"/plans/{plan}?quarter=1&unit={two.Id}")).ShouldBe("2 0 0 0 0 0 0 2");
        CountsOf(await visit.GetAsync($"/plans/{plan}?quarter=2")).ShouldBe("3 1 0 0 0 1 0 1");
    }

    [Fact]
    public async Task A_checkpoint_before_the_day_of_issue_is_flagged()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "114年12月", unit.Name), PlanGround.Row("1.2", "6月", unit.Name));
        var page = await (await site.SignInAsync(Role.Viewer)).GetAsync($"/plans/{plan}");
        page.Html.QuerySelectorAll(".plan-table .tag").Select(tag => tag.TextContent).ShouldBe(["核定前已屆期"]);
    }

    [Fact]
    public async Task A_viewer_sees_no_quarter_before_it_is_signed()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "3月", unit.Name));
        await _ground.ReportAsync(plan, unit, "已辦理", submit: true);
        var visit = await site.SignInAsync(Role.Viewer);

        (await visit.GetAsync($"/plans/{plan}")).Text.ShouldNotContain("115年第1季<br>燈號");
        await _ground.LockAsync(plan, 1);
        (await visit.GetAsync($"/plans/{plan}")).Text.ShouldContain("115年第1季<br>燈號");
        (await visit.GetAsync($"/plans/{plan}?quarter=2")).Text.ShouldNotContain("115年第2季<br>燈號");
    }

    [Fact]
    public async Task The_plan_page_asks_the_database_as_often_for_1000_rows_as_for_100()
    {
        var units = new[] { await site.AddUnitAsync(), await site.AddUnitAsync(), await site.AddUnitAsync() };
        var visit = await site.SignInAsync(Role.PlanOffice);
        await visit.GetAsync("/plans");
        var counts = new List<(int Cold, int Warm)>();
        foreach (var size in new[] { 100, 1000 })
        {
            var rows = Enumerable.Range(1, size).Select(number =>
                PlanGround.Row($"1.{number}", "每季", string.Join('、', units.Select(unit => unit.Name)))).ToArray();
            var plan = await _ground.AddApprovedAsync(rows);
            var cold = await site.CountQueriesAsync(async () => (await visit.GetAsync($"/plans/{plan}")).Status.ShouldBe(HttpStatusCode.OK));
            var warm = await site.CountQueriesAsync(() => visit.GetAsync($"/plans/{plan}"));
            counts.Add((cold, warm));
        }
        counts[1].ShouldBe(counts[0]);

        // One of them is the sign-in check.
        counts[0].Cold.ShouldBeLessThanOrEqualTo(7);
        counts[0].Warm.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Ninety_seven_rows_are_at_most_40_KB_compressed()
    {
        var units = new[] { await site.AddUnitAsync("閱覽典藏組"), await site.AddUnitAsync("參考服務組") };
        var words = "透過數位出版品平臺系統提供電子書線上送存及國際標準書號申請單一窗口服務，並依現場讀者人潮機動調整櫃臺人力配置，協助讀者解決問題，縮短讀者臨櫃時間";
        var rows = Enumerable.Range(0, 97).Select(number => PlanGround.Row(
            $"1.{number}", "115年3月、6月、9月、12月", units[number % 2].Name, words[(number % 40)..] + number)).ToArray();
        var plan = await _ground.AddApprovedAsync(rows);
        var page = await (await site.SignInAsync(Role.PlanOffice)).GetAsync($"/plans/{plan}");

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(page.Text));
        }
        packed.Length.ShouldBeLessThan(40 * 1024, $"{page.Text.Length} characters");
        TestContext.Current.SendDiagnosticMessage($"97 rows: {Encoding.UTF8.GetByteCount(page.Text)} bytes, {packed.Length} compressed");
    }

    private static async Task<IEnumerable<string>> NumbersAsync(Visit visit, string path) =>
        (await visit.GetAsync(path)).Html.QuerySelectorAll(".plan-table tbody .no").Select(cell => cell.TextContent);

    private static string CountsOf(Answer page) =>
        string.Join(' ', page.Html.QuerySelectorAll(".counts .count-figure").Select(figure => figure.TextContent));
}
