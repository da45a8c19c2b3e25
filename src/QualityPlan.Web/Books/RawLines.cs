using QualityPlan.Documents.Writing.Raw;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>The lines of 全部資料: one for each row, unit and quarter; a row without units or rounds stands once.</summary>
internal static class RawLines
{
    public static readonly IReadOnlyList<RawColumn> Columns =
    [
        new("year", "年度") { Width = 7 }, new("plan", "計畫") { Width = 30 }, new("plan_state", "計畫狀態") { Width = 10 },
        new("area", "實施要項") { Width = 22 }, new("sub_area", "次要項") { Width = 18 }, new("item", "執行項目") { Width = 24 },
        new("no", "編號") { Width = 7 }, new("approach", "推動作法") { Width = 50 }, new("deadline", "完成期限") { Width = 20 },
        new("units", "承辦單位（原文）") { Width = 18 }, new("supporting_units", "協辦單位（原文）") { Width = 18 },
        new("control", "列管狀態") { Width = 10 }, new("unit", "單位"), new("role", "主／協辦") { Width = 9 },
        new("quarter", "季別") { Width = 7 }, new("is_signed", "已簽核") { Width = 8 }, new("light", "燈號") { Width = 10 },
        new("filing_state", "填報狀態") { Width = 10 }, new("is_late", "逾期填報") { Width = 9 }, new("state", "辦理狀態") { Width = 10 },
        new("actual_percent", "實際進度") { Width = 9 }, new("narrative", "執行情形") { Width = 50 }, new("cause", "落後原因") { Width = 30 },
        new("countermeasure", "因應對策") { Width = 30 }, new("expected_done_on", "預定完成日") { Width = 12 },
        new("evidence", "佐證件數") { Width = 9 }, new("compiled_wording", "彙整文字") { Width = 50 },
    ];

    public static IEnumerable<object?[]> Of(RawSource source, DateOnly today)
    {
        var standings = new PlanStandings(source.Table.ToFacts(Rounds(source), Reports(source)), today);
        var begun = source.Rounds.Where(round => round.IsLocked || round.OpensOn <= today).ToList();
        foreach (var row in source.Table.Rows)
        {
            var head = Head(source.Plan, row);
            var units = source.Table.UnitsOf(row.MeasureId).OrderBy(unit => unit.Role).ThenBy(unit => unit.AssignmentId).ToList();
            if (units.Count == 0)
            {
                yield return Fill(head);
            }
            foreach (var unit in units)
            {
                object?[] part = [.. head, unit.Name, unit.Role == AssignmentRole.Lead ? "主辦" : "協辦"];
                if (begun.Count == 0)
                {
                    yield return Fill(part);
                }
                foreach (var round in begun)
                {
                    yield return Fill([.. part, .. Told(source, unit, round, standings.OfAssignment(unit.AssignmentId, row.MeasureId, round.Quarter))]);
                }
            }
        }
    }

    private static object?[] Head(Plan plan, OutlineRow row) =>
    [
        plan.Year.Value, plan.Title, plan.State.Chinese(),
        row.Place.Area.Text, row.Place.SubArea?.Text, row.Place.Item.Text,
        row.Text.Number, row.Text.Approach, row.Text.Deadline, row.Text.Units, row.Text.SupportingUnits,
        row.Control.Chinese(),
    ];

    private static object?[] Told(RawSource source, RowUnit unit, QuarterlyRound round, Light light)
    {
        object?[] standing = [round.Quarter.Number, round.IsLocked ? "是" : "否", light.Chinese()];
        var wording = source.Wordings.GetValueOrDefault((unit.MeasureId, round.Id));
        return source.Reports.TryGetValue((unit.AssignmentId, round.Id), out var told)
            ?
            [
                .. standing, told.Filing.Chinese(), told.IsLate ? "是" : "否", told.State.Chinese(), told.ActualPercent, told.Narrative,
                told.Cause, told.Countermeasure, told.ExpectedDoneOn is { } day ? RocDate.Short(day) : null, told.Evidence, wording,
            ]
            : [.. standing, FilingState.Empty.Chinese(), null, null, null, null, null, null, null, null, wording];
    }

    private static object?[] Fill(object?[] values) => [.. values, .. new object?[Columns.Count - values.Length]];

    private static List<RoundFact> Rounds(RawSource source) =>
        [.. source.Rounds.Select(round => new RoundFact(round.Id, round.Quarter, round.ReportersCloseOn, round.IsLocked)
        {
            HasGoneUp = source.GoneUp.Contains(round.Id),
        })];

    private static List<ReportFact> Reports(RawSource source)
    {
        var quarters = source.Rounds.ToDictionary(round => round.Id, round => round.Quarter);
        return
        [
            .. source.Reports.Values.Select(one => new ReportFact(one.AssignmentId, quarters[one.RoundId], one.State, one.ActualPercent)
            {
                IsFiled = true,
                DoneCheckpoints = one.Done,
            }),
        ];
    }
}
