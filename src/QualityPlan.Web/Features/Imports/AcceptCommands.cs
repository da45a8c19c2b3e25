using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Imports.Repair;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Makes a draft plan of a repaired reading: everything in one transaction, or nothing.</summary>
public sealed class AcceptCommands(QualityPlanDb db, AuditTrail audit, TimeProvider clock, ILogger<AcceptCommands> log)
{
    private const int Tries = 3;

    /// <summary>Null when the draft is not there or not the actor's.</summary>
    public async Task<AcceptOutcome?> AcceptAsync(int id, int version, Actor actor, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return await TryAsync(id, version, actor, cancellation);
            }
            catch (Exception problem) when (Overtaken.Says(problem))
            {
                db.ChangeTracker.Clear();
                if (left == 1)
                {
                    log.LogError(problem, "Import {Draft} was not written.", id);
                    return AcceptOutcome.Failed;
                }
                // Perhaps somebody made or renamed a unit at this moment: the next try takes it as it is.
            }
        }
    }

    private async Task<AcceptOutcome?> TryAsync(int id, int version, Actor actor, CancellationToken cancellation)
    {
        if (await DraftDesk.OwnAsync(db, id, actor, cancellation) is not { } draft)
        {
            return null;
        }
        if (draft.Version != version)
        {
            return AcceptOutcome.Stale;
        }
        var work = ImportWork.From(draft.Content);
        if (work.IsUnread)
        {
            return null;
        }
        var content = work.Now();
        var finder = await DraftDesk.FinderAsync(db, content.Year, clock, cancellation);
        var doubts = finder.Find(content);
        var open = doubts.Count(doubt => doubt.IsOpen);
        if (open > 0)
        {
            return new AcceptOutcome(null) { Open = open };
        }
        try
        {
            return new AcceptOutcome(await WriteAsync(draft, work, new UnitLearning(finder.Directory, doubts), actor, cancellation));
        }
        catch (DbUpdateConcurrencyException)
        {
            return AcceptOutcome.Stale;
        }
    }

    private async Task<int> WriteAsync(
        ImportDraft draft, ImportWork work, UnitLearning learning, Actor actor, CancellationToken cancellation)
    {
        var content = work.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var plan = NewPlan(draft, content);
        db.Plans.Add(plan);
        await learning.TeachAsync(db, audit, actor, cancellation);
        db.ImportDrafts.Remove(draft);
        await db.SaveChangesAsync(cancellation);

        // Read anew: now with the names just learnt and the units just made.
        var directory = await LibraryReader.ReadDirectoryAsync(db, cancellation);
        learning.RewriteUnlearnt(content, directory);
        var calendar = await LibraryReader.ReadCalendarAsync(db, plan.Year, cancellation);
        AddRows(plan, content, new MeasureReading(directory, new(plan.Year, calendar)));
        audit.Record(
            actor, "import-plan", AuditSubject.Of<Plan>(plan.Id), $"匯入計畫「{plan.Title}」為草案，共 {content.Rows.Count} 列",
            new AuditChange(null, new
            {
                plan.Title,
                Year = plan.Year.Value,
                plan.Agency,
                plan.SourceFileName,
                plan.SourceSha256,
                Rows = content.Rows.Count,
                content.Accepted,
                content.Mended,
                Steps = work.Steps.Select(step => step.Label),
                content.Units,
            }));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return plan.Id;
    }

    private static Plan NewPlan(ImportDraft draft, ImportContent content)
    {
        var plan = new Plan(new RocYear(content.Year), content.Title, content.Agency);
        plan.UseHeadings(content.Headings);
        plan.CameFrom(draft.FileName, draft.Sha256);
        foreach (var chapter in content.Chapters.Where(PlanTexts.Fits))
        {
            plan.AddChapter(chapter.Number, chapter.Title, chapter.Paragraphs);
        }
        return plan;
    }

    private void AddRows(Plan plan, ImportContent content, MeasureReading reading)
    {
        var areas = new Dictionary<int, Area>();
        var items = new Dictionary<int, PlanItem>();
        foreach (var row in PlanTree.Build(content.Rows))
        {
            var area = AreaOf(plan.Id, row.Place, areas);
            if (!items.TryGetValue(row.Place.Item.Id, out var item))
            {
                item = new PlanItem(plan.Id, area, row.Place.Item.Text, row.Place.Item.Position);
                items.Add(row.Place.Item.Id, item);
                db.PlanItems.Add(item);
            }
            var measure = new Measure(plan.Id, item, row.Position, row.Text);
            reading.Apply(measure);
            db.Measures.Add(measure);
        }
    }

    private Area AreaOf(int planId, OutlinePlace place, Dictionary<int, Area> areas)
    {
        var area = Find(place.Area, null);
        return place.SubArea is { } subArea ? Find(subArea, area) : area;

        Area Find(OutlineStep step, Area? parent)
        {
            if (!areas.TryGetValue(step.Id, out var known))
            {
                known = new Area(planId, parent, step.Text, step.Position);
                areas.Add(step.Id, known);
                db.Areas.Add(known);
            }
            return known;
        }
    }
}

/// <summary>The new plan, or what stands in the way: open doubts, or a draft that changed meanwhile.</summary>
public sealed record AcceptOutcome(int? PlanId)
{
    public static readonly AcceptOutcome Stale = new((int?)null) { IsStale = true };

    /// <summary>The database refused; nothing was written, not even in part.</summary>
    public static readonly AcceptOutcome Failed = new((int?)null) { IsFailed = true };

    public bool IsStale { get; private init; }

    public bool IsFailed { get; private init; }

    public int Open { get; init; }
}
