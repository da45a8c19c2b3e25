using System.Security.Cryptography;
using System.Text;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Files;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Reads an uploaded file or what was pasted, and a plan out of it; never throws for bad content.</summary>
public static class PlanFile
{
    private const string PastedName = "貼上的內容";

    /// <summary>The document and where it came from, or why it was refused.</summary>
    public static PlanFileReading Read(string? fileName, byte[] bytes)
    {
        var name = FileNames.Clean(fileName);
        return Of(DocumentReading.Read(name, bytes), new ImportSource(name, HashOf(bytes)));
    }

    /// <summary>A file over the limit is not held in memory; the refusal names its size.</summary>
    public static PlanFileReading RefuseLarge(string? fileName, Stream content) =>
        new(null, null, DocumentReading.Read(FileNames.Clean(fileName), content).Refusal);

    /// <summary>Html when it holds a table, else text whose cells are parted by tabs.</summary>
    public static PlanFileReading ReadPasted(string text)
    {
        var isHtml = text.Contains("<table", StringComparison.OrdinalIgnoreCase);
        var read = isHtml ? new HtmlReader().Read(text) : new TabTextReader().Read(text);
        return Of(read, new ImportSource(PastedName, HashOf(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>The plan in a document, by the words people taught besides the usual ones.</summary>
    public static RecoveryResult Recover(Document document, HeadingHints hints)
    {
        try
        {
            return PlanRecovery.Recover(document, hints);
        }
        catch (Exception unforeseen) when (unforeseen is not OutOfMemoryException)
        {
            return Refusals.Unreadable;
        }
    }

    /// <summary>Without the characters that no form takes and that not every database keeps.</summary>
    private static PlanFileReading Of(ReadResult read, ImportSource source) =>
        new(read.Document?.Rewritten(CleanText.WithoutForbiddenCharacters), source, read.Refusal);

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>Either a document with its source, or a refusal.</summary>
public sealed record PlanFileReading(Document? Document, ImportSource? Source, Refusal? Refusal);
