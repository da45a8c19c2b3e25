using System.Text.RegularExpressions;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.Progress;

/// <summary>簽稿範本的欄位: the fixed words in braces, and how they are replaced. What replaces one is never read again.</summary>
public static partial class MemoPlaceholders
{
    /// <summary>Every placeholder, without braces, and what stands in its place.</summary>
    public static readonly IReadOnlyDictionary<string, string> Allowed = new Dictionary<string, string>
    {
        ["機關"] = "機關名稱",
        ["計畫"] = "計畫名稱",
        ["年度"] = "民國年度，例如115",
        ["季"] = "季別數字，例如1",
        ["季別"] = "年度與季，例如115年第1季",
        ["核定日期"] = "計畫核定的發文日期",
        ["核定文號"] = "計畫核定的發文字號",
        ["填報開始日"] = "本季開放填報的日期",
        ["填報截止日"] = "本季承辦人填報截止的日期",
        ["應填單位數"] = "本季應填報的單位數",
        ["已填單位數"] = "其中已送審的單位數",
        ["未填單位"] = "其中尚未送審的單位；沒有時為「無」",
        ["項數"] = "列管的推動作法數",
        ["燈號統計"] = "各燈號的項數",
        ["落後情形"] = "各單位落後與逾期的推動作法、原因與對策，分項列出",
        ["解除列管建議"] = "已完成的項數，依實施要項",
        ["繼續列管建議"] = "其餘的項數",
        ["提會建議"] = "落後與逾期的項數、單位與編號",
    };

    /// <summary>Refuses braces that are none of the placeholders.</summary>
    public static Verdict Check(MemoText text)
    {
        string[] parts = [text.Subject, text.Explanation, text.Proposals, text.Closing];
        var unknown = parts.SelectMany(part => Braces().Matches(part)).Select(match => match.Value)
            .FirstOrDefault(one => !IsAllowed(one));
        return unknown is null
            ? Verdict.Yes
            : Verdict.No("memo-placeholder", $"「{unknown}」不是可用的欄位。可用的欄位：{string.Join('、', Allowed.Keys.Select(name => $"{{{name}}}"))}。");
    }

    /// <summary>The template's text with every placeholder replaced; a value that is missing is shown as ○○.</summary>
    public static MemoText Fill(MemoText template, IReadOnlyDictionary<string, string> values)
    {
        return new MemoText(
            Part(template.Subject, MemoText.SubjectLength),
            Part(template.Explanation, MemoText.ExplanationLength),
            Part(template.Proposals, MemoText.ProposalsLength),
            Part(template.Closing, MemoText.ClosingLength)).Cleaned();

        string Part(string text, int length) => Shortening.ToFit(
            Braces().Replace(text, match => IsAllowed(match.Value) ? values.GetValueOrDefault(match.Value[1..^1], "○○") : match.Value), length);
    }

    private static bool IsAllowed(string match) => match.Length > 2 && match[^1] == '}' && Allowed.ContainsKey(match[1..^1]);

    /// <summary>A word in braces, or a brace that has no partner.</summary>
    [GeneratedRegex(@"\{[^{}\n]*\}|[{}]")]
    private static partial Regex Braces();
}
