using System.Globalization;
using System.Text;

namespace QualityPlan.Web.Files;

/// <summary>
/// Cleans the name a person's file had, for showing and for downloading. The bytes never lie under this name.
/// </summary>
public static class FileNames
{
    /// <summary>Bytes of UTF-8, so that the name can be saved under the usual limit of 255.</summary>
    private const int Longest = 240;

    private const string Nameless = "檔案";

    private static readonly HashSet<string> Devices = new(
        [
            "CON", "PRN", "AUX", "NUL",
            .. Enumerable.Range(1, 9).Select(number => $"COM{number}"),
            .. Enumerable.Range(1, 9).Select(number => $"LPT{number}"),
        ],
        StringComparer.OrdinalIgnoreCase);

    public static string Clean(string? given)
    {
        var kept = new StringBuilder();
        foreach (var rune in LastPart(given ?? "").EnumerateRunes())
        {
            Append(kept, rune);
        }
        var name = kept.ToString().Trim().TrimEnd('.', ' ').TrimStart('.', ' ');
        if (name.Length == 0)
        {
            return Nameless;
        }
        var stem = name.Split('.')[0].Trim();
        return Shorten(Devices.Contains(stem) ? "_" + name : name);
    }

    /// <summary>The name of a file that we make: its title as a whole, in which a slash begins no folder, and its extension without the dot.</summary>
    public static string Of(string title, string extension) => Clean($"{WithoutFolders(title)}.{extension}");

    /// <summary>A text of people in which nothing begins another folder.</summary>
    public static string WithoutFolders(string text) => text.Replace('/', '-').Replace('\\', '-');

    /// <summary>The extension in small letters with its dot, empty when there is none.</summary>
    public static string ExtensionOf(string cleanName) => Path.GetExtension(cleanName).ToLowerInvariant();

    private static string LastPart(string given) => given[(given.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>Marks that turn the reading direction (RTLO) and other unseen characters are dropped: they make exe look like pdf.</summary>
    private static void Append(StringBuilder kept, Rune rune)
    {
        if (rune == Rune.ReplacementChar
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned)
        {
            return;
        }
        kept.Append(rune.IsAscii && "<>:\"|?*".Contains((char)rune.Value) ? "_" : rune.ToString());
    }

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= Longest)
        {
            return name;
        }
        var extension = Path.GetExtension(name);
        var room = Longest - Encoding.UTF8.GetByteCount(extension);
        var stem = new StringBuilder();
        foreach (var rune in Path.GetFileNameWithoutExtension(name).EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }
            stem.Append(rune.ToString());
        }
        return stem + extension;
    }
}
