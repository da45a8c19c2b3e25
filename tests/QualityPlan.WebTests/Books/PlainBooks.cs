using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;

namespace QualityPlan.WebTests.Books;

/// <summary>A table a book has to have: its heads, and every row cell by cell.</summary>
internal sealed record PlainTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>What each book promises, put together from <see cref="PlainFacts"/>. The first quarter is over, the second is not.</summary>
internal sealed class PlainBooks(PlainFacts facts)
{
    /// <summary>On the day of the ground the third quarter can be filed already.</summary>
    private static readonly int[] Begun = [1, 2, 3];

    private static readonly string[] Place = ["實施要項", "執行項目", "推動作法", "完成期限"];

    public IReadOnlyList<PlainTable> Of(BookWish wish) => wish.Kind switch
    {
        BookKind.Plan => [PlanTable()],
        BookKind.Quarter => [AreaCounts(wish.Quarter!.Value), UnitCounts(wish.Quarter!.Value), QuarterExceptions(wish.Quarter!.Value), QuarterTable(wish.Quarter!.Value)],
        BookKind.Exceptions => [Exceptions(wish.Quarter!.Value)],
        BookKind.Unit => [UnitCounts(wish.UnitId!.Value, Begun), UnitTable(wish.UnitId!.Value)],
        BookKind.Year => [AreaCounts(1), .. YearTables()],
        _ => [],
    };

    /// <summary>Paragraphs that stand in the book beside its tables.</summary>
    public IReadOnlyList<string> ParagraphsOf(BookWish wish) => wish switch
    {
        { Kind: BookKind.Plan, IsTableOnly: false } => [.. facts.Chapters.SelectMany(chapter => chapter.Text.Split('\n'))],
        { Kind: BookKind.Quarter, Quarter: 1 } => [.. facts.Compiled.Single().Summary.Split('\n')],
        _ => [],
    };

    private PlainTable PlanTable() => new([.. Place, "承辦單位"], [.. facts.Measures.Select(row => (IReadOnlyList<string>)
        [facts.PrintedAreaOf(row), row.Item.Text, Approach(row), row.DeadlineText, row.UnitsText])]);

    private PlainTable AreaCounts(int quarter) => new(["實施要項", "列數", .. PlainFacts.Words], [
        .. facts.Measures.GroupBy(facts.TopAreaOf).Select(area => (IReadOnlyList<string>)
            [area.Key, .. PlainFacts.Counts(area.Select(row => facts.Light(row, quarter, quarter == 1)))]),
        ["合計", .. PlainFacts.Counts(facts.Measures.Select(row => facts.Light(row, quarter, quarter == 1)))]]);

    private PlainTable UnitCounts(int quarter) => new(["單位", "列數", .. PlainFacts.Words], [
        .. facts.Measures.SelectMany(row => PlainFacts.Leads(row).Select(lead => (row, lead))).GroupBy(pair => pair.lead.UnitId).OrderBy(unit => unit.Key)
            .Select(unit => (IReadOnlyList<string>)
                [unit.First().lead.UnitName, .. PlainFacts.Counts(unit.Select(pair => facts.Light(pair.row, pair.lead, quarter, quarter == 1)))])]);

    private PlainTable UnitCounts(int unitId, int[] quarters) => new(["季別（主辦列）", "列數", .. PlainFacts.Words], [.. quarters.Select(quarter => (IReadOnlyList<string>)
        [$"115年第{quarter}季（{(quarter == 1 ? "已簽核" : "未簽核，目前資料")}）", .. PlainFacts.Counts(facts.Measures
            .SelectMany(row => PlainFacts.Leads(row).Where(lead => lead.UnitId == unitId).Select(lead => facts.Light(row, lead, quarter, quarter == 1))))])]);

    private PlainTable QuarterTable(int quarter) => new([.. Place, "承辦單位", "燈號", "進度", "執行情形"], [.. facts.Measures.Select(row =>
    {
        var reports = PlainFacts.UnitsOf(row).Select(unit => facts.Report(unit, quarter)).ToList();
        var percents = reports.Select(report => report?.ActualPercent).OfType<int>().ToList();
        var leads = PlainFacts.Leads(row).ToList();
        var filed = leads.Count > 1 ? $"\n（{leads.Count(lead => facts.Report(lead, quarter) is not null)}/{leads.Count} 已填）" : "";
        return (IReadOnlyList<string>)[facts.PrintedAreaOf(row), row.Item.Text, Approach(row), row.DeadlineText, row.UnitsText + filed,
            facts.Light(row, quarter, quarter == 1), percents.Count == 0 ? "－" : $"{percents.Min()}%", Words(row, quarter)];
    })]);

