using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QualityPlan.Documents.Reading;

/// <summary>The shared texts of a workbook, and how any text in it is written.</summary>
internal sealed partial class XlsxStrings
{
    private readonly List<string> texts = [];

    private XlsxStrings()
    {
    }

    public static XlsxStrings Read(GuardedPackage package, string? part)
    {
        var strings = new XlsxStrings();
        using var reader = part is null ? null : package.Part(part);
        if (reader?.Root("x:sst") == true)
        {
            foreach (var name in reader.Children())
            {
                if (name == "x:si")
                {
                    strings.texts.Add(ReadText(reader));
                    package.Budget.Keep(40);
                }
            }
        }

        return strings;
    }

    /// <summary>The text of a number as a cell tells it; an unknown number is damage, not an empty cell.</summary>
    public string At(string number) =>
        int.TryParse(number, out var index) && index >= 0 && index < texts.Count
            ? texts[index]
            : throw new RefusedException(Refusals.Damaged);

    /// <summary>A text with its formatted runs joined; phonetic guides (rPh) are left out.</summary>
    public static string ReadText(PartReader reader)
    {
        var text = new StringBuilder();
        foreach (var name in reader.Children())
        {
            if (name == "x:t")
            {
                text.Append(reader.Text());
            }
            else if (name == "x:r")
            {
                foreach (var inner in reader.Children())
                {
                    text.Append(inner == "x:t" ? reader.Text() : "");
                }
            }
        }

        return Decode(text.ToString());
    }

    /// <summary>Characters XML cannot hold stand as _x000D_.</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
