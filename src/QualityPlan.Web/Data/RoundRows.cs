using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>Puts a round together from what the database holds of it.</summary>
internal static class RoundRows
{
    public static RoundSheet Compose(
        RoundHead head, PlanTable table, IReadOnlyList<FilingRecord> filings, DateOnly today)
    {
        var standings = new PlanStandings(table.ToFacts(FactsOf(head), FactsOf(filings)), today);
        var own = filings.Where(one => one.Filing.RoundId == head.Round.Id).ToList();
        var carried = table.Units.ToLookup(unit => unit.UnitId);
        return new RoundSheet(head, table, standings)
        {
            Filings = own.Select(one => Count(one, carried[one.Filing.UnitId], head, standings)).ToList(),
            Told = own.Where(one => one.Filing.State.IsFiled())
                .SelectMany(one => one.Reports)
                .ToDictionary(report => report.AssignmentId, Told),
            Wordings = new Dictionary<int, string>(),
        };
    }

    private static RoundFiling Count(
        FilingRecord record, IEnumerable<RowUnit> carried, RoundHead head, PlanStandings standings)
    {
        var quarter = head.Round.Quarter;
        var rows = carried.ToList();
        var owed = rows.Where(row => standings.Owes(row.AssignmentId, row.MeasureId, quarter))
            .Select(row => row.AssignmentId).ToHashSet();
        return new RoundFiling(record.Filing)
        {
            Owed = owed.Count,
            Filled = record.Reports.Count(report => report.Narrative.Length > 0 && owed.Contains(report.AssignmentId)),
            Exceptions = rows.Count(row => row.Role == AssignmentRole.Lead
                && standings.OfAssignment(row.AssignmentId, row.MeasureId, quarter).IsException()),
        };
    }

    private static List<RoundFact> FactsOf(RoundHead head) => head.Rounds
        .Select(round => new RoundFact(round.Id, round.Quarter, round.ReportersCloseOn, round.IsLocked)
        {
            HasGoneUp = head.CountsAsClosed && round.Id == head.Round.Id,
        })
        .ToList();

    private static List<ReportFact> FactsOf(IEnumerable<FilingRecord> filings) => filings
        .Where(one => one.Filing.State.IsFiled())
        .SelectMany(one => one.Reports, (one, report) => new ReportFact(
            report.AssignmentId, one.Filing.Round.Quarter, report.State, report.ActualPercent)
        {
            IsFiled = true,
            DoneCheckpoints = report.Done,
        })
        .ToList();

    private static ToldReport Told(ReportRow report) => new(report.AssignmentId, report.State, report.Narrative)
    {
        ActualPercent = report.ActualPercent,
        Cause = report.Cause,
        Countermeasure = report.Countermeasure,
        ExpectedDoneOn = report.ExpectedDoneOn,
        Evidence = report.Evidence.Select(file => file.Name).ToList(),
    };
}