    private string Words(Measure row, int quarter)
    {
        var units = PlainFacts.UnitsOf(row).ToList();
        var told = facts.Wording(row, quarter) is { Length: > 0 } wording ? wording
            : string.Join('\n', units.Select(unit => Words(row, unit, quarter, units.Count > 1 ? $"【{unit.UnitName}】" : "")));
        return told + Evidence(units.SelectMany(unit => facts.Report(unit, quarter)?.Evidence ?? []));
    }

    private string Words(Measure row, Assignment unit, int quarter, string name) => facts.Report(unit, quarter) is { } report
        ? $"{name}（{report.State.Chinese()}）{report.Narrative}"
            + (report.Cause.Length > 0 ? $"\n落後原因：{report.Cause}" : "") + (report.Countermeasure.Length > 0 ? $"\n因應對策：{report.Countermeasure}" : "")
        : name + facts.Light(row, unit, quarter, quarter == 1) switch
        {
            "已完成" => "前已完成，本季無須填報",
            "未到期" => "本季未填，尚無到期的查核點",
            _ => "未填報",
        };

    private static string Evidence(IEnumerable<Evidence> files) =>
        string.Join('、', files.OrderBy(file => file.Id).Select(file => file.FileName)) is { Length: > 0 } names ? $"\n佐證：{names}" : "";

    private IEnumerable<(Measure Row, Assignment Unit, string Light)> Late(int quarter) => facts.Measures
        .SelectMany(row => PlainFacts.Leads(row).Select(unit => (Row: row, Unit: unit, Light: facts.Light(row, unit, quarter, quarter == 1))))
        .Where(one => one.Light is "落後" or "逾期");

    private PlainTable QuarterExceptions(int quarter) => new(["推動作法", "單位", "燈號", "落後原因", "因應對策", "預定完成日"], [.. Late(quarter).Select(one =>
    {
        var report = facts.Report(one.Unit, quarter);
        return (IReadOnlyList<string>)[Approach(one.Row), one.Unit.UnitName, one.Light, report?.Cause ?? "", report?.Countermeasure ?? "", Day(report)];
    })]);

    private PlainTable Exceptions(int quarter) => new(
        ["推動作法", "承辦單位", "完成期限", "燈號", "落後原因", "因應對策", "預定完成日", "會議裁示"],
        [.. Late(quarter).OrderBy(one => one.Light == "逾期" ? 0 : 1).Select(one =>
        {
            var since = Enumerable.Range(1, quarter).Reverse().FirstOrDefault(number => facts.Report(one.Unit, number) is { Cause.Length: > 0 });
            var report = facts.Report(one.Unit, since == 0 ? quarter : since);
            var cause = report is { Cause.Length: > 0 } ? report.Cause + (since == quarter ? "" : $"（115年第{since}季所報）") : "";
            return (IReadOnlyList<string>)[Approach(one.Row), one.Unit.UnitName, one.Row.DeadlineText, one.Light, cause, report?.Countermeasure ?? "", Day(report), ""];
        })]);

    private PlainTable UnitTable(int unitId) => new([.. Place, "主／協辦", "季別", "燈號", "進度", "執行情形"], [
        .. from row in facts.Measures
           from unit in PlainFacts.UnitsOf(row).Where(one => one.UnitId == unitId)
           from quarter in Begun
           let report = facts.Report(unit, quarter)
           select (IReadOnlyList<string>)[facts.PrintedAreaOf(row), row.Item.Text, Approach(row), row.DeadlineText,
               unit.Role == AssignmentRole.Lead ? "主辦" : "協辦", $"第{quarter}季", facts.Light(row, unit, quarter, quarter == 1),
               report?.ActualPercent is { } percent ? $"{percent}%" : "－", Words(row, unit, quarter, "") + Evidence(report?.Evidence ?? [])]]);

    /// <summary>The year counts up to the last signed quarter, the first.</summary>
    private IEnumerable<PlainTable> YearTables() => facts.Measures.GroupBy(facts.TopAreaOf).Select(area => new PlainTable(
        ["推動作法", "承辦單位", "燈號", "各季執行情形"],
        [.. area.Select(row => (IReadOnlyList<string>)[Approach(row), row.UnitsText, facts.Light(row, 1, true), Told(row)])]));

    private string Told(Measure row)
    {
        var units = PlainFacts.UnitsOf(row).ToList();
        var told = facts.Wording(row, 1) is { Length: > 0 } wording ? [wording]
            : PlainFacts.Leads(row).Where(unit => facts.Report(unit, 1) is { Narrative.Length: > 0 })
                .Select(unit => (units.Count > 1 ? $"【{unit.UnitName}】" : "") + facts.Report(unit, 1)!.Narrative).ToList();
        return told.Count == 0 ? "本年度沒有填報內容" : string.Join('\n', told.Select(text => $"第1季：{text}"));
    }

    private static string Approach(Measure row) => $"{row.Number} {row.Approach}";

    private static string Day(ProgressReport? report) => report?.ExpectedDoneOn is { } day ? RocDate.Short(day) : "";
}
