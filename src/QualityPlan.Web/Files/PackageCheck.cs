using System.IO.Compression;
using System.Text;
using QualityPlan.Domain;

namespace QualityPlan.Web.Files;

/// <summary>
/// Looks at the list of parts of a docx, xlsx, pptx, odt, ods or odp. Nothing is unpacked but the first bytes of
/// one part, so that a bomb does not go off here.
/// </summary>
internal static class PackageCheck
{
    private const int MostParts = 10_000;

    public static readonly Verdict HasMacros =
        Verdict.No("file-macros", "檔案含有巨集，基於資安考量不予接收，請移除巨集後另存為 .odt 或 .docx。");

    private static readonly Verdict Broken = Verdict.No("file-broken", "檔案已損壞，無法開啟。");

    public static Verdict Judge(FileKind kind, Stream content)
    {
        try
        {
            content.Position = 0;
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return package.Entries.Count > MostParts ? Broken : JudgeParts(kind, package);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return Broken;
        }
    }

    private static Verdict JudgeParts(FileKind kind, ZipArchive package)
    {
        var names = package.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToList();
        if (names.Exists(name => name.Split('/').Contains("..") || name.StartsWith('/')))
        {
            return Verdict.No("file-structure", "檔案內部結構損壞，請以原程式重新另存。");
        }
        if (names.Exists(IsMacro))
        {
            return HasMacros;
        }
        var isKind = kind.Shape == FileShape.Ooxml
            ? names.Contains("[Content_Types].xml") && names.Exists(name => name.StartsWith(kind.Mark, StringComparison.Ordinal))
            : MimeType(package) == kind.Mark;
        return isKind ? Verdict.Yes : FileCheck.Mismatch(kind);
    }

    /// <summary>VBA in Office files; Basic and script libraries in OpenDocument.</summary>
    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
            && !name.EndsWith(".xlc", StringComparison.OrdinalIgnoreCase)
            && !name.EndsWith(".xlb", StringComparison.OrdinalIgnoreCase)
            && !name.EndsWith('/'));

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
