using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Setup.Demonstration;

namespace QualityPlan.Web.Operations.Generating;

/// <summary>Words of generated plans and reports, put together at random.</summary>
internal static class GeneratedWords
{
    public const string EveryUnit = "各單位";

    private static readonly string[] UnitNames =
    [
        "閱覽服務組", "參考諮詢組", "採訪組", "編目組", "特藏組", "資訊系統組", "推廣輔導組", "數位資源組", "兒童及青少年組", "多元文化組",
        "研究發展組", "國際合作組", "期刊組", "視聽資料組", "分館管理組", "秘書室", "總務室", "主計室", "人事室", "政風室",
    ];

    private static readonly string[] Areas = ["服務流程", "機關形象", "顧客關係", "資訊提供及檢索服務", "線上服務及電子參與", "創新服務"];

    private static readonly string[] Things =
    [
        "線上辦證", "館際合作", "預約借書", "自助借還書", "電子書平臺", "兒童閱讀推廣", "樂齡學習", "視障者服務", "政府資訊檢索", "數位典藏",
        "讀者意見回復", "服務環境巡檢", "志工服務", "館藏薦購", "閱讀講座", "行動圖書館", "多元文化館藏", "資訊素養課程", "網站無障礙", "讀者滿意度調查",
        "研究小間申請", "古籍調閱", "期刊授權", "新書預告通知", "參考諮詢",
    ];

    private static readonly string[] Ways =
    [
        "簡化申辦步驟並提供線上表單", "訂定標準作業程序與填寫範例", "每月檢討服務流程", "增設自助設備與雙語指引", "辦理第一線人員教育訓練",
        "與社區及學校合作推廣", "按月公布服務統計", "整合跨單位服務窗口", "建立專人回復與列管機制", "定期更新網頁內容並檢查連結",
    ];

    private static readonly string[] Aims =
    [
        "縮短讀者等候時間", "使服務滿意度達 85% 以上", "擴大服務對象", "提高資訊正確性", "落實資訊公開", "提升服務專業形象", "減少紙本作業",
    ];

    private static readonly (string Text, int Weight)[] Deadlines =
    [
        ("{0}年3月、6月、9月、12月", 35), ("{0}年12月", 30), ("每月", 12), ("{0}年6月", 8), ("每季", 5), ("持續辦理", 4), ("每週一", 3), ("業已完成", 3),
    ];

    private static readonly string[] Causes = ["採購流標致開辦時間延後。", "系統改版與既有作業介接未完成。", "承辦人力異動，交接期間進度受影響。", "廠商交付內容未通過驗收。"];

    private static readonly string[] Remedies = ["已重行招標並先以人工方式辦理。", "每週召開進度會議，要求廠商增派人力。", "調派人力支援並調整工作分配。"];

    public static string UnitName(int at) => at < UnitNames.Length ? UnitNames[at] : $"{UnitNames[at % 15][..^1]}第{(at / UnitNames.Length) + 1}{UnitNames[at % 15][^1]}";

    public static string Area(int at) => $"{"一二三四五六"[at]}、{Areas[at]}";

    public static string SubArea(int at) => at % 2 == 0 ? "(一)便捷與透明" : "(二)友善與專業";

    public static string Item(int number, Random dice) => $"{number}. {Things[dice.Next(Things.Length)]}服務程度";

    /// <summary>A row, and what its units will tell of it.</summary>
    public static (MeasureText Text, RowStory Story) Measure(string number, RocYear year, IReadOnlyList<string> units, Random dice)
    {
        var (thing, way) = (Things[dice.Next(Things.Length)], dice.Next(Ways.Length));
        var other = (way + 1 + dice.Next(Ways.Length - 1)) % Ways.Length;
        var approach = $"推動{thing}，{Ways[way]}，{Ways[other]}，以{Aims[dice.Next(Aims.Length)]}。";
        var text = new MeasureText(number, approach, Deadline(year, dice), Lead(units, dice))
        {
            SupportingUnits = dice.Next(10) == 0 ? units[dice.Next(units.Count)] : "",
        };
        var low = dice.Next(40, 3000);
        var story = new RowStory("", $"本季{thing}服務 {{{low}-{low + (low / 4)}}} 人次，已{Ways[way]}，讀者意見 {{2-30}} 則均已回復。")
        {
            Next = $"下季將{Ways[other]}。",
            Slips = dice.Next(12) == 0 ? [Slip(thing, dice)] : [],
        };
        return (text, story);
    }

    private static Slip Slip(string thing, Random dice)
    {
        var from = dice.Next(1, 4);
        return new Slip(from, from + 1 + dice.Next(2), $"{thing}本季完成 {{30-60}}%，較預定進度落後。", Causes[dice.Next(Causes.Length)], Remedies[dice.Next(Remedies.Length)])
        {
            Percent = (from * 25) - 15,
        };
    }

    private static string Lead(IReadOnlyList<string> units, Random dice) => dice.Next(100) switch
    {
        < 4 => EveryUnit,
        < 12 when units.Count > 1 => Two(dice.Next(units.Count - 1), units),
        _ => units[dice.Next(units.Count)],
    };

    private static string Two(int at, IReadOnlyList<string> units) => $"{units[at]}、{units[at + 1]}";

    private static string Deadline(RocYear year, Random dice)
    {
        var left = dice.Next(Deadlines.Sum(one => one.Weight));
        var text = Deadlines.First(one => (left -= one.Weight) < 0).Text;
        return text.Replace("{0}", $"{year}", StringComparison.Ordinal);
    }
}
