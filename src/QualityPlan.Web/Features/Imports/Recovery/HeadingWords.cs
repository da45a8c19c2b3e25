using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>The words agencies print above the columns of a plan, in one table.</summary>
internal static partial class HeadingWords
{
    private static readonly (PlanField Field, string[] Words)[] Synonyms =
    [
        (PlanField.Approach, ["推動作法", "推動做法", "執行方法", "具體作法", "具體做法", "執行作法", "執行做法", "實施作法", "實施方法", "推動方法", "作法", "做法", "具體措施", "推動措施", "執行措施"]),
        (PlanField.SubArea, ["實施子項", "次要項", "子構面", "次構面", "子項"]),
        (PlanField.Area, ["實施要項", "構面", "工作要領", "實施項目", "主要項目", "要項", "服務構面", "推動構面"]),
        (PlanField.Item, ["執行項目", "執行策略", "推動策略", "工作重點", "推動項目", "工作項目", "策略", "推動重點", "執行重點"]),
        (PlanField.Deadline, ["完成期限", "預定完成日", "預定完成日期", "完成期程", "預定完成期限", "預定完成期程", "預定期程", "辦理期程", "執行期程", "辦理期限", "完成日期", "完成時間", "預定完成時間", "期限", "期程"]),
        (PlanField.SupportingUnits, ["協辦單位", "協辦", "協助單位", "配合單位", "協辦機關"]),
        (PlanField.Units, ["承辦單位", "業務單位", "主辦單位", "主辦", "負責單位", "執行單位", "權責單位", "辦理單位", "主責單位", "承辦", "主辦機關", "主協辦單位"]),
        (PlanField.No, ["編號", "項次", "序號", "次序"]),
    ];

    private static readonly Dictionary<string, PlanField> FieldByWord = Synonyms
        .SelectMany(entry => entry.Words.Select(word => (word, entry.Field)))
        .ToDictionary(pair => pair.word, pair => pair.Field);

    /// <summary>A column of this name is the tracked one where no other is: 工作要領, 工作重點, 業務單位.</summary>
    public static readonly IReadOnlySet<string> StandIns = new HashSet<string> { "工作重點", "工作項目", "執行重點", "推動重點" };

    /// <summary>The field a heading names, or null; notes in brackets, blanks and a second name after a stroke do not matter.</summary>
    public static PlanField? Find(string heading)
    {
        var word = Core(heading);
        if (FieldByWord.TryGetValue(word, out var field))
        {
            return field;
        }

        // 「具體推動作法」, 「完成期限及進度」: a whole name with a few words around it.
        var inside = FieldByWord.Keys.Where(known => known.Length >= 4 && word.Length <= known.Length + 5 && word.Length > known.Length
            && (word.StartsWith(known, StringComparison.Ordinal) || word.EndsWith(known, StringComparison.Ordinal))).MaxBy(known => known.Length);
        return inside is null ? null : FieldByWord[inside];
    }

    public static string Core(string heading)
    {
        var word = Note().Replace(Folding.WithoutBlanks(Folding.Narrow(heading)), "");
        var end = word.IndexOfAny(['/', '／', ':', '：']);
        return end > 0 ? word[..end] : word;
    }

    [GeneratedRegex(@"\([^)]*\)|〔[^〕]*〕|\[[^\]]*\]")]
    private static partial Regex Note();
}
