using System.Security.Cryptography;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>
/// Freezes a signed report: prints it in every format and keeps those bytes with the report. The steps are apart because
/// printing takes seconds, and whoever reads and keeps holds the locks of the signature.
/// </summary>
public sealed class SignedReport(BookPress press, RareCharacters rare)
{
    /// <summary>
    /// Call inside the transaction that signs, after the signature and the locks were saved: the book is read
    /// back from the database, so that it shows what was signed and nothing else.
    /// </summary>
    public static async Task<SignedContent> ReadAsync(
        QualityPlanDb db, CompiledReport report, DateTime signedAtUtc, CancellationToken cancellation)
    {
        var round = report.Round;
        var content = await QuarterBookReader.ReadAsync(
            db, round.PlanId, round.Quarter, TaipeiClock.DateAt(signedAtUtc), cancellation)
            ?? throw new InvalidOperationException("A signed round has a plan.");
        return new SignedContent(content, report.Version, CanonicalContent.Write(content));
    }

    /// <summary>The bytes of every format.</summary>
    public PrintedReport Print(SignedContent content)
    {
        var document = QuarterBook.Build(content.Book with
        {
            Footer = $"報告第 {content.Version} 版　內容雜湊 SHA-256 {HashOf(content.Canonical)}",
        });
        return new PrintedReport(content, rare.In(document))
        {
            Files = [.. press.Formats.Select(format => (BookPress.Extension(format), press.Print(document, format)))],
        };
    }

    /// <summary>Keeps what was printed with the report; the caller saves.</summary>
    public static void Keep(CompiledReport report, PrintedReport printed)
    {
        foreach (var (extension, bytes) in printed.Files)
        {
            report.Freeze(extension, $"{QuarterBook.TitleOf(printed.Content.Book)}（核定）.{extension}", bytes);
        }
        KeepContent(report, printed.Content);
    }

    /// <summary>Keeps the content alone, from which the page of the report is drawn.</summary>
    public static void KeepContent(CompiledReport report, SignedContent content) => report.Freeze(
        CanonicalContent.Format, $"{QuarterBook.TitleOf(content.Book)}（核定內容）.{CanonicalContent.Format}", content.Canonical);

    /// <summary>
    /// Hash of what a signer has before him: words and figures without the day of printing. A signature is taken only
    /// for the content that was shown.
    /// </summary>
    public static string HashOfShown(QuarterBookContent content) =>
        HashOf(CanonicalContent.Write(content with { PrintedOn = "", Footer = "" }));

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>What was signed: the book as read back, the version of the report, and its canonical bytes.</summary>
public sealed record SignedContent(QuarterBookContent Book, int Version, byte[] Canonical)
{
    public bool IsSameAs(SignedContent other) => Version == other.Version && Canonical.AsSpan().SequenceEqual(other.Canonical);
}

/// <summary>A signed report in every format, with the characters that its PDF shows as boxes for ever.</summary>
public sealed record PrintedReport(SignedContent Content, IReadOnlyList<string> MissingCharacters)
{
    public required IReadOnlyList<(string Extension, byte[] Bytes)> Files { get; init; }
}
