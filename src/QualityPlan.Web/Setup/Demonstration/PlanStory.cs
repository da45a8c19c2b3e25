using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Plans;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>Brings plans to approval, and the old ones to their close.</summary>
internal sealed class PlanStory(QualityPlanDb db, AuditTrail audit, DemonstrationPeople people, StoryClock clock)
{
    public async Task<DraftPlan> ApproveAsync(SourcePlan source, PlanHand hand, Letter letter)
    {
        var reading = new MeasureReading(hand.Units, new DeadlineContext(new RocYear(source.Year), hand.Calendar));
        var maker = new PlanMaker(db, reading) { UnitForBlankRows = hand.ForBlankRows };
        var at = TaipeiClock.StartOfDay(letter.IssuedOn).AddHours(10);
        clock.Set(at);
        var made = await maker.MakeAsync(source, letter.Agency);
        Note("import-plan", made.Plan, $"匯入計畫「{made.Plan.Title}」共 {made.Measures.Count} 列");
        var snapshot = PlanSnapshot.Of(made.Plan, await PlanTableReader.ReadAsync(db, made.Plan.Id, default));
        Story.Must(made.Plan.Approve(new Approval(people.Office, at, letter.IssuedOn, letter.Number, snapshot), made.Measures));
        Note("approve-plan", made.Plan, $"核定「{made.Plan.Title}」");
        await db.SaveChangesAsync();
        return made;
    }

    public async Task CloseAsync(DraftPlan made)
    {
        clock.Set(TaipeiClock.StartOfDay(made.Plan.Year.LastDay.AddDays(31)).AddHours(10));
        Story.Must(made.Plan.Close(people.Office));
        Note("close-plan", made.Plan, $"結案「{made.Plan.Title}」");
        await db.SaveChangesAsync();
    }

    private void Note(string action, Plan plan, string what) =>
        audit.Record(people.Office, action, AuditSubject.Of<Plan>(plan.Id), what);
}

/// <summary>By what a plan's texts are read, and who takes rows that name no unit.</summary>
internal sealed record PlanHand(UnitDirectory Units, OfficeCalendar Calendar, Assignee ForBlankRows);

/// <summary>The letter with which a plan was issued.</summary>
internal sealed record Letter(string Agency, DateOnly IssuedOn, string Number);
