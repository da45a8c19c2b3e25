using System.Globalization;
using System.Text.RegularExpressions;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Domain.Deadlines;

/// <summary>
/// 頻率: 每月, 每週一, 每日, 每季… or 持續辦理 without a count. Gives one checkpoint a quarter (for 每半年
/// and 每年 one a half-year or year), with how often the thing is expected in it.
/// </summary>
internal sealed partial class Rhythm
{
    private static readonly DayOfWeek[] OnceAWeek = [DayOfWeek.Monday];

    private Func<DaySpan, OfficeCalendar, int>? _count;
    private int _months = 3;

    public static readonly Rhythm Continuing = new() { Kind = DeadlineKind.Continuing };

    public DeadlineKind Kind { get; private init; }

    public IReadOnlyList<DeadlineNote> Notes { get; private init; } = [];

    /// <summary>The rhythm the whole text names, or null.</summary>
    public static Rhythm? Match(string text)
    {
        var going = Going().Match(text);
        if (going.Success)
        {
            return Dates().IsMatch(text) ? WithUnreadDate(text)
                : going.Value is "視" or "依" ? Doubtful("沒有寫明日期，讀作持續辦理，請確認。")
                : Continuing;
        }

        var every = Every().Match(text);
        if (!every.Success || InvalidDay(every))
        {
            return null;
        }

        var times = every.Groups["n"].Success ? Number(every.Groups["n"].Value) : 1;
        return times == 0 ? null : Of(every, times);
    }

    /// <summary>Its checkpoints in the span, in order; spans with nothing to do have none.</summary>
    public IReadOnlyList<CheckpointReading> CheckpointsIn(DaySpan span, OfficeCalendar calendar)
    {
        var found = new List<CheckpointReading>();
        foreach (var part in span.ByQuarter())
        {
            if (part.To.Month % _months != 0 && part.To != span.To)
            {
                continue;
            }

            var count = _count?.Invoke(part, calendar);
            if (count != 0)
            {
                found.Add(new CheckpointReading(part.To, count));
            }
        }

        return found;
    }

    private static Rhythm? Of(Match every, int times)
    {
        if (every.Groups["day"].Success)
        {
            return Counted((part, calendar) => calendar.CountWorkingDays(part.From, part.To) * times);
        }

        if (every.Groups["week"].Success)
        {
            return Weekly(every, times);
        }

        if (every.Groups["month"].Success)
        {
            var remainder = every.Groups["odd"].Success ? 1 : 0;
            var step = remainder == 1 || every.Groups["even"].Success ? 2 : 1;
            return Counted((part, _) => part.CountMonths(month => month % step == remainder % step) * times);
        }

        var months = every.Groups["quarter"].Success ? 3 : every.Groups["half"].Success ? 6 : 12;
        return times == 1
            ? new Rhythm { Kind = DeadlineKind.Dated, _months = months }
            : new Rhythm { Kind = DeadlineKind.Recurring, _months = months, _count = (_, _) => times };
    }

    private static Rhythm Weekly(Match every, int times)
    {
        // 每週 without a day counts the weeks that begin (Monday) in the quarter.
        var days = every.Groups["to"].Success
            ? Between(every.Groups["from"].Value[0], every.Groups["to"].Value[0])
            : [.. every.Groups["on"].Value.Where(sign => DayOf(sign) is not null).Select(sign => DayOf(sign)!.Value)];
        var counted = days.Length == 0 ? OnceAWeek : days;
        var weeks = every.Groups["fortnight"].Success ? 2 : 1;
        return Counted((part, _) => part.CountWeekdays(counted) * times / weeks);
    }

    private static Rhythm Counted(Func<DaySpan, OfficeCalendar, int> count) =>
        new() { Kind = DeadlineKind.Recurring, _count = count };

    private static Rhythm? WithUnreadDate(string text) => text.StartsWith("配合", StringComparison.Ordinal)
        ? Doubtful("文字中另有日期，未列為查核點，請確認。")
        : null;

    private static Rhythm Doubtful(string sentence) =>
        new() { Kind = DeadlineKind.Continuing, Notes = [new(DeadlineNoteKind.Doubtful, sentence)] };

    private static bool InvalidDay(Match every) =>
        every.Groups["date"].Success && Number(every.Groups["date"].Value) is < 1 or > 31;

    private static DayOfWeek[] Between(char from, char to)
    {
        var first = Monday(from);
        return [.. Enumerable.Range(first, Math.Max(0, Monday(to) - first + 1)).Select(day => (DayOfWeek)(day % 7))];
    }

    private static int Monday(char sign) => DayOf(sign) is { } day && day != DayOfWeek.Sunday ? (int)day : 7;

    private static DayOfWeek? DayOf(char sign) => sign switch
    {
        >= '1' and <= '6' => (DayOfWeek)(sign - '0'),
        '日' or '天' => DayOfWeek.Sunday,
        _ => null,
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:隨時|不定期|不定時|持續|經常|常態|適時|即時|機動|長期|平時|逐案|配合|視|依)")]
    private static partial Regex Going();

    [GeneratedRegex("[0-9](?:年|月|日|季|/|\\.)")]
    private static partial Regex Dates();

    [GeneratedRegex(@"^(?:定期)?(?:
          (?<day>每(?:個)?(?:日|天|工作日|上班日|工作天|開館日)|逐日|按日)
        | (?<week>(?:每個?|按|逐)週|(?<fortnight>每2個?週|每雙週|每隔週|隔週|雙週))(?:
              (?<from>[1-6日天])(?:至|到|-|~)週?(?<to>[1-6日天])
            | (?<on>[1-6日天](?:[、,及和與]?(?:每?週)?[1-6日天])*)(?![0-9]*次) )?
        | (?<month>(?:每個?|按|逐|各)月|(?<even>每雙月|每逢雙月|雙月|每2個?月|隔月)|(?<odd>每單月|單月))
              (?: (?<date>[0-9]{1,2})[日號] | [底初末] | [上中下]旬 | 第[1-5]個?週[1-6日]? )?
        | (?<quarter>(?:每個?|按|逐|各)季度?|每3個月)[底末]?
        | (?<half>每半年度?|每6個月)[底末]?
        | (?<year>每年度?|每1年)(?=(?:定期|固定|至少|各|辦理|檢討|更新|修正)*\(?[0-9]{1,2}次)
        )(?:以前|之前|前)?(?:定期|固定|至少|各|持續)*
        (?:\(?(?<n>[0-9]{1,2})次\)?)?
        (?:辦理|更新|檢討|修正|巡視|統計|彙整|陳報|填報|執行|實施|發行|出刊|公布|公告|進行|召開|維護|檢視|完成|提報|巡檢|檢查)*
        (?:\(?(?<n>[0-9]{1,2})次\)?)?(?:以上)?$", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Every();
}
