namespace QualityPlan.Domain.Progress;

/// <summary>簽稿的文字: 主旨, 說明, 擬辦 and the 敬陳 line; paragraphs are lines, with their numbers typed before them.</summary>
public sealed record MemoText(string Subject, string Explanation, string Proposals, string Closing)
{
    public const int SubjectLength = 300;
    public const int ExplanationLength = 12_000;
    public const int ProposalsLength = 6000;
    public const int ClosingLength = 200;

    /// <summary>主旨 longer than this is hard to take in at a glance; told, not refused.</summary>
    public const int UsualSubjectLength = 60;

    public static readonly MemoText Empty = new("", "", "", "");

    /// <summary>The usual wording of an agency that has set none of its own.</summary>
    public static readonly MemoText Usual = new(
        "陳報「{計畫}」{季別}執行情形彙整報告一案，簽請核示。",
        """
        一、依據{核定日期}{核定文號}函核定之「{計畫}」辦理。
        二、本季填報期間自{填報開始日}至{填報截止日}，應填報單位{應填單位數}個，已填報{已填單位數}個，尚未填報單位：{未填單位}。各單位填報經單位主管核可後，由研發小組彙整完竣。
        三、本季列管推動作法{項數}項：{燈號統計}。
        四、落後及逾期情形：{落後情形}
        五、檢附{季別}執行情形彙整表、落後與逾期表各1份。
        """,
        """
        一、解除列管：{解除列管建議}
        二、繼續列管：{繼續列管建議}
        三、提館務會議：{提會建議}
        四、奉核後，函知各單位依限辦理，並於次季追蹤辦理情形。
        """,
        "敬陳　副召集人　召集人");

    /// <summary>All four with line ends as they are kept; 主旨 and 敬陳 are one paragraph each.</summary>
    public MemoText Cleaned() => new(OneLine(Subject), Lines(Explanation), Lines(Proposals), OneLine(Closing));

    /// <summary>What a memo cannot be without.</summary>
    public static Verdict Check(MemoText text) =>
        string.IsNullOrWhiteSpace(text.Subject) || string.IsNullOrWhiteSpace(text.Explanation) || string.IsNullOrWhiteSpace(text.Proposals)
            ? Verdict.No("memo-incomplete", "主旨、說明與擬辦都要有內容。")
            : Verdict.Yes;

    private static string OneLine(string text) => string.Concat(text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries));

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim('\n', ' ');
}
