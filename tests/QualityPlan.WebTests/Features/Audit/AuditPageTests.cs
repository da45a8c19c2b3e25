using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Audit;
using QualityPlan.WebTests.HouseRules;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Audit;

public partial class AuditPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_auditor_reads_who_did_what_when_and_how_it_stood_before_and_after()
    {
        var unit = await site.AddUnitAsync();
        var office = await site.SignInAsync(Role.PlanOffice);
        var page = await office.GetAsync($"/units/{unit.Id}");
        var renamed = "改名" + unit.Name;
        await office.SubmitAsync(page, "[data-testid=unit-form]", ("Form.Name", renamed));

        var auditor = await site.SignInAsync(Role.Auditor);
        var trail = await auditor.GetAsync("/audit?what=change-unit");

        trail.Status.ShouldBe(HttpStatusCode.OK);
        var row = trail.Html.QuerySelectorAll("[data-testid=audit] tbody tr").Single(one => one.TextContent.Contains(renamed)).TextContent;
        row.ShouldContain("115/4/7 10:00");
        row.ShouldContain("研發小組");
        row.ShouldContain("修改單位");
        row.ShouldContain("名稱");
        row.ShouldContain($"變更前：{unit.Name}");
        row.ShouldContain($"變更後：{renamed}");
        row.ShouldNotContain("HeadAccountId");
        (await auditor.GetAsync("/units")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await auditor.GetAsync("/audit?what=refused")).Find("audit")!.ShouldContain("拒絕檢視「單位與群組」");
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.PlanOffice)]
    [InlineData(Role.Convener)]
    [InlineData(Role.Viewer)]
    public async Task Nobody_else_reads_the_trail(Role role)
    {
        var visit = await site.SignInAsync(role);
        (await visit.GetAsync("/audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.GetAsync("/audit/export")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.GetAsync("/my-account")).Text.ShouldNotContain("href=\"/audit\"");
    }

    [Fact]
    public async Task Each_filter_leaves_only_what_it_names_and_the_period_ends_at_midnight_in_taipei()
    {
        await NoteAsync(new Actor(901, "甲員", new HashSet<Role>(), null), "export", "Plan", new DateTime(2025, 12, 31, 15, 59, 59, DateTimeKind.Utc));
        await NoteAsync(new Actor(902, "乙員", new HashSet<Role>(), null), "close-plan", "Unit", new DateTime(2025, 12, 31, 16, 0, 0, DateTimeKind.Utc));
        var visit = await site.SignInAsync(Role.Auditor);

        (await SummariesAsync("from=114/12/31&to=114/12/31")).ShouldBe(["甲員 export"]);
        (await SummariesAsync("from=115/1/1&to=1150101")).ShouldBe(["乙員 close-plan"]);
        (await SummariesAsync("person=901")).ShouldBe(["甲員 export"]);
        (await SummariesAsync("what=close-plan&to=115年1月1日")).ShouldBe(["乙員 close-plan"]);
        (await SummariesAsync("kind=Plan&from=114/12/31&to=115/1/1")).ShouldBe(["甲員 export"]);
        var none = await visit.GetAsync("/audit?person=903");
        none.Text.ShouldContain("沒有符合的紀錄");

        async Task<string[]> SummariesAsync(string query) => (await visit.GetAsync($"/audit?{query}"))
            .Html.QuerySelectorAll("[data-testid=audit] .words").Select(words => words.TextContent).ToArray();
    }

    [Theory]
    [InlineData("from=2026/1/1", "115年")]
    [InlineData("from=abc", "115/3/31")]
    [InlineData("from=115/3/31&to=115/3/1", "迄日早於起日")]
    public async Task A_day_that_cannot_be_comes_back_with_the_reason(string query, string reason)
    {
        var visit = await site.SignInAsync(Role.Auditor);
        var answer = await visit.GetAsync($"/audit?{query}");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Html.QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
        answer.Html.QuerySelector("[aria-invalid=true]").ShouldNotBeNull();
        (await visit.GetAsync($"/audit/export?{query}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_hold_fifty_and_cost_the_same_queries_however_long_the_trail_is()
    {
        var visit = await site.SignInAsync(Role.Auditor);
        await visit.GetAsync("/audit");
        var few = await site.CountQueriesAsync(() => visit.GetAsync("/audit"));
        await site.ChangeAsync(db =>
        {
            for (var i = 0; i < 120; i++)
            {
                new AuditTrail(db, site.Clock).Record(new Actor(950, "長軌跡", new HashSet<Role>(), null), "export", AuditSubject.None, $"匯出{i}");
            }
        });
        (await site.CountQueriesAsync(() => visit.GetAsync("/audit?page=2"))).ShouldBe(few);
        few.ShouldBeLessThanOrEqualTo(5);

        var last = await visit.GetAsync("/audit?person=950&page=3");
        last.Html.QuerySelectorAll("[data-testid=audit] tbody tr").Length.ShouldBe(20);
        last.Text.ShouldContain("共 120 筆，第 101–120 筆");
        last.Text.ShouldContain("person=950&amp;page=2");
    }

    [Theory]
    [InlineData("", "IX_AuditEntries_AtUtc_Sequence")]
    [InlineData("WHERE AtUtc >= '2026-01-01' AND AtUtc < '2026-04-01'", "IX_AuditEntries_AtUtc_Sequence")]
    [InlineData("WHERE AccountId = 7", "IX_AuditEntries_AccountId_AtUtc")]
    public async Task The_newest_are_found_by_an_index_and_not_by_sorting(string where, string index)
    {
        var plan = await site.AskAsync(async db =>
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN SELECT * FROM AuditEntries {where} ORDER BY AtUtc DESC, Sequence DESC LIMIT 50";
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var lines = new List<string>();
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                lines.Add(rows.GetString(3));
            }
            return string.Join('\n', lines);
        });
        plan.ShouldContain(index);
        plan.ShouldNotContain("TEMP B-TREE");
    }

    [Fact]
    public async Task The_file_begins_with_the_mark_of_utf8_and_holds_no_formula()
    {
        var at = new DateTime(2025, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        await NoteAsync(new Actor(960, "=cmd|' /C calc'!A0", new HashSet<Role>(), null), "export", "Plan", at);
        var visit = await site.SignInAsync(Role.Auditor);
        var response = await visit.Client.GetAsync("/audit/export?person=960", TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("稽核軌跡115年4月7日.csv");
        bytes.Take(3).ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");
        lines[0].ShouldStartWith("\"序號\",\"時間\",");
        lines[1].ShouldContain("\"114/6/1 08:00:00\",\"960\",\"'=cmd|' /C calc'!A0\",\"匯出\",\"計畫\"");
        lines.Length.ShouldBe(3);
        (await visit.GetAsync("/audit?kind=AuditEntry")).Find("audit")!.ShouldContain("匯出「稽核軌跡115年4月7日.csv」");
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+886", "\"'+886\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("說「\"好\"」, 好", "\"說「\"\"好\"\"」, 好\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_never_a_formula(string text, string cell) => AuditCsv.Cell(text).ShouldBe(cell);

    [Fact]
    public void Every_action_and_kind_that_the_source_writes_has_its_chinese_word()
    {
        var text = string.Concat(SourceFile.Code.Where(file => file.Text.Contains("AuditTrail") || file.Text.Contains(".Note(")).Select(file => file.Text));
        var actions = ActionCodes().Matches(text).Select(match => match.Groups[1].Value).Distinct().ToList();
        actions.Count.ShouldBeGreaterThan(45);
        actions.Except(AuditWords.Actions.Keys).ShouldBeEmpty();
        var kinds = KindCodes().Matches(text).Select(match => match.Groups[1].Value).Distinct().ToList();
        kinds.Count.ShouldBeGreaterThan(8);
        kinds.Except(AuditWords.Kinds.Keys).ShouldBeEmpty();
    }

    private Task NoteAsync(Actor actor, string action, string kind, DateTime at) => site.ChangeAsync(db =>
        new AuditTrail(db, new FixedClock(at)).Record(actor, action, new AuditSubject(kind, "1"), $"{actor.Name} {action}"));

    private sealed class FixedClock(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at);
    }

    [GeneratedRegex("\"(?!mend-by)((?:sign|refused|export|change|create|disable|enable|unlock|reset|learn|read|mend|discard|import|begin|describe|add|edit|move|delete|rename|approve|close|reschedule|lock|allow|save|submit|withdraw|return|compile|chase|word|summarise|send)(?:-[a-z]+)+)\"")]
    private static partial Regex ActionCodes();

    [GeneratedRegex(@"AuditSubject\.(?:Of|New)<(\w+)>")]
    private static partial Regex KindCodes();
}
