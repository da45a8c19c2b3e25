using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>The plan office compiles, the deputy and the convener sign, the round is locked and the report frozen.</summary>
internal sealed class CompilingStory(QuarterCast cast, IReadOnlyList<UnitFiling> filings)
{
    private readonly CompiledReport _report = new(filings[0].Round);

    private Quarter Quarter => _report.Round.Quarter;

    public async Task CompileAsync(DateTime atUtc)
    {
        var office = cast.People.Compiler;
        foreach (var filing in filings.Where(one => one.State == FilingState.Approved))
        {
            Story.Must(filing.Compile(office));
            cast.Note(office, "compile-filing", filing, "彙整");
        }
        cast.Db.CompiledReports.Add(_report);
        await cast.Db.SaveChangesAsync();
        var standings = await StandingsReader.ReadAsync(cast.Db, cast.Plan.Id, TaipeiClock.DateAt(atUtc), default);
        Story.Must(_report.Summarise(Summary(standings), office));
        foreach (var shared in cast.RowsOfUnit.SelectMany(rows => rows)
            .Where(row => row.Assignment.GroupName is not null).DistinctBy(row => row.Measure.Id))
        {
            var (filed, asked) = standings.Filed(shared.Measure.Id, Quarter);
            Story.Must(_report.Word(shared.Measure.Id, Wording(shared, filed, asked), office));
        }
        await cast.Db.SaveChangesAsync();
    }

    public void SendUp(DateTime atUtc) => Act(CompiledReportAction.SendUp, "", atUtc);

    public void SignAsDeputy(DateTime atUtc) => Act(CompiledReportAction.Sign, "落後項目請主辦單位於館務會議說明因應作法。", atUtc);

    public async Task SignAsConvenerAsync(DateTime atUtc)
    {
        Act(CompiledReportAction.Sign, "如擬。落後項目請研究組持續追蹤，並於下次館務會議提報辦理情形。", atUtc);
        foreach (var filing in filings.Where(one => one.State == FilingState.Compiled))
        {
            Story.Must(filing.Lock(cast.People.Convener));
        }
        _report.Round.Lock();
        cast.Audit.Record(
            cast.People.Convener, "lock-round", AuditSubject.Of<QuarterlyRound>(_report.RoundId), $"{Quarter}填報輪次鎖定");
        await cast.Db.SaveChangesAsync();
        SignedReport.Keep(_report, cast.SignedReports.Print(await SignedReport.ReadAsync(cast.Db, _report, atUtc, default)));
        await cast.Db.SaveChangesAsync();
    }

    private void Act(CompiledReportAction action, string directive, DateTime atUtc)
    {
        var actor = (action, _report.State) switch
        {
            (CompiledReportAction.SendUp, _) => cast.People.Compiler,
            (_, CompiledReportState.AwaitingDeputy) => cast.People.Deputy,
            _ => cast.People.Convener,
        };
        Story.Must(_report.Act(action, new SignOffText(directive, _report.Version), actor, atUtc));
        cast.Audit.Record(
            actor, action == CompiledReportAction.Sign ? "sign-report" : "send-up-report",
            AuditSubject.Of<CompiledReport>(_report.Id), $"{action.Chinese()}：{Quarter}彙整報告");
    }

    private string Summary(PlanStandings standings)
    {
        var counts = standings.Count(Quarter);
        var filed = filings.Count(one => one.State.IsFiled());
        var missing = filings.Where(one => !one.State.IsFiled()).Select(one => one.UnitName).ToList();
        var lights = Lights.InReadingOrder.Where(light => counts[light] > 0).Select(light => $"{light.Chinese()} {counts[light]} 項");
        return $"{Quarter}應填報單位 {filings.Count} 個，已填報 {filed} 個"
            + (missing.Count > 0 ? $"（未填報：{string.Join('、', missing)}）。" : "。")
            + $"\n推動作法共 {counts.Total} 項：{string.Join('、', lights)}。"
            + "\n落後及逾期項目之原因、因應對策及預定完成日如附表，已請主辦單位加強辦理。";
    }

    private static string Wording(StoryRow row, int filed, int asked) => row.Story.Row switch
    {
        "二(一)1.1" => $"各對外服務單位（{filed}/{asked} 已填）均按月檢查服務場所內外環境並作成紀錄，待修事項已通報修繕並列管追蹤。",
        "三(二)1.1" => $"各單位（{filed}/{asked} 已填）受理館長信箱、意見箱及專線意見均指派專人處理，平均三個工作日內回復。",
        "三(二)1.2" => $"各對外服務單位（{filed}/{asked} 已填）受理陳情及輿情均以最速件處理，並據以檢討修正服務措施。",
        _ => $"各單位（{filed}/{asked} 已填）讀者意見書均於三日內處理陳核並列管追蹤，處理滿意度均達 80% 以上。",
    };
}
