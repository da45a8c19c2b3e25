using System.Security.Cryptography;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>Freezes a signed report: prints it in every format and keeps those bytes with the report.</summary>
public sealed class SignedReport(QualityPlanDb db, BookPress press, RareCharacters rare)
{
    /// <summary>
    /// Call inside the transaction that signs, after the signature and the locks were saved: the book is read
    /// back from the database, so that it shows what was signed and nothing else. The caller saves. Answers the
    /// characters that the PDF shows as boxes for ever.
    /// </summary>
    public async Task<IReadOnlyList<string>> FreezeAsync(CompiledReport report, DateTime signedAtUtc, CancellationToken cancellation)
    {
        var round = report.Round;
        var content = await QuarterBookReader.ReadAsync(
            db, round.PlanId, round.Quarter, TaipeiClock.DateAt(signedAtUtc), cancellation)
            ?? throw new InvalidOperationException("A signed round has a plan.");
        var canonical = CanonicalContent.Write(content);
        var document = QuarterBook.Build(content with
        {
            Footer = $"報告第 {report.Version} 版　內容雜湊 SHA-256 {HashOf(canonical)}",
        });
        foreach (var format in press.Formats)
        {
            var extension = BookPress.Extension(format);
            report.Freeze(extension, $"{document.Title}（核定）.{extension}", press.Print(document, format));
        }
        report.Freeze(CanonicalContent.Format, $"{document.Title}（核定內容）.{CanonicalContent.Format}", canonical);
        return rare.In(document);
    }

    /// <summary>
    /// Hash of what a signer has before him: words and figures without the day of printing. A signature is taken only
    /// for the content that was shown.
    /// </summary>
    public static string HashOfShown(QuarterBookContent content) =>
        HashOf(CanonicalContent.Write(content with { PrintedOn = "", Footer = "" }));

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
