using System.Buffers;
using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>The words agencies print above the columns of a plan: whole names first, then what a name ends with.</summary>
internal static partial class HeadingWords
{
    private const int LongestByEnding = 10;

    /// <summary>A text without any of these is no heading: spares the look-up for nearly all cells of a large sheet.</summary>
    private static readonly SearchValues<char> Letters = SearchValues.Create("法施為容驟式案項構面領軸別層域標策點事期程限日間進月號次序位關門科室處組課員人責辦分工單子畫行分N");

    private static readonly (PlanField Field, string[] Words)[] Synonyms =
    [
        (PlanField.Approach, ["推動作法", "推動做法", "執行方法", "具體作法", "具體做法", "執行作法", "執行做法", "實施作法", "實施方法", "推動方法", "具體措施", "推動措施", "執行措施", "行動方案", "行動計畫", "具體行動"]),
        (PlanField.SubArea, ["實施子項", "次要項", "子構面", "次構面", "子項"]),
        (PlanField.Area, ["實施要項", "工作要領", "實施項目", "主要項目", "目標", "計畫目標", "服務目標", "策略目標", "分類"]),
        (PlanField.Item, ["執行項目", "執行策略", "推動策略", "工作重點", "推動項目", "工作項目", "推動重點", "執行重點", "計畫名稱", "子計畫", "評核指標", "次評核指標", "評核細項", "項目名稱", "方案名稱", "措施名稱"]),
        (PlanField.Deadline, ["完成期限", "預定完成日", "期限", "期程", "預定進度", "完成年月"]),
        (PlanField.SupportingUnits, ["協辦", "配合單位", "配合機關", "支援單位"]),
        (PlanField.Units, ["主辦", "承辦", "主責", "權責", "分工", "主協辦單位"]),
        (PlanField.No, ["編號", "項次", "序號", "次序", "序", "號次", "項號", "流水號", "案號", "NO", "NO.", "No", "No."]),
    ];

    private static readonly (PlanField Field, string[] Endings)[] Endings =
    [
        (PlanField.SupportingUnits, ["協辦單位", "協助單位", "協辦機關", "協助機關", "協辦科室", "協辦部門", "協辦人員"]),
        (PlanField.Units, ["單位", "機關", "部門", "科室", "處室", "組室", "課室", "人員", "承辦人", "負責人", "組別", "科別", "課別", "股別", "處別", "局別", "室別", "所別", "隊別", "課股", "科組", "分工", "承辦", "主辦"]),
        (PlanField.Deadline, ["期限", "期程", "時程", "時限", "日期", "完成日", "時間", "期間", "月份", "期日"]),
        (PlanField.No, ["編號", "項次", "序號"]),
        (PlanField.Approach, ["作法", "做法", "方法", "措施", "作為", "內容", "步驟", "方式"]),
        (PlanField.Item, ["項目", "策略", "重點", "事項", "細項"]),
        (PlanField.Area, ["要項", "構面", "面向", "要領", "主軸", "類別", "層面", "領域"]),
    ];

    private static readonly Dictionary<string, PlanField> FieldByWord = Synonyms
        .SelectMany(entry => entry.Words.Select(word => (word, entry.Field)))
        .ToDictionary(pair => pair.word, pair => pair.Field);

    /// <summary>The field a heading names, or null; notes in brackets, blanks and a second name after a stroke do not matter.</summary>
    public static PlanField? Find(string heading)
    {
        if (!heading.AsSpan().ContainsAny(Letters))
        {
            return null;
        }

        var word = Core(heading);
        if (word.Length == 0 || PrintedNumber.Split(word).Number is not null)
        {
            return null;
        }

        PlanField? field = Supporting().IsMatch(word) ? PlanField.SupportingUnits : FieldByWord.TryGetValue(word, out var known) ? known : OfOtherMatter().IsMatch(word) ? null : ByPart(word);
        if (Leading().IsMatch(word))
        {
            // 「主辦單位及協辦單位」, 「承辦（協辦）單位」: both stand in this column, the leading ones first.
            return field is PlanField.SupportingUnits ? PlanField.Units : field;
        }

        return field == PlanField.Units && SupportingNote().IsMatch(Folding.WithoutBlanks(Folding.Narrow(heading))) ? PlanField.SupportingUnits : field;
    }

