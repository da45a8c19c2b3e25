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
        var (look, refusal) = PackageGate.Open(kind.Extension[1..], bytes);
        return look is null ? Verdict.No(refusal!.Code.ToLowerInvariant(), refusal.Sentence)
            : IsKind(kind, look) ? Verdict.Yes
            : FileCheck.Mismatch(kind);
    }

    private static bool IsKind(FileKind kind, PackageLook look) => kind.Shape == FileShape.Ooxml
        ? look.Names.Contains("[Content_Types].xml") && look.Names.Any(name => name.StartsWith(kind.Mark, StringComparison.Ordinal))
        : look.MimeType == kind.Mark;
}
