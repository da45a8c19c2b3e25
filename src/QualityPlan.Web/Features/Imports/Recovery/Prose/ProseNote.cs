using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery.Prose;

/// <summary>
/// What a text says beside a measure: 「（完成期限：115年6月；承辦單位：閱覽組）」 at its end, 「（115年6月，閱覽組）」, or a line
/// 「主辦單位：閱覽組」 of its own. Each part has the label it was printed with, empty when it had none;
/// <see cref="PlanField.Plan"/> stands for what plans say and nobody tracks (預期效益).
/// </summary>
internal sealed partial record ProseNote(PlanField Field, string Label, string Text)
{
    private const int LongestBracket = 200;

    /// <summary>The notes of a line that begins with a label and says nothing else; empty for any other line.</summary>
    public static List<ProseNote> OfLine(string line)
    {
        var text = line.Trim();
        var first = LabelMark().Match(text);
        return first.Success && first.Index == 0 ? Labelled(text) : [];
    }

    /// <summary>Takes the notes in brackets off the end of a text.</summary>
    public static (string Text, List<ProseNote> Notes) TakeOff(string text)
    {
        var notes = new List<ProseNote>();
        var rest = text;
        while (LastBracket(rest) is { } at && InBracket(rest[(at.Start + 1)..at.End]) is { Count: > 0 } found)
        {
            notes.InsertRange(0, found);
            rest = (rest[..at.Start].TrimEnd() + rest[(at.End + 1)..].Trim()).Trim();
        }

        return (rest.TrimEnd('；', ';', '，', ','), notes);
    }

    private static List<ProseNote> Labelled(string text)
    {
        var marks = LabelMark().Matches(text);
        return [.. marks.Select((mark, index) =>
        {
            var value = text[(mark.Index + mark.Length)..(index + 1 < marks.Count ? marks[index + 1].Index : text.Length)].Trim(' ', '　', '；', ';', '，', ',', '、');
            var field = FieldOf(mark);
            return new ProseNote(field, mark.Groups["label"].Value, field == PlanField.Approach ? value : value.TrimEnd('。'));
        })];
    }

    private static List<ProseNote> InBracket(string inside)
    {
        var first = LabelMark().Match(inside);
        var bare = Bare(first.Success ? inside[..first.Index] : inside);
        return bare is null ? [] : first.Success ? [.. bare, .. Labelled(inside[first.Index..])] : bare;
    }

    /// <summary>Deadlines and units without a label; null when a part is neither, so that the bracket belongs to the text.</summary>
    private static List<ProseNote>? Bare(string text)
    {
        var parts = text.Split(['，', ',', '；', ';', '、', '／', '/', '：', ':', ' ', '　'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var deadlines = parts.Where(part => BareDeadline().IsMatch(part)).ToList();
        var units = parts.Except(deadlines).ToList();
        if (units.Exists(part => part.Length > 14 || !BareUnit().IsMatch(part) || NoUnit().IsMatch(part)))
        {
            return null;
        }

        return [
            .. deadlines.Count > 0 ? [new ProseNote(PlanField.Deadline, "", string.Join('、', deadlines))] : Array.Empty<ProseNote>(),
            .. units.Count > 0 ? [new ProseNote(PlanField.Units, "", string.Join('、', units))] : Array.Empty<ProseNote>(),
        ];
    }

    /// <summary>The bracket at the end of the text, whose inner ones are counted.</summary>
    private static (int Start, int End)? LastBracket(string text)
    {
        var end = text.TrimEnd('。', '；', ';', '，', ' ').Length - 1;
        var depth = 0;
        for (var at = end; at >= 0 && end - at < LongestBracket && end > 0; at--)
        {
            depth += text[at] is ')' or '）' or '】' or '〕' or ']' ? 1 : text[at] is '(' or '（' or '【' or '〔' or '[' ? -1 : 0;
            if (depth == 0)
            {
                return at < end && at > 0 ? (at, end) : null;
            }
        }

        return null;
    }

    private static PlanField FieldOf(Match mark) =>
        mark.Groups["deadline"].Success ? PlanField.Deadline : mark.Groups["supporting"].Success ? PlanField.SupportingUnits
        : mark.Groups["approach"].Success ? PlanField.Approach : mark.Groups["item"].Success ? PlanField.Item
        : mark.Groups["area"].Success ? PlanField.Area : mark.Groups["other"].Success ? PlanField.Plan : PlanField.Units;

    [GeneratedRegex("""
        (?<=^|[\s，,；;。、(（])[◎●※•＊*]?\s*(?<label>
          (?<deadline>(?:預定|預計)?(?:完成|辦理|執行|實施)?(?:期限|期程|時程|時限|時間)|(?:預定|預計)?完成(?:日期?|時間|年月)|預定進度)
        | (?<supporting>(?:協辦|協助|配合|支援)(?:單位|機關|科室|課室|組室|處室|部門|人員|組別)|協辦|協助)
        | (?<units>(?:主辦|承辦|主責|權責|負責|辦理|執行|業務|責任)(?:單位|機關|科室|課室|組室|處室|部門|人員|組別)|主\(?協\)?辦(?:單位|機關)|承辦人|負責人|主辦|承辦|主責|權責)
        | (?<approach>(?:具體|推動|執行|實施|行動|改善|辦理)(?:作法|做法|方法|措施|方案|內容)|[作做]法)
        | (?<item>(?:執行|推動|工作)(?:項目|策略|重點))
        | (?<other>(?:預期)?(?:效益|成效|成果)|(?:績效|衡量|關鍵績效)指標|目標值|備註|經費(?:來源|需求|預算)?|預算)
        | (?<area>實施要項|構面|面向|工作要領)
        )\s*[:：]\s*
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex LabelMark();

    [GeneratedRegex("^(?:自|至|預定|預計|民國)?1?\\d\\d年|^(?:自|至)?\\d{1,2}月|^\\d{1,3}[./]\\d{1,2}|^每(?:日|[週周]|月|季|半?年|學期|[一二兩1-6]個?月|雙月)|^(?:全年|年底|本年|當年|隨時|持續|經常|常年|不定期|按[月季]|[上下]半年|第[一二三四1-4]季|即日起|[一二三四五六七八九十]{1,3}月)")]
    private static partial Regex BareDeadline();

    [GeneratedRegex("[組室科課處股館局會隊部院站系廳所]$|中心$|小組$|單位$|人員$|^(?:人事|主計|會計|政風|研考|總務|秘書|資訊)$")]
    private static partial Regex BareUnit();

    [GeneratedRegex("^(?:含|如|包括|例如|詳|見|不|限|需|須|至|約|共|計|原|以下|下稱|簡稱|依|經|由|另|即|或|及|與)")]
    private static partial Regex NoUnit();
}
