using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>A criteria list of the year and what answers to it, with gaps as they are found in spring: criteria that nobody has thought of yet.</summary>
internal sealed class CriteriaStory(QualityPlanDb db, AuditTrail audit, DemonstrationPeople people)
{
    private const string Name = "政府服務獎自評（示範）";

    public async Task TellAsync(DraftPlan plan, StoryClock clock, DateTime atUtc)
    {
        clock.Set(atUtc);
        var told = SourcePlan.Load<List<ToldCriterion>>("criteria.json");
        var list = new CriteriaList(plan.Plan.Year, Name);
        list.Fill(told.Select(one => one.ToLine()));
        db.CriteriaLists.Add(list);
        audit.Record(people.Office, "import-criteria", AuditSubject.New<CriteriaList>(() => list.Id), $"匯入評核項目清單「{list.Title}」共 {told.Count} 項");
        await db.SaveChangesAsync();
        foreach (var (criterion, story) in list.Criteria.Zip(told).Where(pair => pair.Second.Rows.Count > 0))
        {
            db.CriterionTags.AddRange(story.Rows.Select(row => new CriterionTag(criterion.Id, plan.Measures[row].Id, people.Office, atUtc)));
            audit.Record(people.Office, "tag-criterion", AuditSubject.Of<Criterion>(criterion.Id),
                $"評核項目「{criterion.Number} {criterion.Title}」對應{plan.Plan.Year}年度計畫：增加{story.Rows.Count}列、取消0列");
        }
        await db.SaveChangesAsync();
    }

    /// <summary>A criterion with the places of the rows in the plan that answer to it, from 0.</summary>
    private sealed record ToldCriterion(string Number, string Title, string Points, string Description)
    {
        public int Level { get; init; }

        public IReadOnlyList<int> Rows { get; init; } = [];

        public CriterionLine ToLine() => new(Level, new CriterionText(Number, Title) { Points = Points, Description = Description });
    }
}
