using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Features.Exports;

/// <summary>
/// Makes one paper. Every step is written only while the row is still in the step before, so that what was taken back,
/// or is made already, stays as it is.
/// </summary>
public sealed class PaperWork(QualityPlanDb db, BookShelf shelf, RareCharacters rare, TimeProvider clock)
{
    public const string Broken = "製作時發生錯誤，請重新製作；若仍失敗，請通知系統管理者。";

    public const string BrokenOff = "製作到一半，系統重新啟動，請重新製作。";

    private const string Nothing = "沒有這份報表的內容，可能已有變動，請重新選擇。";

    private static readonly PaperState[] UnderWay = [PaperState.Waiting, PaperState.Reading, PaperState.Printing];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task MakeAsync(int paperId, CancellationToken cancellation)
    {
        var paper = await db.Papers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == paperId, cancellation);
        if (paper is null || !await StepAsync(paper, (PaperState.Waiting, PaperState.Reading), cancellation))
        {
            return;
        }
        var made = BookCatalogue.Find(paper.Book) is { Kind: { } kind }
            ? await PrintAsync(paper, BookForm.Of(paper).Wish(kind) with { SeesUnsigned = paper.ShowsUnsigned }, cancellation)
            : await DumpAsync(paper, cancellation);
        if (made is null)
        {
            await FailAsync([paperId], Nothing);
            return;
        }
        cancellation.ThrowIfCancellationRequested();
        await FinishAsync(paperId, made, cancellation);
    }

    /// <summary>The papers of an instance that are still there, marked as alive.</summary>
    public async Task<IReadOnlyList<int>> KeepAliveAsync(int[] paperIds, CancellationToken cancellation)
    {
        var own = db.Papers.Where(paper => EF.Parameter(paperIds).Contains(paper.Id));
        await own.ExecuteUpdateAsync(paper => paper.SetProperty(one => one.AliveAtUtc, Now), cancellation);
        return await own.Select(paper => paper.Id).ToListAsync(cancellation);
    }

    public Task FailAsync(int[] paperIds, string problem) => db.Papers
        .Where(paper => EF.Parameter(paperIds).Contains(paper.Id) && UnderWay.Contains(paper.State))
        .ExecuteUpdateAsync(paper => paper
            .SetProperty(one => one.State, PaperState.Failed)
            .SetProperty(one => one.Problem, problem)
            .SetProperty(one => one.FinishedAtUtc, Now));

    private async Task<MadePaper?> PrintAsync(Paper paper, BookWish wish, CancellationToken cancellation)
    {
        var format = BookPress.FormatOf(paper.Format)!.Value;
        if (await shelf.FindAsync(wish, format, cancellation) is not { } book
            || !await StepAsync(paper, (PaperState.Reading, PaperState.Printing), cancellation))
        {
            return null;
        }
        return new MadePaper(FileNames.Of(book.Title, paper.Format), book.Print())
        {
            Missing = format == DocumentFormat.Pdf ? rare.In(book.Document) : [],
        };
    }

    private async Task<MadePaper?> DumpAsync(Paper paper, CancellationToken cancellation)
    {
        if (RawBook.KindOf(paper.Format) is not { } format || !await StepAsync(paper, (PaperState.Reading, PaperState.Printing), cancellation))
        {
            return null;
        }
        PlanState[] states = paper.ShowsDrafts ? [.. Enum.GetValues<PlanState>()] : [PlanState.Approved, PlanState.Closed];
        await using var content = TemporaryFile.Create();
        await RawBook.WriteAsync(db, new RawWish(format, states, TaipeiClock.DateAt(Now)), content, cancellation);
        var bytes = new byte[content.Length];
        content.Position = 0;
        await content.ReadExactlyAsync(bytes, cancellation);
        return new MadePaper($"全部資料.{paper.Format}", bytes);
    }

    private async Task<bool> StepAsync(Paper paper, (PaperState From, PaperState To) step, CancellationToken cancellation) =>
        await db.Papers.Where(one => one.Id == paper.Id && one.State == step.From)
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.State, step.To).SetProperty(row => row.AliveAtUtc, Now), cancellation) == 1;

    private Task<int> FinishAsync(int paperId, MadePaper made, CancellationToken cancellation)
    {
        // A character takes two places at most.
        var missing = string.Concat(made.Missing.Take(Paper.MissingLength / 2));
        return db.Papers.Where(paper => paper.Id == paperId && paper.State == PaperState.Printing)
            .ExecuteUpdateAsync(paper => paper
                .SetProperty(one => one.State, PaperState.Ready)
                .SetProperty(one => one.FileName, made.FileName)
                .SetProperty(one => one.Bytes, made.Bytes)
                .SetProperty(one => one.Length, made.Bytes.Length)
                .SetProperty(one => one.Missing, missing)
                .SetProperty(one => one.FinishedAtUtc, Now), cancellation);
    }

    private sealed record MadePaper(string FileName, byte[] Bytes)
    {
        public IReadOnlyList<string> Missing { get; init; } = [];
    }
}
