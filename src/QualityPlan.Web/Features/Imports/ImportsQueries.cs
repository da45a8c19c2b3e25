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
        page = Math.Clamp(page, 1, 10_000);
        var own = db.ImportDrafts.AsNoTracking().Where(draft => draft.AccountId == actor.AccountId);
        var total = await own.CountAsync(cancellation);
        var drafts = await own
            .OrderByDescending(draft => draft.ChangedAtUtc).ThenByDescending(draft => draft.Id)
            .Skip((page - 1) * DraftsToAPage).Take(DraftsToAPage)
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
        var work = ImportWork.From(draft.Content);
        var content = work.Now();
        var finder = await DraftDesk.FinderAsync(db, content.Year, clock, cancellation);
        var all = finder.Find(content);
        var desk = new PreviewDesk(content, finder, all, view);
        var table = desk.Table();
        var document = work.Document();
        return new PreviewPage(draft.Id, draft.FileName, desk.Form(draft.Version))
        {
            IsUnread = work.IsUnread,
            UndoLabel = work.UndoLabel,
            RedoLabel = work.RedoLabel,
            HasSource = work.Source is not null,
            HasColumns = document is not null && HeadingsDesk.HasTable(document),
            Source = document is not null ? SourceDesk.Beside(document, desk.RowsOf(table), table.Part == 1, table.Part == table.Parts) : [],
            Doubts = desk.Shown,
            Total = desk.Listed.Count,
            AllCount = all.Count,
            OpenCount = all.Count(doubt => doubt.IsOpen),
            MustMendCount = all.Count(doubt => doubt is CellDoubt { MayAccept: false }),
            Units = finder.Directory.Units,
            Chapters = content.Chapters,
            Table = table,
            Rows = desk.DoubtfulRows(),
            SameFile = await db.Plans.AsNoTracking()
                .Where(plan => plan.SourceSha256 == draft.Sha256)
                .OrderByDescending(plan => plan.Id)
                .Select(plan => new ExistingPlan(plan.Id, plan.Title, plan.State))
                .FirstOrDefaultAsync(cancellation),
        };
    }

    /// <summary>The choice of columns; null when the draft is not there or not the actor's, or its file's tables are not kept.</summary>
    public async Task<HeadingsPage?> ColumnsAsync(int id, HeadingsForm? typed, (int Table, int? Header) wanted, Actor actor, CancellationToken cancellation)
    {
        var draft = await db.ImportDrafts.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.AccountId == actor.AccountId, cancellation);
        if (draft is null || ImportWork.From(draft.Content) is not { } work || work.Document() is not { } document)
        {
            return null;
        }
        var content = work.Now();
        var desk = new HeadingsDesk(document, await HeadingMemory.HintsAsync(db, [content.Agency], cancellation));
        if (desk.Usable.Count == 0)
        {
            return null;
        }
        var grid = desk.Find(wanted.Table > 0 ? wanted.Table : work.Chosen?.Table ?? 0) ?? desk.Largest;
        var isKept = work.Chosen?.Table == grid.Place.Table && wanted.Header is null;
        var header = Math.Clamp(wanted.Header ?? (isKept ? work.Chosen!.HeaderRow : HeadingsDesk.GuessHeader(grid)), 0, grid.Height - 1);
        return new HeadingsPage(draft.Id, draft.FileName, new HeadingsForm
        {
            Version = draft.Version,
            Table = grid.Place.Table,
            Header = header,
            Fields = typed?.Fields ?? (isKept ? [.. work.Chosen!.Fields] : desk.GuessFields(grid, header)),
            Remember = typed?.Remember ?? true,
        })
        {
            Agency = content.Agency,
            Tables = desk.Usable.Select(one => new TableChoice(one.Place.Table, one.Place.Name, one.Height, one.Width)).ToList(),
            Source = SourceDesk.Table(grid, 0, HeadingsPage.RowsShown),
            Columns = HeadingsDesk.Columns(grid, header),
            IsUnread = work.IsUnread,
            Steps = work.Steps.Count,
        };
    }
}

/// <summary>Which part of the repair screen is asked for, and what was typed when it comes back.</summary>
public sealed record RepairView(int Page, bool All, int Part)
{
    public RepairForm? Typed { get; init; }

    /// <summary>The id of a row that is to be in the part shown.</summary>
    public int At { get; init; }
}
