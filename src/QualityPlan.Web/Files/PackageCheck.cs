using System.IO.Compression;
using System.Text;
using QualityPlan.Documents.Reading;
using QualityPlan.Domain;

namespace QualityPlan.Web.Files;

/// <summary>
/// Looks into a docx, xlsx, pptx, odt, ods or odp: every part is unpacked once, counted and thrown away, so that a bomb goes
/// off here and not on the desk of whoever takes the file out. What the document says is not read.
/// </summary>
internal static class PackageCheck
{
    public static readonly Verdict HasMacros = Verdict.No("file-macro", Refusals.Macro.Sentence);

    public static Verdict Judge(FileKind kind, Stream content)
    {
        var bytes = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(bytes);
        if (PackageGate.Judge(kind.Extension[1..], bytes) is { } refusal)
        {
            return Verdict.No(refusal.Code.ToLowerInvariant(), refusal.Sentence);
        }
        using var package = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var isKind = kind.Shape == FileShape.Ooxml
            ? package.Entries.Any(entry => entry.FullName.StartsWith(kind.Mark, StringComparison.Ordinal)) && package.GetEntry("[Content_Types].xml") is not null
            : MimeType(package) == kind.Mark;
        return isKind ? Verdict.Yes : FileCheck.Mismatch(kind);
    }

    private static string MimeType(ZipArchive package)
    {
        if (package.GetEntry("mimetype") is not { } entry)
        {
            return "";
        }
        using var part = entry.Open();
        var bytes = new byte[100];
        return Encoding.ASCII.GetString(bytes, 0, part.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Trim();
    }
}
