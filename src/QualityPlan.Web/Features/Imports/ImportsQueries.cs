using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair;

namespace QualityPlan.Web.Features.Imports;

/// <summary>What the import pages show.</summary>
public sealed class ImportsQueries(QualityPlanDb db, TimeProvider clock)
{
    private const int DraftsToAPage = 50;

    /// <summary>The actor's own half-done imports, the last touched first.</summary>
    public async Task<IndexPage> IndexAsync(int page, Actor actor, CancellationToken cancellation)
    {
        var own = db.ImportDrafts.AsNoTracking().Where(draft => draft.AccountId == actor.AccountId);
        var total = await own.CountAsync(cancellation);
        var drafts = await own
            .OrderByDescending(draft => draft.ChangedAtUtc).ThenByDescending(draft => draft.Id)
            .Skip((Math.Max(1, page) - 1) * DraftsToAPage).Take(DraftsToAPage)
            .Select(draft => new DraftLine(draft.Id, draft.FileName, draft.Title)
            {
                RowCount = draft.RowCount,
                OpenCount = draft.OpenCount,
                ChangedAtUtc = draft.ChangedAtUtc,
            })
            .ToListAsync(cancellation);
        return new IndexPage(drafts, page, total);
    }

    /// <summary>
    /// The repair screen, in five queries; null when the draft is not there or not the actor's. Of a form that
    /// could not be taken over the typed answers are kept.
    /// </summary>
    public async Task<PreviewPage?> PreviewAsync(int id, RepairView view, Actor actor, CancellationToken cancellation)
    {
        var draft = await db.ImportDrafts.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.AccountId == actor.AccountId, cancellation);
        if (draft is null)
        {
            return null;
        }
        var content = ImportContent.From(draft.Content);
        var finder = await DraftDesk.FinderAsync(db, content.Year, clock, cancellation);
        var all = finder.Find(content);
        var desk = new PreviewDesk(content, finder, all, view);
        return new PreviewPage(draft.Id, draft.FileName, desk.Form(draft.Version))
        {
            Doubts = desk.Shown,
            Total = desk.Listed.Count,
            AllCount = all.Count,
            OpenCount = all.Count(doubt => doubt.IsOpen),
            MustMendCount = all.Count(doubt => doubt is CellDoubt { MayAccept: false }),
            Units = finder.Directory.Units,
            Chapters = content.Chapters,
            Table = desk.Table(),
            Rows = desk.DoubtfulRows(),
            SameFile = await db.Plans.AsNoTracking()
                .Where(plan => plan.SourceSha256 == draft.Sha256)
                .OrderByDescending(plan => plan.Id)
                .Select(plan => new ExistingPlan(plan.Id, plan.Title, plan.State))
                .FirstOrDefaultAsync(cancellation),
        };
    }
}

/// <summary>Which part of the repair screen is asked for, and what was typed when it comes back.</summary>
public sealed record RepairView(int Page, bool All, int Part)
{
    public RepairForm? Typed { get; init; }
}
