using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// Tells the header rows of tables that plans have beside their own: who is in the working group (組織分工表), what it costs
/// (經費表), what is awarded (獎勵表), what is measured (指標表), how often the paper itself was changed (修訂紀錄). Their words are known in plans too; all together they are not.
/// </summary>
internal static partial class OtherTable
{
    private const int LongestHeading = 12;
    private static readonly string[] WeakApproach = ["內容", "方式", "說明", "步驟"];

    /// <summary>The row heads such a table: hardly anything but their words, neither deadlines nor measures by name.</summary>
    public static bool IsHeader(IReadOnlyList<Cell?> row, HeadingHints hints)
    {
        var words = Words(row);
        var marks = words.Count(word => Mark().IsMatch(word));
        if (words.Count < 2 || words.Exists(word => IsOfPlan(word, hints) && !(marks > 0 && word is "日期" or "時間")))
        {
            return false;
        }

        var known = words.Count(word => Mark().IsMatch(word) || hints.Find(word) is not null || HeadingWords.IsOfOtherMatter(word));
        return (marks > 1 && known * 2 > words.Count) || (marks == 1 && known == words.Count && known > 2);
    }

    /// <summary>A table that seems to go on with the plan begins with headings of its own, none of them the plan's.</summary>
    public static bool Begins(TableGrid grid, HeadingHints hints)
    {
        var row = Enumerable.Range(0, grid.Height).FirstOrDefault(row => grid.Beginning(row).Count > 1, -1);
        var words = row < 0 ? [] : Words(grid[row]);
        return words.Count > 1 && !words.Exists(word => IsOfPlan(word, hints))
            && (IsHeader(grid[row], hints) || AreHeadings(words, hints));
    }

    /// <summary>Behind an empty row or a caption, nothing but headings and none the plan's: another table in the same sheet.</summary>
    public static bool BeginsAt(TableGrid grid, int row, HeadingHints hints) => row > 0 && grid.Beginning(row - 1).Count < 2
        && Words(grid[row]) is var words && !words.Exists(word => IsOfPlan(word, hints)) && AreHeadings(words, hints);

    /// <summary>
    /// A row with nothing but the name of such a table (經費概算, 三、組織分工表), and no measure under it: the plan ends here.
    /// <paramref name="approach"/> is the column of the measures.
    /// </summary>
    public static bool IsCaption(TableGrid grid, int row, int approach)
    {
        if (row == 0 || grid.Beginning(row) is not [var only] || !Caption().IsMatch(Folding.WithoutBlanks(PrintedNumber.Split(Folding.Glue(only.Paragraphs)).After)))
        {
            return false;
        }

        var below = Enumerable.Range(row + 1, grid.Height - row - 1).FirstOrDefault(at => grid.Beginning(at).Count > 1, -1);
        return below < 0 || approach < 0 || PrintedNumber.Split(grid.TextAt(below, approach)).Number is null;
    }

    /// <summary>Below such a caption only a header row with a word that none but plans have begins a plan again.</summary>
    public static bool IsSurelyOfPlan(IReadOnlyList<Cell?> row, HeadingHints hints) => Words(row).Exists(word => IsOfPlan(word, hints));

    private static bool AreHeadings(List<string> words, HeadingHints hints) =>
        words.Count > 2 && words.TrueForAll(word => hints.Find(word) is not null || HeadingWords.IsOfOtherMatter(word));

    /// <summary>The cells of the row in short; none when one is too long or numbered, and so no heading.</summary>
    private static List<string> Words(IReadOnlyList<Cell?> row)
    {
        var cells = row.Where(cell => !string.IsNullOrWhiteSpace(cell?.Text)).Distinct(ReferenceEqualityComparer.Instance).Cast<Cell>().ToList();
        if (cells.Exists(cell => cell.Paragraphs.Sum(text => text.Length) > LongestHeading * 2))
        {
            return [];
        }

        var words = cells.ConvertAll(cell => HeadingWords.Core(Folding.Fold(cell.Text)));
        return words.Exists(word => word.Length is 0 or > LongestHeading || word[^1] == '。' || PrintedNumber.Split(word).Number is not null) ? [] : words;
    }

    private static bool IsOfPlan(string word, HeadingHints hints) => !Mark().IsMatch(word) && hints.Find(word) switch
    {
        PlanField.Deadline => true,
        PlanField.Approach => !WeakApproach.Any(end => word.EndsWith(end, StringComparison.Ordinal)),
        _ => false,
    };

    [GeneratedRegex("""
        ^(?:本?計畫)?(?:所需)?(?:
          經費(?:概算|預算|需求|估算|編列|明細|分配|來源及概算|預估)(?:明細|一覽)?表?|經費(?:來源)?表|預算(?:明細|概算|需求|分配|編列)(?:表|情形)?|預算表
        | (?:組織|任務|人員|工作|小組|推動小組|工作小組|督導小組|推動組織)(?:分工|編組|架構|成員|名單|人員)(?:名單|一覽)?表?|(?:推動|工作|督導)小組(?:名單|成員)?表?|人員(?:配置|名冊|表)
        | (?:獎勵|獎懲|敘獎|考核獎懲)(?:標準|方式|措施|額度|規定|基準)?表?|(?:績效|衡量|評估|評核|關鍵績效)指標(?:一覽)?表?
        | 附註|備註|(?:文件|本?計畫)?(?:修[訂正]|增修|異動|變更|版本)(?:紀錄|記錄|歷程|沿革|一覽)表?
        )[:：]?$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Caption();

    [GeneratedRegex("""
        ^(?:
          組別|編組|小組名稱|職稱|職務|職別|姓名|級職|召集人|副召集人|執行秘書|總幹事|組長|成員|組員|委員|小組成員|人數|任務|工作任務|任務分工|任務編組|職掌|執掌|(?:工作|分工|業務)[職執]掌|擔任工作|工作分配|分工內容
        | 經費|經費(?:概算|預算|需求|來源|項目|用途)|預算|預算(?:金額|科目|數)|金額|單價|數量|總價|複價|用途|計算方式
        | 獎勵.{0,4}|敘獎.{0,4}|獎懲.{0,4}|嘉獎|記功|名次|等第|獎金|獎項
        | 版次|版本|版號|(?:修[訂正]|增修|修改|異動|變更|制[訂定]|發[布行]|[公頒]布)(?:日期?|時間|年月日?|內容|說明|摘要|重點|事項|項目|條文|章節|單位|部門|人員?|者|原因|理由|依據|紀錄|次數|文號|前|後)
        | (?:績效|衡量|關鍵|評核|評估|成效|量化|工作)?(?:績效)?指標(?:名稱|說明|內容|項目)?|衡量(?:指標|標準|方式|基準)|目標值|實際值|達成率|計算公式|評分(?:標準|項目)?|配分|得分|權重|評核(?:標準|內容)
        )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Mark();
}
