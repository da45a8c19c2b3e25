using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Imports.Repair;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Brings a draft and what its texts are understood by to the desk.</summary>
internal static class DraftDesk
{
    /// <summary>The actor's own draft; those of others are as if they were not there.</summary>
    public static Task<ImportDraft?> OwnAsync(QualityPlanDb db, int id, Actor actor, CancellationToken cancellation) =>
        db.ImportDrafts.SingleOrDefaultAsync(draft => draft.Id == id && draft.AccountId == actor.AccountId, cancellation);

    /// <summary>Looks for doubts with the units and working days as they are now, in three queries.</summary>
    public static async Task<DoubtFinder> FinderAsync(QualityPlanDb db, int year, TimeProvider clock, CancellationToken cancellation) => new(
        await LibraryReader.ReadDirectoryAsync(db, cancellation),
        await LibraryReader.ReadCalendarAsync(db, new RocYear(year), cancellation),
        TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime));

    /// <summary>
    /// Writes the work into the draft; false when it is longer than a draft may be, even without the file's tables,
    /// which are only shown beside it.
    /// </summary>
    public static bool Keep(ImportDraft draft, ImportWork work, DoubtFinder finder, DateTime now)
    {
        var json = work.ToJson();
        if (json.Length > ImportDraft.ContentLength && !work.IsUnread)
        {
            work.Source = null;
            json = work.ToJson();
        }
        if (json.Length > ImportDraft.ContentLength)
        {
            return false;
        }
        var content = work.Now();
        var open = work.IsUnread ? 0 : finder.Find(content).Count(doubt => doubt.IsOpen);
        draft.Keep(json, new ImportProgress(content.Title, content.Rows.Count, open), now);
        return true;
    }
}