    /// <summary>A column that plans have and nobody tracks: 備註, 辦理情形, 預期效益.</summary>
    public static bool IsOfOtherMatter(string heading) => OfOtherMatter().IsMatch(Core(heading));

    /// <summary>「方式」 (自辦, 委外) beside a column of measures is a remark about them.</summary>
    public static bool IsManner(string heading) => Core(heading).EndsWith("方式", StringComparison.Ordinal);

    /// <summary>When work on a measure begins; what is tracked is its end.</summary>
    public static bool IsBeginning(string heading) => Beginning().IsMatch(Core(heading));

    /// <summary>「執行要項」 beside an 實施要項: its second level, where the items stand.</summary>
    public static bool IsOfDoing(string heading) => OfDoing().IsMatch(Core(heading));

    public static string Core(string heading)
    {
        var word = BothRoles().Replace(Note().Replace(Folding.WithoutBlanks(InEnglish().Replace(Folding.Narrow(heading), "")), ""), "主協");
        var end = word.IndexOfAny(['/', '／', ':', '：']);
        return end > 0 ? word[..end] : word;
    }

    private static PlanField? ByPart(string word)
    {
        // 「具體推動作法」, 「完成期限及進度」: a whole name with a few words around it.
        var inside = FieldByWord.Keys.Where(known => known.Length >= 4 && word.Length <= known.Length + 5 && word.Length > known.Length
            && (word.StartsWith(known, StringComparison.Ordinal) || word.EndsWith(known, StringComparison.Ordinal))).MaxBy(known => known.Length);
        if (inside is not null)
        {
            return FieldByWord[inside];
        }

        // 「構面名稱」 beside 「構面代碼」; 「機關名稱」 is none of the plan.
        if (word.Length > 2 && word.EndsWith("名稱", StringComparison.Ordinal) && ByPart(word[..^2]) is PlanField.Area)
        {
            return PlanField.Area;
        }

        var ending = word.Length > LongestByEnding ? default : Endings.FirstOrDefault(entry => entry.Endings.Any(end => word.EndsWith(end, StringComparison.Ordinal)));
        return ending.Endings is null ? null : ending.Field;
    }

    [GeneratedRegex(@"\([^)]*\)|〔[^〕]*〕|\[[^\]]*\]|【[^】]*】")]
    private static partial Regex Note();

    [GeneratedRegex("^(?:協同|協力|會辦|會同|共同|共同辦理|共同執行|支援|配合|協辦|協助)(?:辦理)?(?:單位|機關|機構|部門|科室|課室|處室|組室|局處|課別|科別|組別|人員|科|課|組|處|室)$")]
    private static partial Regex Supporting();

    [GeneratedRegex("^(?:主辦|承辦|主責|主政|主協辦)")]
    private static partial Regex Leading();

    [GeneratedRegex(@"[(〔\[【](?:協辦|協助|配合)[^主承]{0,6}[)〕\]】]")]
    private static partial Regex SupportingNote();

    [GeneratedRegex("^主辦?[/／、]協")]
    private static partial Regex BothRoles();

    /// <summary>「推動作法 Action」: the same again in English.</summary>
    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF)])\s*\(?[A-Za-z][A-Za-z\s.&'/-]{2,}\)?\s*$|^\s*[A-Za-z][A-Za-z\s.&'/-]{2,}(?=[\u4E00-\u9FFF])")]
    private static partial Regex InEnglish();

    [GeneratedRegex("^(?:預[定計])?(?:開始|起始|起)(?:日期?|時間|年月)?$")]
    private static partial Regex Beginning();

    [GeneratedRegex("^(?:執行|推動|工作|辦理)要項$")]
    private static partial Regex OfDoing();

    [GeneratedRegex("情形|成果|成效|效益|備註|說明$|經費|預算|佐證|附件|聯絡|電話|燈號|自評|得分|配分|權重|比重|百分比|完成率|達成率|目標值|績效|衡量|開始|起始|檢討|紀錄|次數|依據|現況|問題|缺失")]
    private static partial Regex OfOtherMatter();
}
