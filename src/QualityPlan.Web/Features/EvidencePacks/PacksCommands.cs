using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Web.Books;
using QualityPlan.Web.Books.Packs;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>Hands out a pack or its index, and notes in the trail who took it.</summary>
public sealed class PacksCommands(PacksQueries queries, QualityPlanDb db, PackZip zip, BookPress press, AuditTrail audit, TimeProvider clock)
{
    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>The index alone; null when there is no such pack, or it does not come in this format.</summary>
    public async Task<TakenIndex?> TakeIndexAsync(PackWish wish, string? format, Actor by, CancellationToken cancellation)
    {
        if (BookPress.FormatOf(format) is not { } known || !PackIndexBook.Formats.Contains(known)
            || await queries.PackAsync(wish, isToBeRead: false, by, cancellation) is not { } page)
        {
            return null;
        }
        var name = FileNames.Of(page.Pack.IndexTitle, format!);
        Record(by, "export", wish, $"匯出「{name}」");
        await db.SaveChangesAsync(cancellation);
        return new TakenIndex(name, BookPress.ContentType(known), press.Print(PackIndexBook.Build(page.Pack, Today), known));
    }

    /// <summary>What is about to be sent; noted before the first byte leaves. Null when there is no such pack.</summary>
    public async Task<TakenPack?> TakeAsync(PackWish wish, Actor by, CancellationToken cancellation)
    {
        if (await PackReader.ReadAsync(new RoundSource(db, null), wish, cancellation) is not { } pack)
        {
            return null;
        }
        var name = FileNames.Of(pack.Title, "zip");
        Record(by, "take-evidence-pack", wish, $"下載「{name}」，{pack.Files.Count()}個檔案、{FileSizes.Show(pack.Files.Sum(file => file.Length))}");
        await db.SaveChangesAsync(cancellation);
        return new TakenPack(name, pack);
    }

    /// <summary>Sends it. What turned out broken on the way is in the index, and in the trail.</summary>
    public async Task SendAsync(PackWish wish, TakenPack taken, (Stream Output, Actor By) to, CancellationToken cancellation)
    {
        var sent = await zip.WriteAsync(taken.Pack, to.Output, Today, cancellation);
        if (sent.Faults.Count > 0)
        {
            var broken = sent.Files.Where(file => sent.Faults.ContainsKey(file.StoredName)).DistinctBy(file => file.EvidenceId)
                .Select(file => $"{file.FileName}（{file.EvidenceId}）：{sent.Faults[file.StoredName].Chinese()}");
            Record(to.By, "evidence-broken", wish, $"「{taken.FileName}」有{sent.Faults.Count}個佐證檔案未收錄", new AuditChange(null, new { Files = broken }));
            await db.SaveChangesAsync(cancellation);
        }
    }

    private void Record(Actor by, string action, PackWish wish, string what, AuditChange? change = null) =>
        audit.Record(by, action, AuditSubject.Of<CriteriaList>(wish.ListId), what, change);
}

/// <summary>An index on its way out.</summary>
public sealed record TakenIndex(string FileName, string ContentType, byte[] Bytes);

/// <summary>A pack on its way out, as the database has it.</summary>
public sealed record TakenPack(string FileName, EvidencePack Pack);
