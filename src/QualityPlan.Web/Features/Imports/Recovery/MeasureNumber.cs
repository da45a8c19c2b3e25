using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// The number in front of a measure, where more counts as one than in front of a heading (A-1, 甲-1, 策略1-1：, 第一項), and
/// where the measures before tell a number from the figure behind it: 「3.5場講座」 after measure 2 is measure 3.
/// </summary>
internal static partial class MeasureNumber
{
    /// <summary>
    /// Splits the number off. <paramref name="before"/> is the number of the measure before; <paramref name="mayBeWrap"/>:
    /// the line above has not ended, so that a figure in front may be one of its sentence.
    /// </summary>
    public static (PrintedNumber? Number, string After) Split(string text, PrintedNumber? before = null, bool mayBeWrap = false)
    {
        text = text.Trim();
        var usual = PrintedNumber.Split(text);
        var isUsual = usual.Number is { } number && (number.Style != NumberStyle.Dotted || number.Depth == 1);
        if (isUsual)
        {
            return usual;
        }

        var match = BeforeFigure().Match(Folding.Narrow(text));
        if (match.Success)
        {
            var single = Of(NumberStyle.Dotted, match.Groups["number"], text);
            var isNext = before is not null && single.IsNextAfter(before) && (usual.Number?.IsFirst != true || match.Groups["counted"].Success);
            if (mayBeWrap ? isNext && match.Groups["year"].Success : isNext || match.Groups["year"].Success || match.Groups["sure"].Success)
            {
                return (single, text[match.Length..].Trim());
            }
        }

        return usual.Number is null ? Named(text, before) : usual;
    }

    /// <summary>The single number in front of a text that goes on with a figure, however unlikely; null when there is none.</summary>
    public static (PrintedNumber Number, string After)? Alone(string text)
    {
        var match = BeforeFigure().Match(Folding.Narrow(text));
        return match.Success ? (Of(NumberStyle.Dotted, match.Groups["number"], text), text[match.Length..].Trim()) : null;
    }

    /// <summary>A text that goes on as if a figure stood in front of it: 「場講座」, 「號登機門」, 「月底前」.</summary>
    public static bool BeginsCounted(string after) => Counted().IsMatch(after);

    /// <summary>「1.2場講座」 where no list tells whether it is measure 1.2 or measure 1.</summary>
    public static bool IsDoubtful(PrintedNumber number, string after, PrintedNumber? before) =>
        number is { Style: NumberStyle.Dotted, Depth: 2, IsFirst: false } && Counted().IsMatch(after)
        && (before?.IsSameListAs(number) != true || (before.Parts[0] != number.Parts[0] && !number.IsFirst));

    private static (PrintedNumber? Number, string After) Named(string text, PrintedNumber? before)
    {
        var match = NamedNumber().Match(Folding.Narrow(text));
        if (!match.Success)
        {
            return (null, text);
        }

        var group = match.Groups.Cast<Group>().Skip(1).First(group => group.Success);
        var style = group.Name switch { "letter" or "seat" => NumberStyle.Letter, "stem" => NumberStyle.Stem, _ => NumberStyle.Named };
        var number = Of(style, group, text);

        // 「B1閱覽室」, 「A4紙」: a letter with a figure counts only as the first of a list or in one.
        var isList = group.Name != "seat" || number.Parts is [1, 1] || before?.IsSameListAs(number) == true;
        return isList ? (number, text[match.Length..].Trim()) : (null, text);
    }

    private static PrintedNumber Of(NumberStyle style, Group group, string text)
    {
        var figures = Figures().Matches(group.Value).Select(figure => char.IsAsciiDigit(figure.Value[0]) ? int.Parse(figure.Value, System.Globalization.CultureInfo.InvariantCulture) : PrintedNumber.Chinese(figure.Value)).ToList();
        List<int> parts = style switch
        {
            NumberStyle.Letter => [group.Value[0] - 'A' + 1, .. figures],
            NumberStyle.Stem => ["甲乙丙丁戊己庚辛壬癸".IndexOf(group.Value[0], StringComparison.Ordinal) + 1, .. figures],
            _ => figures,
        };
        return new PrintedNumber(style, parts, text[group.Index..(group.Index + group.Length)]);
    }

    /// <summary>「2.115年」, 「1.24小時」, 「4.5G」: no number is written with these behind its dot; 「3.5場」 may be one.</summary>
    [GeneratedRegex("""
        ^(?<number>[1-9]\d?)[.、](?!\d{1,2}[.-]\d)(?=
          (?<year>\d{3,})(?![.\d]*[%％])
        | (?<sure>\d{2}小時|[2-9][DGKC](?![A-Za-z]))
        | \d{1,2}(?<counted>[號場次天日週周人位名項個種件冊處間館樓層座台臺部支組隊條款年月時小歲合大對級類國元萬千百倍公坪度米吋分季班校區鄉鎮村里戶家堂梯輛架套本張篇款國以至到A-Za-z+＋~～-])
        | \d{1,2})
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex BeforeFigure();

    [GeneratedRegex("^(?:[號場次天週周人位名件冊樓層座台臺條年月小歲季班戶堂梯輛坪]|公[里尺頃分斤噸]|平方)")]
    private static partial Regex Counted();

    [GeneratedRegex("""
        ^(?:
          (?<letter>[A-Z](?:-\d{1,2}(?:[.-]\d{1,2})*|\d{1,2}(?:[.-]\d{1,2})+))(?:[.、):：]\s*|\s+|(?=[^\x00-\x7F]))
        | (?<seat>[A-Z]\d{1,2})(?:[.、):：]\s*|\s+(?=[^\x00-\x7F])|(?=[^\x00-\x7F])(?!海報|尺寸|[紙版樓棟區館]|規格|大小|出口|展))
        | (?<stem>[甲乙丙丁戊己庚辛壬癸](?:-\d{1,2})+)(?:[.、):：]\s*|\s+|(?=[^\x00-\x7F]))
        | (?<named>(?:策略|措施|作法|做法|行動|行動方案|推動作法|具體作法|方案|項目|工作)\s?\d{1,2}(?:[.-]\d{1,2})*)(?:[.、:：]\s*|\s+(?=[^\x00-\x7F]))
        | (?<ordinal>第(?:[一二三四五六七八九十]{1,3}|\d{1,2})[項點])(?:[.、，:：]\s*|\s+)
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NamedNumber();

    [GeneratedRegex(@"\d+|[一二三四五六七八九十]+")]
    private static partial Regex Figures();
}
