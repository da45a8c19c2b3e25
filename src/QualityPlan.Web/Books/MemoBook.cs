using System.Text.RegularExpressions;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>簽稿: 主旨, 說明, 擬辦 and 敬陳 on paper, the paragraphs set in by the level of their numbers.</summary>
public static partial class MemoBook
{
    public static Document Build(MemoSheet memo, DateOnly today)
    {
        var text = memo.Text;
        List<Block> blocks =
        [
            new Paragraph($"主旨：{text.Subject}"),
            new Paragraph("說明："), .. Lines(text.Explanation),
            new Paragraph("擬辦："), .. Lines(text.Proposals),
        ];
        if (text.Closing.Length > 0)
        {
            blocks.Add(new Paragraph(text.Closing));
        }
        return new Document($"{memo.Head.Quarter}執行情形簽稿", blocks)
        {
            Agency = memo.Head.Plan.Agency,
            PrintedOn = RocDate.Long(today),
            Page = PageSetup.A4Portrait,
        };
    }

    /// <summary>A line without a number goes on under the one above.</summary>
    private static IEnumerable<Paragraph> Lines(string text)
    {
        var level = 1;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            level = LevelOf(line) is var own && own > 0 ? own : level;
            yield return new Paragraph(new string('　', level) + line);
        }
    }

    private static int LevelOf(string line) =>
        First().IsMatch(line) ? 1 : Second().IsMatch(line) ? 2 : Third().IsMatch(line) ? 3 : 0;

    [GeneratedRegex("^[一二三四五六七八九十]+、")]
    private static partial Regex First();

    [GeneratedRegex("^[(（][一二三四五六七八九十]+[)）]")]
    private static partial Regex Second();

    [GeneratedRegex(@"^[0-9]+[.、．]")]
    private static partial Regex Third();
}
