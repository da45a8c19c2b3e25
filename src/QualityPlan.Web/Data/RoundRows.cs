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

/// <summary>A filing as the database holds it.</summary>
internal sealed record FilingRecord(UnitFiling Filing)
{
    public IReadOnlyList<ReportRow> Reports { get; init; } = [];

    /// <summary>While it is returned it stands as it was last submitted; rows begun since are left out.</summary>
    public FilingRecord AsSubmitted(IReadOnlyDictionary<int, LastSubmission> submitted) =>
        Filing.State != FilingState.Returned ? this : this with
        {
            Reports = Reports.Where(row => submitted.ContainsKey(row.Id))
                .Select(row => row.As(submitted[row.Id], Filing.SubmittedAtUtc)).ToList(),
        };
}

internal sealed record ReportRow(int Id, int AssignmentId, ReportState State, int? ActualPercent)
{
    public string Narrative { get; init; } = "";

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }

    public IReadOnlyList<int> Done { get; init; } = [];

    public IReadOnlyList<ToldEvidence> Evidence { get; init; } = [];

    public ReportRow As(LastSubmission submitted, DateTime? atUtc) => this with
    {
        State = submitted.Words.State,
        ActualPercent = submitted.Words.ActualPercent,
        Narrative = submitted.Words.Narrative,
        Cause = submitted.Words.Cause,
        Countermeasure = submitted.Words.Countermeasure,
        ExpectedDoneOn = submitted.Words.ExpectedDoneOn,
        Done = submitted.Done,
        Evidence = Evidence.Where(file => file.AtUtc <= atUtc).ToList(),
    };
}

/// <summary>A file by its caption, or by its name.</summary>
internal sealed record ToldEvidence(int Id, string Name, DateTime AtUtc);
