using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Exports;

/// <summary>One's own papers, and books on screen.</summary>
public sealed class PapersQueries(QualityPlanDb db, BookShelf shelf, BookRights rights, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The papers of a person that he may still have, the latest first.</summary>
    public async Task<IReadOnlyList<PaperLine>> ListAsync(Actor by, CancellationToken cancellation)
    {
        var papers = await Lines(Own(by).OrderByDescending(paper => paper.Id).Take(Paper.MostKept)).ToListAsync(cancellation);
        return [.. papers.Where(paper => rights.MaySee(paper.Again, paper.Sight, by))];
    }

    /// <summary>Null when it is not there, not the actor's, or no longer for him.</summary>
    public async Task<PaperLine?> ShowAsync(int paperId, Actor by, CancellationToken cancellation)
    {
        var paper = await Lines(Own(by).Where(one => one.Id == paperId)).SingleOrDefaultAsync(cancellation);
        return paper is not null && await rights.MaySeeAsync(paper.Again, paper.Sight, by, cancellation) ? paper : null;
    }

    /// <summary>The book on screen, or which box of the choice is at fault and why.</summary>
    public async Task<(PreviewPage? Page, string Box, Verdict May)> PreviewAsync(BookForm form, Actor by, CancellationToken cancellation)
    {
        if (form.Fault(needsFormat: false) is { } fault)
        {
            return (null, fault.Box, Verdict.No("faulty-book", fault.Sentence));
        }
        if (form.Entry!.Kind is not { } kind)
        {
            return (null, nameof(BookForm.Book), Verdict.No("no-preview", "「全部資料」一列一個單位一季，沒有預覽；請直接製作。"));
        }
        if (!rights.Admits(form.Entry, by) || await rights.AdmitAsync(form.Wish(kind), by, cancellation) is not { } planned)
        {
            return (null, "", VerdictAnswers.Unknown);
        }
        if (rights.Lack(planned) is { } lack)
        {
            return (null, nameof(BookForm.Quarter), Verdict.No("no-quarter", lack));
        }
        if (await shelf.FindAsync(planned, BookFormats.Of(kind)[0], cancellation) is not { } book)
        {
            return (null, "", VerdictAnswers.Unknown);
        }
        var rows = book.Document.Tables.Select(table => table.Rows.Count).DefaultIfEmpty().Max();
        return (new PreviewPage(form, book.Document) { IsSigned = book.IsSigned, IsLong = form.Entry.IsLong(rows) }, "", Verdict.Yes);
    }

    private IQueryable<Paper> Own(Actor by)
    {
        var since = Now - Paper.KeptFor;
        return db.Papers.AsNoTracking().Where(paper => paper.AccountId == by.AccountId && paper.OrderedAtUtc > since);
    }

    /// <summary>Everything but the bytes.</summary>
    private IQueryable<PaperLine> Lines(IQueryable<Paper> papers)
    {
        var now = Now;
        return papers.Select(paper => new PaperLine(paper.Id, paper.Title, paper.Format, paper.State)
        {
            Book = paper.Book,
            PlanId = paper.PlanId,
            Quarter = paper.Quarter,
            UnitId = paper.UnitId,
            OrderedAtUtc = paper.OrderedAtUtc,
            AliveAtUtc = paper.AliveAtUtc,
            FinishedAtUtc = paper.FinishedAtUtc,
            Length = paper.Length,
            Missing = paper.Missing,
            Problem = paper.Problem,
            Sight = new PaperSight(paper.ShowsUnsigned, paper.ShowsDrafts),
            NowUtc = now,
        });
    }
}
