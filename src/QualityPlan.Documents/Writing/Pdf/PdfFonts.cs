using System.Collections.Concurrent;
using System.Text;
using QualityPlan.Documents.Writing.Pdf.TrueType;

namespace QualityPlan.Documents.Writing.Pdf;

/// <summary>
/// The fonts of all PDF books (內嵌字型): a regular and a bold one, and folders with fonts for rare characters
/// (罕用字), e.g. 全字庫正楷體. Make one and keep it: files are opened at first need, parsed once, and
/// shared by all threads. Only TrueType files (*.ttf) with outlines serve; others are passed over.
/// </summary>
public sealed class PdfFonts
{
    /// <summary>Where systems keep fonts for rare characters.</summary>
    public static readonly IReadOnlyList<string> UsualFolders = ["/usr/share/fonts/truetype/cns11643", "/usr/local/share/fonts"];

    /// <summary>The heavy check mark of 已完成 is in few fonts; the light one is drawn for it, the text stays ✔.</summary>
    private const int HeavyCheckMark = 0x2714;
    private const int CheckMark = 0x2713;

    private readonly Lazy<FontFace> regular;
    private readonly Lazy<FontFace> bold;
    private readonly Lazy<FontFace[]> fallbacks;
    private readonly ConcurrentDictionary<int, FoundGlyph?> rare = new();

    /// <summary>Takes the paths; nothing is opened yet. Folders that do not exist are passed over.</summary>
    public PdfFonts(string regularPath, string boldPath, params IEnumerable<string> fallbackFolders)
    {
        string[] folders = [.. fallbackFolders];
        regular = new Lazy<FontFace>(() => FontFace.Open(regularPath));
        bold = new Lazy<FontFace>(() => FontFace.Open(boldPath));
        fallbacks = new Lazy<FontFace[]>(() => [.. folders.SelectMany(OpenAll)]);
    }

    /// <summary>The fonts restored beside the program, and the usual folders of the system for rare characters.</summary>
    public static PdfFonts Default { get; } = BesideProgram(UsualFolders);

    /// <summary>The fonts restored beside the program; for rare characters one's own folders, then the font that came with ours.</summary>
    public static PdfFonts BesideProgram(params IEnumerable<string> fallbackFolders)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "fonts");
        return new PdfFonts(Path.Combine(folder, "NotoSansTC-Regular.ttf"), Path.Combine(folder, "NotoSansTC-Bold.ttf"),
            [.. fallbackFolders, Path.Combine(folder, "rare")]);
    }

    /// <summary>Whether the character can be printed, with the usual fonts or a font for rare characters.</summary>
    public bool Has(Rune character) => Find(character.Value, isBold: false) is not null;

    /// <summary>The font of the body text; glyphs of our own making (the box) are put into it.</summary>
    internal FontFace Body => regular.Value;

    internal FoundGlyph? Find(int rune, bool isBold)
    {
        var face = (isBold ? bold : regular).Value;
        return face.GlyphOf(rune) is > 0 and var glyph ? new FoundGlyph(face, glyph) : rare.GetOrAdd(rune, FindRare);
    }

    private FoundGlyph? FindRare(int rune)
    {
        foreach (var face in fallbacks.Value.Prepend(regular.Value))
        {
            if (face.GlyphOf(rune) is > 0 and var glyph)
            {
                return new FoundGlyph(face, glyph);
            }
        }

        return rune == HeavyCheckMark ? Find(CheckMark, isBold: false) : null;
    }

    private static IEnumerable<FontFace> OpenAll(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.ttf").Order(StringComparer.Ordinal))
        {
            if (TryOpen(path) is { } face)
            {
                yield return face;
            }
        }
    }

    private static FontFace? TryOpen(string path)
    {
        try
        {
            return FontFace.Open(path);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null; // a font that cannot be used must not stop a book from being printed
        }
    }
}

/// <summary>Where the glyph of a character was found.</summary>
internal readonly record struct FoundGlyph(FontFace Face, int Glyph);
