using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>What the marks in a matrix of units mean: as the file explains them (●主辦 ○協辦), else by their weight.</summary>
internal sealed partial class MarkLegend
{
    private const int LongestLine = 120;
    private const string Nothing = "-－—–×✗╳／/無";

    /// <summary>From the heaviest to the lightest; where a table has marks of several weights the heaviest leads.</summary>
    private static readonly string[] Weights = ["主", "★◎⊙", "●▲■◆", "✓1", "○☆△□◇協※＊*2"];

    private readonly Dictionary<char, bool> _isLeading = [];

    /// <summary>Reads the explanations in the paragraphs and short cells of the document.</summary>
    public static MarkLegend Of(Document document)
    {
        var legend = new MarkLegend();
        var lines = document.Blocks.SelectMany(TextsOf).Where(text => text.Length <= LongestLine);
        foreach (Match match in lines.SelectMany(text => Explanation().Matches(text)))
        {
            legend._isLeading.TryAdd(Plain(match.Groups["mark"].Value[0]), match.Groups["role"].Value[0] is not ('協' or '配' or '支'));
        }

        return legend;
    }

    /// <summary>The mark a cell holds in one letter, or null when it is no mark; a stroke is an empty cell.</summary>
    public static char? MarkIn(string text)
    {
        var mark = Folding.WithoutBlanks(text);
        return mark.Length > 0 && mark.Length <= 4 && WrittenMark().IsMatch(mark) ? Plain(mark[0]) : null;
    }

    public static bool IsNothing(string text) => text.All(letter => char.IsWhiteSpace(letter) || Nothing.Contains(letter, StringComparison.Ordinal));

    /// <summary>The marks of a table that lead; the others support.</summary>
    public HashSet<char> Leading(IEnumerable<char> marks)
    {
        var found = marks.Distinct().ToList();
        var told = found.FindAll(_isLeading.ContainsKey);
        if (told.Count > 0)
        {
            return [.. found.Where(mark => _isLeading.TryGetValue(mark, out var leads) ? leads : !told.Exists(other => _isLeading[other]))];
        }

        var heaviest = found.Select(WeightOf).DefaultIfEmpty(0).Min();
        return [.. found.Where(mark => WeightOf(mark) == heaviest && mark != '協')];
    }

    private static int WeightOf(char mark) => Array.FindIndex(Weights, weight => weight.Contains(mark, StringComparison.Ordinal));

    private static char Plain(char mark) => mark switch
    {
        '✔' or '☑' or '√' or 'V' or 'v' or 'Ｖ' or 'ｖ' or 'Y' or 'y' => '✓',
        'O' or 'o' or 'Ｏ' or '〇' or '◯' => '○',
        '１' => '1',
        '２' => '2',
        '承' => '主',
        '配' or '支' => '協',
        _ => mark,
    };

    private static IEnumerable<string> TextsOf(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => paragraph.Text.Split('\n'),
        Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).Where(text => text.Length is > 2 and <= LongestLine),
        _ => [],
    };

    [GeneratedRegex(@"^(?:[✓✔☑√●○〇◯◎⊙★☆▲△◆◇■□※＊*VvＶｖYyOoＯ12１２]|[主協承配][辦責合]?(?:單位)?|支援)$")]
    private static partial Regex WrittenMark();

    [GeneratedRegex("""
        (?<mark>[✓✔☑√●○〇◯◎⊙★☆▲△◆◇■□※＊*VＶ12])["」』]?\s*(?:[:：=＝、]|[為表代係指示]{0,3})\s*(?<role>主[辦責政]|承辦|協[辦助]|配合|支援)
        | (?<role>主[辦責政]|承辦|協[辦助]|配合|支援)(?:單位|機關)?\s*[以用為:：=＝(（「]{0,2}\s*(?<mark>[✓✔☑√●○〇◯◎⊙★☆▲△◆◇■□※＊])
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Explanation();
}
