using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>Freezes a signed report: prints it in every format and keeps those bytes with the report.</summary>
public sealed class SignedReport(QualityPlanDb db, BookPress press)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new QuarterByName() } };

    /// <summary>
    /// Call inside the transaction that signs, after the signature and the locks were saved: the book is read
    /// back from the database, so that it shows what was signed and nothing else. The caller saves.
    /// </summary>
    public async Task FreezeAsync(CompiledReport report, DateTime signedAtUtc, CancellationToken cancellation)
    {
        var round = report.Round;
        var content = await QuarterBookReader.ReadAsync(
            db, round.PlanId, round.Quarter, TaipeiClock.DateAt(signedAtUtc), cancellation)
            ?? throw new InvalidOperationException("A signed round has a plan.");
        var document = QuarterBook.Build(content with
        {
            Footer = $"報告第 {report.Version} 版　內容雜湊 SHA-256 {HashOf(content)}",
        });
        foreach (var format in press.Formats)
        {
            var extension = BookPress.Extension(format);
            report.Freeze(extension, $"{document.Title}（核定）.{extension}", press.Print(document, format));
        }
    }

    /// <summary>SHA-256 in hex over the content as JSON: the same words and figures give the same hash in every format.</summary>
    private static string HashOf(QuarterBookContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Json)));

    /// <summary>A quarter knows the next one and that the next: written out it would never end.</summary>
    private sealed class QuarterByName : JsonConverter<Quarter>
    {
        public override Quarter Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("The content is hashed, never read back.");

        public override void Write(Utf8JsonWriter writer, Quarter quarter, JsonSerializerOptions options) =>
            writer.WriteStringValue(quarter.ToString());
    }
}
