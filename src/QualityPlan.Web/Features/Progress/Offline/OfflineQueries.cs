using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress.Offline;

/// <summary>Makes the offline file of a filing, and compares one that came back.</summary>
public sealed class OfflineQueries(QualityPlanDb db, PlanTableCache tables, TimeProvider clock)
{
    /// <summary>Null when there is no such filing.</summary>
    public async Task<OfflinePage?> PageAsync(FilingKey key, Actor actor, CancellationToken cancellation)
    {
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        var sheet = await FilingReader.ReadAsync(new FilingSource(db, tables), key, today, cancellation);
        return sheet is null ? null : new OfflinePage(sheet, sheet.Filing.MayWrite(actor, today));
    }

    /// <summary>Null for an extension in which there is no such file.</summary>
    public static DocumentFormat? FormatOf(string? extension) => BookPress.FormatOf(extension) is { } format && FormWriter.Formats.Contains(format) ? format : null;

    public static byte[] File(OfflinePage page, DocumentFormat format) => FormWriter.Write(OfflineBook.Of(page.Sheet), format);

    /// <summary>The page with the file beside the site, or why the file is not taken.</summary>
    public static (OfflinePage Page, Refusal? Refusal) Compare(OfflinePage page, string fileName, Stream content)
    {
        var (copy, refusal) = OfflineReader.Read(fileName, content);
        return copy is null ? (page, refusal)
            : Misfit(page, copy) is { } misfit ? (page, misfit)
            : (page with { Comparison = OfflineMerge.Of(page.Sheet, copy.Cells) }, null);
    }

    private static Refusal? Misfit(OfflinePage page, OfflineCopy copy)
    {
        var (filing, quarter) = (page.Filing, $"{page.Sheet.Quarter}");
        return copy.Form != $"{OfflineBook.FormVersion}" ? OfflineRefusals.OldForm
            : copy.Unit != $"{filing.UnitId}" ? OfflineRefusals.OtherUnit(copy.UnitName, filing.UnitName)
            : copy.Round != $"{filing.RoundId}" ? OfflineRefusals.OtherQuarter(copy.Quarter, quarter)
            : copy.Cells.Count == 0 ? OfflineRefusals.Structure
            : null;
    }
}
