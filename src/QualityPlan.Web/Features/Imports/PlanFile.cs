using System.Security.Cryptography;
using System.Text;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Reads a plan from an uploaded file or from what was pasted; never throws for bad content.</summary>
public static class PlanFile
{
    private const string PastedName = "貼上的內容";

    /// <summary>The plan and where it came from, or why it was refused.</summary>
    public static PlanFileReading Read(string? fileName, byte[] bytes)
    {
        var name = FileNames.Clean(fileName);
        return Recover(DocumentReading.Read(name, bytes), new ImportSource(name, HashOf(bytes)));
    }

    /// <summary>A file over the limit is not held in memory; the refusal names its size.</summary>
    public static PlanFileReading RefuseLarge(string? fileName, Stream content) =>
        new(null, null, DocumentReading.Read(FileNames.Clean(fileName), content).Refusal);

    /// <summary>Html when it holds a table, else text whose cells are parted by tabs.</summary>
    public static PlanFileReading ReadPasted(string text)
    {
        var isHtml = text.Contains("<table", StringComparison.OrdinalIgnoreCase);
        var read = isHtml ? new HtmlReader().Read(text) : new TabTextReader().Read(text);
        return Recover(read, new ImportSource(PastedName, HashOf(Encoding.UTF8.GetBytes(text))));
    }

    private static PlanFileReading Recover(ReadResult read, ImportSource source)
    {
        if (read.Document is null)
        {
            return new PlanFileReading(null, null, read.Refusal);
        }
        try
        {
            var result = PlanRecovery.Recover(read.Document);
            return new PlanFileReading(result.Plan, source, result.Refusal);
        }
        catch (Exception unforeseen) when (unforeseen is not OutOfMemoryException)
        {
            return new PlanFileReading(null, null, Refusals.Unreadable);
        }
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>Either a plan with its source, or a refusal.</summary>
public sealed record PlanFileReading(PlanReading? Plan, ImportSource? Source, Refusal? Refusal);
