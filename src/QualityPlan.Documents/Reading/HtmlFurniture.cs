using System.Text.RegularExpressions;

namespace QualityPlan.Documents.Reading;

/// <summary>Lines that a web page puts around its article: 分享, 友善列印, 回上一頁, 點閱數：123, 更新日期：115-03-01.</summary>
internal static partial class HtmlFurniture
{
    private const int LongestLine = 120;

    /// <summary>The line holds nothing else.</summary>
    public static bool IsAll(string text) => text.Length <= LongestLine && Line().IsMatch(text);

    [GeneratedRegex("""
        ^\s*(?>(?:
          (?:分享(?:至|到)?(?:\s*(?:Facebook|LINE|FB|X|Twitter|Plurk|噗浪|臉書|社群|此頁|本頁))*|Facebook|LINE|Twitter|Plurk
          |友善列印|列印(?:本頁|此頁|內容)|列印|轉寄(?:好友|友人)?|回(?:到)?(?:上一?頁|上一層|列表|首頁|頂端|最上方|最上面)|[上下]一[頁則篇]|回頁首|TOP|BACK|訂閱\s?RSS|RSS|字級(?:[:：]?[小中大\s]*)|加入書籤|收藏)(?![\u4E00-\u9FFF])
        | (?:(?:網頁|累計|本頁|總)?(?:點閱|瀏覽|點擊|閱覽|人氣)(?:數|率|次數|人次|人數)?|(?:最[後近]|資料|內容|網頁)?(?:更新|修改|異動)(?:日期|時間)|(?:上版|上架|上稿|張貼|公布|發[布佈]|建檔)(?:日期|時間))(?:\s*[:：]\s*[\d\s年月日時分秒次人,/.:-]{0,30}|(?![\u4E00-\u9FFF:：]))
        | (?:上版|上稿|張貼|發[布佈]|資料提供|資料維護|內容維護)(?:單位|人員|者)?\s*[:：]\s*[^\s。，；]{1,20}
        )[\s|｜‧·/／]*)+$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Line();
}
