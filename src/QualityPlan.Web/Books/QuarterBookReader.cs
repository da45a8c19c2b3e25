using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>Reads what a 季彙整表 needs, in the same six queries whatever the plan's size.</summary>
public static class QuarterBookReader
{
    /// <summary>Null when the plan or its round does not exist.</summary>
    public static async Task<QuarterBookContent?> ReadAsync(
        QualityPlanDb db, int planId, Quarter quarter, DateOnly today, CancellationToken cancellation)
    {
        var head = await RoundReader.ReadHeadAsync(db, planId, quarter, cancellation);
        return head is null
            ? null
            : Compose(await RoundReader.ReadAsync(new RoundSource(db, Tables: null), head, today, cancellation), today);
    }

    /// <summary>The content of a round that was read already.</summary>
    public static QuarterBookContent Compose(RoundSheet sheet, DateOnly today)
    {
        var (head, table, standings) = sheet;
        var quarter = head.Quarter;
        return new QuarterBookContent(head.Plan.Agency, head.Plan.Title, quarter, [.. table.Rows.Select(row => Row(row, sheet))])
        {
            Headings = head.Plan.Headings,
            Summary = string.IsNullOrEmpty(head.Report?.Summary) ? [] : head.Report.Summary.Split('\n'),
            CountsByArea = QuarterCounts.ByArea(table.Rows, standings, quarter),
            CountsByUnit = QuarterCounts.ByUnit(table.Units, standings, quarter),
            SignOffs = SignOffLines(head.SignOffs),
            PrintedOn = RocDate.Long(today),
        };
    }

    private static QuarterBookRow Row(OutlineRow row, RoundSheet sheet)
    {
        var (id, quarter) = (row.MeasureId, sheet.Head.Quarter);
        var (filed, asked) = sheet.Standings.Filed(id, quarter);
        var units = sheet.Table.UnitsOf(id).OrderBy(unit => unit.Role).ThenBy(unit => unit.AssignmentId);
        return new QuarterBookRow(row, sheet.Standings.OfMeasure(id, quarter), [.. units.Select(unit => OfUnit(unit, sheet))])
        {
            Filed = filed,
            Asked = asked,
            CompiledWording = sheet.Wordings.GetValueOrDefault(id, ""),
        };
    }

    private static QuarterBookUnit OfUnit(RowUnit unit, RoundSheet sheet)
    {
        var light = sheet.Standings.OfAssignment(unit.AssignmentId, unit.MeasureId, sheet.Head.Quarter);
        var line = new QuarterBookUnit(unit.UnitId, unit.Name, light) { IsSupporting = unit.Role == AssignmentRole.Support };
        return sheet.Told.TryGetValue(unit.AssignmentId, out var told)
            ? line with
            {
                State = told.State,
                Narrative = told.Narrative,
                ActualPercent = told.ActualPercent,
                Cause = told.Cause,
                Countermeasure = told.Countermeasure,
                ExpectedDoneOn = told.ExpectedDoneOn,
                Evidence = told.Evidence,
            }
            : line;
    }

    private static List<string> SignOffLines(IEnumerable<SignOff> steps) =>
        [.. steps.Where(one => one.Action == CompiledReportAction.Sign)
            .Select(one => $"{one.From.Chinese()}：{one.ByName}　{TaipeiClock.Show(one.AtUtc)}"
                + (one.Directive.Length > 0 ? $"　批示：{one.Directive}" : ""))];
}
