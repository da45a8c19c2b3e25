using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Exports;

/// <summary>
/// Who may have which book: the lines of permissions.txt for its own address, the plan's state, the unit. The same answer
/// for taking it at once, for ordering it, for looking at it, and again when a made paper is handed out.
/// </summary>
public sealed class BookRights(QualityPlanDb db, PermissionFile permissions, TimeProvider clock)
{
    private const string NotYet = "這個計畫的這一季還沒有可以看的資料：還沒有開始填報，或還沒有簽核。請改選其他季別。";

    public DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether the person's roles open the book's address at all.</summary>
    public bool Admits(BookEntry book, Actor by) =>
        permissions.For($"GET Exports.{book.Action}").Any(line => line.Admits(by));

    /// <summary>The wish with what the person may see, and its plan; null for whom there is no such book.</summary>
    public async Task<PlannedBook?> AdmitAsync(BookWish wish, Actor by, CancellationToken cancellation)
    {
        var isOwnUnit = wish.Kind == BookKind.Unit && wish.UnitId == by.UnitId;
        if (wish.Kind == BookKind.Unit && !(wish.UnitId is { } unit && by.MaySee(unit)))
        {
            return null;
        }
        var plan = await RoundReader.ReadPlanAsync(db, wish.PlanId, cancellation);
        return plan is not null && PlanReaders.StatesFor(by).Contains(plan.Plan.State)
            ? new PlannedBook(wish with { SeesUnsigned = by.SeesAllUnits || isOwnUnit }, plan)
            : null;
    }

    /// <summary>Why there is nothing to print of the quarter or year; null when there is something.</summary>
    public string? Lack(PlannedBook book)
    {
        var (wish, plan) = book;
        return wish.Kind is BookKind.Plan or BookKind.Unit
            || plan.Heads.Any(head => (wish.Kind == BookKind.Year || head.Quarter.Number == wish.Quarter)
                && (head.Round.IsLocked || (wish.SeesUnsigned && head.Round.OpensOn <= Today)))
            ? null
            : NotYet;
    }

    /// <summary>
    /// Whether the owner of a paper may still have it: his roles, the plan's state and his unit as they are now, and
    /// nothing in it that he would not see today.
    /// </summary>
    public async Task<bool> MaySeeAsync(BookForm form, PaperSight sight, Actor by, CancellationToken cancellation) =>
        MaySee(form, sight, by)
        && (form.Entry!.Kind is not { } kind || await AdmitAsync(form.Wish(kind), by, cancellation) is not null);

    /// <summary>The part of the answer that needs no database.</summary>
    public bool MaySee(BookForm form, PaperSight sight, Actor by) =>
        form.Entry is { } book
        && Admits(book, by)
        && (!book.NeedsUnit || (form.UnitId is { } unit && by.MaySee(unit)))
        && (!sight.Unsigned || by.SeesAllUnits || (book.NeedsUnit && form.UnitId == by.UnitId))
        && (!sight.Drafts || book.NeedsPlan || PlanReaders.StatesFor(by).Contains(PlanState.Draft));
}

/// <summary>How far the owner of a paper saw when it was made.</summary>
public readonly record struct PaperSight(bool Unsigned, bool Drafts);
