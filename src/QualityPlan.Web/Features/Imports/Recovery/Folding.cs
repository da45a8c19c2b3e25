using System.Text;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>How white space and line breaks of a printed table are taken out of its texts.</summary>
internal static class Folding
{
    /// <summary>Runs of white space become one blank; none at the ends.</summary>
    public static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string WithoutBlanks(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Joins what line and page breaks tore apart: a blank only between Latin words and figures.</summary>
    public static string Glue(IEnumerable<string> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines.Select(Fold).Where(line => line.Length > 0))
        {
            if (joined.Length > 0 && char.IsAsciiLetterOrDigit(line[0]) && EndsLatinWord(joined[^1]))
            {
                joined.Append(' ');
            }

            joined.Append(line);
        }

        return joined.ToString();
    }

    private static bool EndsLatinWord(char last) =>
        char.IsAscii(last) && !char.IsAsciiDigit(last) && last is not ('(' or '/' or '-' or ' ');

    /// <summary>The lines of the cells; paragraphs and line breaks alike, blank lines kept.</summary>
    public static List<string> Lines(IEnumerable<Cell> cells) =>
        cells.SelectMany(cell => cell.Paragraphs).SelectMany(text => text.Split('\n')).ToList();

    public static bool IsBlank(this IEnumerable<string> texts) => texts.All(string.IsNullOrWhiteSpace);

    /// <summary>Full-width digits, dots and brackets as ASCII, length unchanged.</summary>
    public static string Narrow(string text)
    {
        var narrow = new StringBuilder(text);
        for (var at = 0; at < narrow.Length; at++)
        {
            narrow[at] = narrow[at] switch
            {
                >= '０' and <= '９' or '．' or '（' or '）' or '－' => (char)(narrow[at] - 0xFEE0),
                var letter => letter,
            };
        }

        return narrow.ToString();
    }
}
