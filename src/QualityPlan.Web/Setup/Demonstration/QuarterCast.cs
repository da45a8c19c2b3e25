using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>Who and what takes part in the quarters of the year in force.</summary>
internal sealed record QuarterCast(QualityPlanDb Db, AuditTrail Audit, DemonstrationPeople People, Plan Plan)
{
    public required ILookup<int, StoryRow> RowsOfUnit { get; init; }

    public required ReportStory Reports { get; init; }

    public required EvidenceStory Evidence { get; init; }

    public required SignedReport SignedReports { get; init; }

    public required WorkingHours Hours { get; init; }

    public void Note(Actor actor, string action, UnitFiling filing, string what) => Audit.Record(
        actor, action, AuditSubject.Of<UnitFiling>(filing.Id, filing.UnitId), $"{what}：{filing.UnitName} {filing.Round.Quarter}");
}
