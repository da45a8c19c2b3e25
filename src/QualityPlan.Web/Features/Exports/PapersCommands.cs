using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Exports;

/// <summary>Orders papers, hands them out to their owners, and takes them away again.</summary>
public sealed class PapersCommands(QualityPlanDb db, BookRights rights, PaperMaker maker, AuditTrail audit, TimeProvider clock)
{
    /// <summary>A second order of the same paper within this time is the second click of a double click.</summary>
    private static readonly TimeSpan DoubleClick = TimeSpan.FromSeconds(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Orders what the form chose, and answers when it is made or the patience is over.</summary>
    public async Task<OrderedPaper> OrderAsync(BookForm form, Actor by, TimeSpan patience)
    {
        if (form.Fault(needsFormat: true) is { } fault)
        {
            return new OrderedPaper(0, Verdict.No("faulty-book", fault.Sentence)) { Box = fault.Box };
        }
        var (wish, may, box) = await WishAsync(form, by);
        if (wish is null)
        {
            return new OrderedPaper(0, may) { Box = box };
        }
        var (paperId, isNew, allowed) = await SaveAsync(wish, by);
        // It goes on when the person leaves the page.
        await Task.WhenAny(isNew ? maker.Take(paperId) : maker.Made(paperId), Task.Delay(patience));
        return new OrderedPaper(paperId, allowed);
    }

    /// <summary>The bytes, as long as the owner may still see them; null for everybody and everything else.</summary>
    public async Task<TakenBook?> TakeAsync(int paperId, bool isDespiteBoxes, Actor by, CancellationToken cancellation)
    {
        var since = Now - Paper.KeptFor;
        var paper = await db.Papers.AsNoTracking().SingleOrDefaultAsync(
            one => one.Id == paperId && one.AccountId == by.AccountId && one.State == PaperState.Ready && one.OrderedAtUtc > since, cancellation);
        if (paper is null || !await rights.MaySeeAsync(BookForm.Of(paper), new PaperSight(paper.ShowsUnsigned, paper.ShowsDrafts), by, cancellation))
        {
            return null;
        }
        if (paper.Missing.Length > 0 && !isDespiteBoxes)
        {
            return new TakenBook(paper.FileName, "", []) { Missing = [.. paper.Missing.EnumerateRunes().Select(rune => rune.ToString())] };
        }
        var subject = paper.PlanId > 0 ? AuditSubject.Of<Plan>(paper.PlanId) : new AuditSubject("Everything", "raw", null);
        audit.Record(by, "export", subject, $"匯出「{paper.FileName}」（報表中心製作）");
        await db.SaveChangesAsync(cancellation);
        return new TakenBook(paper.FileName, ContentType(paper), paper.Bytes!);
    }

    /// <summary>Takes back what is under way and removes what is made; false when it is not there or not the actor's.</summary>
    public async Task<bool> RemoveAsync(int paperId, Actor by, CancellationToken cancellation)
    {
        await using var turn = await db.Database.BeginTransactionAsync(cancellation);
        var own = db.Papers.Where(paper => paper.Id == paperId && paper.AccountId == by.AccountId);
        var title = await own.Select(paper => paper.Title + "." + paper.Format).SingleOrDefaultAsync(cancellation);
        if (title is null || await own.ExecuteDeleteAsync(cancellation) == 0)
        {
            return false;
        }
        audit.Record(by, "remove-paper", AuditSubject.Of<Paper>(paperId), $"取消或移除報表「{title}」");
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        maker.Drop(paperId);
        return true;
    }

    private async Task<(PaperWish? Wish, Verdict May, string Box)> WishAsync(BookForm form, Actor by)
    {
        var entry = form.Entry!;
        if (!rights.Admits(entry, by))
        {
            return (null, VerdictAnswers.Unknown, "");
        }
        var wish = new PaperWish(entry.Key, entry.NeedsPlan ? form.PlanId!.Value : 0, form.Format!)
        {
            Quarter = entry.NeedsQuarter ? form.Quarter : null,
            UnitId = entry.NeedsUnit ? form.UnitId : null,
            ShowsUnsigned = true,
            ShowsDrafts = PlanReaders.StatesFor(by).Contains(PlanState.Draft),
        };
        if (entry.Kind is not { } kind)
        {
            return (wish with { Title = entry.Name }, Verdict.Yes, "");
        }
        if (await rights.AdmitAsync(form.Wish(kind), by, default) is not { } admitted)
        {
            return (null, VerdictAnswers.Unknown, "");
        }
        if (rights.Lack(admitted) is { } lack)
        {
            return (null, Verdict.No("no-quarter", lack), nameof(BookForm.Quarter));
        }
        var unit = wish.UnitId is { } id ? await db.Units.Where(one => one.Id == id).Select(one => one.Name).SingleOrDefaultAsync() : "";
        return unit is null
            ? (null, VerdictAnswers.Unknown, "")
            : (wish with { Title = form.TitleFor(admitted.Plan.Plan.Title, unit), ShowsUnsigned = admitted.Wish.SeesUnsigned && kind != BookKind.Plan }, Verdict.Yes, "");
    }

    /// <summary>One order at a time for a person: two clicks make one paper.</summary>
    private async Task<(int PaperId, bool IsNew, Verdict May)> SaveAsync(PaperWish wish, Actor by)
    {
        await using var turn = await db.Database.BeginTransactionAsync();
        // Writes the row as it is, which locks it until the end of the transaction.
        await db.Accounts.Where(account => account.Id == by.AccountId)
            .ExecuteUpdateAsync(account => account.SetProperty(one => one.UserName, one => one.UserName));
        var now = Now;
        await ClearAsync(by.AccountId, now);
        var own = await db.Papers.Where(paper => paper.AccountId == by.AccountId)
            .Select(paper => new { paper.Id, paper.State, paper.AliveAtUtc, paper.OrderedAtUtc, paper.Book, paper.PlanId, paper.Quarter, paper.UnitId, paper.Format })
            .ToListAsync();
        var underWay = own.Where(paper => PaperLine.IsUnderWay(paper.State, paper.AliveAtUtc, now)).ToList();
        var same = own.Find(paper => (underWay.Contains(paper) || (paper.State == PaperState.Ready && paper.OrderedAtUtc > now - DoubleClick))
            && (paper.Book, paper.PlanId, paper.Quarter, paper.UnitId, paper.Format) == (wish.Book, wish.PlanId, wish.Quarter, wish.UnitId, wish.Format));
        if (same is not null)
        {
            await turn.CommitAsync();
            return (same.Id, false, Verdict.Yes);
        }
        if (underWay.Count >= Paper.MostUnderWay)
        {
            return (0, false, Verdict.No("too-many-papers", $"您已有{underWay.Count}份報表在製作，請等其中一份完成，或取消不要的，再製作這一份。"));
        }
        var ordered = new Paper(by.AccountId, wish, now);
        db.Papers.Add(ordered);
        audit.Record(by, "make-paper", AuditSubject.New<Paper>(() => ordered.Id), $"製作報表「{wish.Title}.{wish.Format}」");
        await db.SaveChangesAsync();
        await turn.CommitAsync();
        return (ordered.Id, true, Verdict.Yes);
    }

    /// <summary>What is too old goes, of everybody; and the oldest of this person's that are too many.</summary>
    private async Task ClearAsync(int accountId, DateTime now)
    {
        var since = now - Paper.KeptFor;
        await db.Papers.Where(paper => paper.OrderedAtUtc <= since).ExecuteDeleteAsync();
        var tooMany = await db.Papers.Where(paper => paper.AccountId == accountId)
            .OrderByDescending(paper => paper.Id).Skip(Paper.MostKept - 1).Select(paper => paper.Id).ToArrayAsync();
        await db.Papers.Where(paper => EF.Parameter(tooMany).Contains(paper.Id)).ExecuteDeleteAsync();
    }

    private static string ContentType(Paper paper) => BookPress.FormatOf(paper.Format) is { } format && paper.PlanId > 0
        ? BookPress.ContentType(format)
        : RawBook.KindOf(paper.Format)!.ContentType;
}

/// <summary>What became of an order: the paper, or why there is none and which box is at fault.</summary>
public sealed record OrderedPaper(int PaperId, Verdict May)
{
    public string Box { get; init; } = "";
}
