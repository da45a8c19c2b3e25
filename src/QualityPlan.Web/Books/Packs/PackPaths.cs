using System.Globalization;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Texts;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Books.Packs;

/// <summary>
/// Names inside the zip. Together at most 140 characters, so that the pack can be unpacked some folders deep where paths end at 260;
/// each begins with a running number, which keeps the order and makes it unlike any other.
/// </summary>
internal static class PackPaths
{
    private const int LongestFolder = 45;
    private const int LongestFile = 94;
    private const int LongestNumber = 12;
    private const int LongestUnit = 16;

    /// <summary>「01 1.1 標題」.</summary>
    public static string Folder(CriterionPlace place, int number, int of) => Cut(
        $"{Running(number, of)} {Join(Part(place.FullNumber, LongestNumber), Part(place.Row.Text.Title, LongestFolder))}", LongestFolder);

    /// <summary>「01 1.1 閱覽組 第1季 問卷統計.pdf」: measure, unit, quarter, and the caption or else the name the file had.</summary>
    public static string File(FiledFile file, OutlineRow row, int number, int of)
    {
        var extension = FileNames.ExtensionOf(FileNames.Clean(file.Evidence.FileName));
        var words = file.Evidence.Caption.Length > 0 ? file.Evidence.Caption : Path.GetFileNameWithoutExtension(file.Evidence.FileName);
        var stem = Join(Part(row.Text.Number, LongestNumber), Part(file.UnitName, LongestUnit), $"第{file.Quarter.Number}季", Part(words, LongestFile));
        return Cut($"{Running(number, of)} {stem}", LongestFile - extension.Length) + extension;
    }

    private static string Running(int number, int of) =>
        number.ToString("D" + Math.Max(2, of.ToString(CultureInfo.InvariantCulture).Length), CultureInfo.InvariantCulture);

    private static string Join(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));

    /// <summary>A text of people as part of a name: no slash that would begin another folder, nothing unseen.</summary>
    private static string Part(string text, int longest)
    {
        var line = FileNames.WithoutFolders(Folding.OneLine(text));
        return line.Length == 0 ? "" : Cut(FileNames.Clean(line), longest);
    }

    /// <summary>Never within a character of two halves, and without a dot or blank at the end, which Windows drops.</summary>
    private static string Cut(string text, int longest) => Shortening.Cut(text, longest).TrimEnd('.', ' ');
}
