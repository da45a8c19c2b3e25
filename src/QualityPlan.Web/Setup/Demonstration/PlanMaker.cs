using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>Writes a source plan into the database as a draft: chapters, outline, deadlines and units as they are read.</summary>
internal sealed class PlanMaker(QualityPlanDb db, MeasureReading reading)
{
    /// <summary>What is blank is decided as people would: the year's end for a deadline, one unit for a row without any.</summary>
    public required Assignee UnitForBlankRows { get; init; }

    public async Task<DraftPlan> MakeAsync(SourcePlan source, string agency)
    {
        var plan = new Plan(new RocYear(source.Year), source.Title, agency);
        foreach (var chapter in source.Chapters)
        {
            plan.AddChapter(chapter.Number, chapter.Title, chapter.Paragraphs);
        }
        db.Plans.Add(plan);
        await db.SaveChangesAsync();
        var measures = Measures(source, plan).ToList();
        db.Measures.AddRange(measures);
        await db.SaveChangesAsync();
        return new DraftPlan(plan, measures);
    }

    private IEnumerable<Measure> Measures(SourcePlan source, Plan plan)
    {
        Area? area = null;
        Area? leaf = null;
        PlanItem? item = null;
        var place = 0;
        foreach (var row in source.Rows)
        {
            place++;
            if (area?.Text != row.Area)
            {
                (area, leaf) = (new Area(plan.Id, null, row.Area, place), null);
            }
            if (leaf?.Text != row.SubArea)
            {
                (leaf, item) = (new Area(plan.Id, area, row.SubArea, place), null);
            }
            if (item?.Text != row.Item)
            {
                item = new PlanItem(plan.Id, leaf!, row.Item, place);
            }
            yield return Read(new Measure(plan.Id, item!, place, TextOf(row)), plan.Year);
        }
    }

    private Measure Read(Measure measure, RocYear year)
    {
        reading.Apply(measure);
        if (measure.DeadlineKind == DeadlineKind.Undecided)
        {
            reading.Decide(measure, DeadlineKind.Dated, [year.LastDay]);
        }
        if (measure.UnitsText.Length == 0)
        {
            measure.Assign([UnitForBlankRows], hasUnknownUnit: false);
        }
        return measure;
    }

    private static MeasureText TextOf(SourceRow row) => new(row.No, row.Approach, row.Deadline, string.Join('、', row.Units));
}

/// <summary>A plan with its rows in printed order.</summary>
internal sealed record DraftPlan(Plan Plan, IReadOnlyList<Measure> Measures);
