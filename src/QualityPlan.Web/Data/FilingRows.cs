using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Web.Data;

/// <summary>
/// Puts the rows of a filing together. The report of this round counts as filed, so that the light shown is the one
/// the row would have; of other rounds only what was filed counts.
/// </summary>
internal static class FilingRows
{
    public static FilingSheet Compose(FilingFacts facts, DateOnly today)
    {
        var (filing, table) = (facts.Filing, facts.Table);
        var own = table.Units.Where(unit => unit.UnitId == filing.UnitId).ToDictionary(unit => unit.MeasureId);
        var rows = table.Rows.Where(row => own.ContainsKey(row.MeasureId)).ToList();
        var standings = new PlanStandings(FactsOf(facts, own, rows), today);
        var earlier = new EarlierReports(facts);
        return new FilingSheet(filing, rows.Select(row => Row(row, own[row.MeasureId], facts, standings, earlier)).ToList());
    }

    private static SheetRow Row(
        OutlineRow row, RowUnit unit, FilingFacts facts, PlanStandings standings, EarlierReports earlier)
    {
        var quarter = facts.Filing.Round.Quarter;
        var now = earlier.Now(unit.AssignmentId);
        return new SheetRow(unit.AssignmentId, row, unit.Role)
        {
            GroupName = unit.GroupName,
            Owes = standings.Owes(unit.AssignmentId, row.MeasureId, quarter),
            Light = standings.OfAssignment(unit.AssignmentId, row.MeasureId, quarter),
            PlannedPercent = LightRule.PlannedPercent(
                facts.Table.CheckpointsOf(row.MeasureId).Select(one => new CheckpointStanding(one.DueOn, false)).ToList(), quarter),
            Due = Due(facts, unit, standings, now),
            Report = now?.Report,
            LastQuarter = earlier.Of(quarter.Previous, unit.AssignmentId, row.Text),
            LastYear = earlier.Of(new Quarter(quarter.Year.Previous, quarter.Number), unit.AssignmentId, row.Text),
            Evidence = facts.Evidence[unit.AssignmentId].ToList(),
            Defects = facts.Filing.Defects
                .Where(one => one.AssignmentId == unit.AssignmentId && one.MendedAtUtc is null).ToList(),
        };
    }

    private static List<SheetCheckpoint> Due(FilingFacts facts, RowUnit unit, PlanStandings standings, ReportRecord? now)
    {
        var quarter = facts.Filing.Round.Quarter;
        return facts.Table.CheckpointsOf(unit.MeasureId)
            .Where(one => one.DueOn <= quarter.LastDay)
            .Select(one => (one, isDoneBefore: standings.IsDoneBefore(unit.AssignmentId, one.Id, quarter)))
            .Where(pair => pair.one.DueOn >= quarter.FirstDay || !pair.isDoneBefore)
            .Select(pair =>
            {
                var mark = now?.Marks.FirstOrDefault(mark => mark.CheckpointId == pair.one.Id);
                return new SheetCheckpoint(pair.one.Id, pair.one.DueOn, pair.one.ExpectedCount, pair.isDoneBefore)
                {
                    IsOlder = pair.one.DueOn < quarter.FirstDay,
                    IsDone = pair.isDoneBefore || mark is { IsDone: true },
                    ActualCount = mark?.ActualCount,
                };
            })
            .ToList();
    }

    private static PlanFacts FactsOf(FilingFacts facts, Dictionary<int, RowUnit> own, List<OutlineRow> rows)
    {
        var round = facts.Filing.Round;
        return new PlanFacts(
            rows.Select(row => new MeasureFact(
                row.MeasureId, row.Place.Leaf.Id, row.DeadlineKind, StandingsReader.IsTracked(row.Control))).ToList(),
            own.Values.Select(unit => new AssignmentFact(unit.AssignmentId, unit.MeasureId, unit.UnitId, unit.Role)).ToList(),
            rows.SelectMany(row => facts.Table.CheckpointsOf(row.MeasureId))
                .Select(one => new CheckpointFact(one.Id, one.MeasureId, one.DueOn)).ToList(),
            facts.Reports.Where(one => one.PlanId == round.PlanId).Select(one => FactOf(one, round.Id)).ToList())
        {
            Rounds = [new RoundFact(round.Id, round.Quarter, round.ReportersCloseOn, round.IsLocked)],
        };
    }

    private static ReportFact FactOf(ReportRecord one, int roundId) =>
        new(one.AssignmentId, one.Quarter, one.Report.State, one.Report.ActualPercent)
        {
            IsFiled = one.RoundId == roundId || one.Filing.IsFiled(),
            DoneCheckpoints = one.Marks.Where(mark => mark.IsDone).Select(mark => mark.CheckpointId).ToList(),
        };

    /// <summary>Finds what the unit filed of a row before; in another year's plan by its number and words, else by its words.</summary>
    private sealed class EarlierReports(FilingFacts facts)
    {
        private readonly ILookup<(Quarter, int), ReportRecord> _samePlan = facts.Reports
            .Where(one => one.PlanId == facts.Filing.Round.PlanId)
            .ToLookup(one => (one.Quarter, one.AssignmentId));

        private readonly ILookup<(Quarter, string), ReportRecord> _otherPlans = facts.Reports
            .Where(one => one.PlanId != facts.Filing.Round.PlanId)
            .ToLookup(one => (one.Quarter, Folding.WithoutBlanks(one.Approach)));

        public ReportRecord? Now(int assignmentId) => _samePlan[(facts.Filing.Round.Quarter, assignmentId)].FirstOrDefault();

        public EarlierWords? Of(Quarter quarter, int assignmentId, MeasureText text)
        {
            var found = _samePlan[(quarter, assignmentId)].Concat(InOtherPlan(quarter, text))
                .FirstOrDefault(one => one.Filing.IsFiled() && one.Report.Narrative.Length > 0);
            return found is null ? null : new EarlierWords(found.Quarter, found.Report.State, found.Report.Narrative);
        }

        private IEnumerable<ReportRecord> InOtherPlan(Quarter quarter, MeasureText text) =>
            _otherPlans.Count == 0
                ? []
                : _otherPlans[(quarter, Folding.WithoutBlanks(text.Approach))].OrderByDescending(one => one.Number == text.Number);
    }
}
