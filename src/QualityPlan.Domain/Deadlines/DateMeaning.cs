using System.Globalization;
using System.Text.RegularExpressions;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Domain.Deadlines;

/// <summary>The year and month that an unfinished date (「、6月」, 「、30日」) takes over from the one before.</summary>
internal readonly record struct DateCarry(RocYear Year, int? Month);

/// <summary>One date as read: the first day it could mean, for the start of a period, and the day it is due.</summary>
internal readonly record struct ReadDate(DateOnly From, DateOnly Due, bool IsYear = false);

/// <summary>The days one match of <see cref="DatePatterns"/> means, or the zh-TW reason why it means none.</summary>
internal sealed class DateMeaning
{
    private readonly List<ReadDate> _dates = [];
    private readonly List<DeadlineNote> _notes = [];
    private readonly Match _match;

    private DateMeaning(Match match, DateCarry carry)
    {
        _match = match;
        Carry = carry;
    }

    public IReadOnlyList<ReadDate> Dates => _dates;

    public IReadOnlyList<DeadlineNote> Notes => _notes;

    public DateCarry Carry { get; private set; }

    public string Reason { get; private set; } = "";

    public static DateMeaning Of(Match match, DateCarry carry, RocYear planYear)
    {
        var meaning = new DateMeaning(match, carry);
        if (meaning.ReadYear(planYear))
        {
            meaning.ReadDays();
        }

        return meaning;
    }

    private bool ReadYear(RocYear planYear)
    {
        if (!Has("y"))
        {
            Carry = Has("now") ? new DateCarry(planYear, null) : Carry;
            return true;
        }

        var (digits, era) = (Text("y"), Text("era"));
        var year = Number(digits);
        if (digits.Length == 4 || era == "西元")
        {
            Reason = RocYear.IsValid(year - 1911)
                ? $"是否要輸入{year - 1911}年？{year}是西元年，期限請用民國年。"
                : $"看不懂年份「{year}」，期限請用民國年。";
            return false;
        }

        if (!RocYear.IsValid(year) || (digits.Length < 3 && Has("s") && era.Length == 0))
        {
            Reason = year == 0 ? "沒有民國0年，請確認年份。" : $"是否要輸入民國{year}年？年份請寫三位數或加「民國」。";
            return false;
        }

        NoteYear(new RocYear(year), planYear, digits.Length < 3 && era.Length == 0);
        Carry = new DateCarry(new RocYear(year), null);
        return true;
    }

    private void NoteYear(RocYear year, RocYear planYear, bool isShort)
    {
        if (isShort && planYear.Value > 99)
        {
            _notes.Add(new DeadlineNote(DeadlineNoteKind.ShortYear, $"「{year}年」讀作民國{year}年，請確認。"));
        }

        if (Math.Abs(year.Value - planYear.Value) > 1)
        {
            _notes.Add(new DeadlineNote(
                DeadlineNoteKind.DistantYear, $"{year}年與計畫年度{planYear}年相差超過1年，請確認。"));
        }
    }

    private void ReadDays()
    {
        if (Has("half"))
        {
            var first = Text("half") is "上" or "前";
            AddMonths(first ? 1 : 7, first ? 6 : 12);
        }
        else if (Has("qs"))
        {
            Each("qs", AddQuarter);
        }
        else if (Has("ms"))
        {
            Each("ms", AddMonth);
        }
        else if (Has("ds"))
        {
            Carry = Has("m") ? Carry with { Month = Number(Text("m")) } : Carry;
            Each("ds", AddDay);
        }
        else if (Has("m"))
        {
            AddMonth(Number(Text("m")));
        }
        else if (Has("y") || Has("now") || (Has("whole") && Text("whole") is not ("底" or "末" or "終" or "結束" or "終了")))
        {
            AddYear();
        }
    }

    private void AddYear()
    {
        if (Has("before") && !Has("whole"))
        {
            Reason = $"「{Carry.Year}年前」不知是否含當年，請寫明月份。";
        }
        else if (Text("y").Length is 1 or 2 && !Has("era") && !Has("whole"))
        {
            Reason = $"「{_match.Value}」不知是年份或期間，請寫明月份。";
        }
        else
        {
            var isYear = !Has("whole") || Text("whole")[0] == '全';
            _dates.Add(new ReadDate(Carry.Year.FirstDay, Carry.Year.LastDay, isYear));
        }
    }

    private void AddQuarter(int number)
    {
        if (number is < 1 or > 4)
        {
            Reason = $"沒有第{number}季，季別為1至4。";
            return;
        }

        var quarter = new Quarter(Carry.Year, number);
        AddMonths(quarter.FirstMonth, quarter.FirstMonth + 2);
    }

    private void AddMonth(int month)
    {
        if (month is < 1 or > 12)
        {
            Reason = $"沒有{month}月，月份為1至12。";
            return;
        }

        Carry = Carry with { Month = month };
        AddMonths(month, month);
    }

    /// <summary>6月底前 is the last day of June, but 12月前 the day before December begins.</summary>
    private void AddMonths(int first, int last)
    {
        var begin = new DateOnly(Carry.Year.Gregorian, first, 1);
        var end = new DateOnly(Carry.Year.Gregorian, last, 1).AddMonths(1).AddDays(-1);
        var due = Text("part") switch
        {
            "上旬" => begin.AddDays(9),
            "中旬" => begin.AddDays(19),
            "" when Has("before") => begin.AddDays(-1),
            _ => end,
        };
        if (due < new RocYear(RocYear.First).FirstDay)
        {
            Reason = $"「{_match.Value}」在民國1年之前，請確認年份。";
            return;
        }

        // 以前 is often meant to include the month itself, and 第3季前 may mean either end.
        if (due < begin && (Text("before") != "前" || first != last))
        {
            _notes.Add(new DeadlineNote(
                DeadlineNoteKind.Doubtful, $"「{_match.Value}」讀作{RocDate.Short(due)}，請確認。"));
        }

        _dates.Add(new ReadDate(due < begin ? due : begin, due));
    }

    private void AddDay(int day)
    {
        if (Carry.Month is not { } month)
        {
            Reason = "只寫日、沒有寫月份，請補上月份。";
            return;
        }

        var reading = RocDate.Of(Carry.Year.Value, month, day);
        Reason = reading.Reason;
        if (reading.Date is { } date)
        {
            _dates.Add(new ReadDate(date, date));
        }
    }

    private void Each(string group, Action<int> add)
    {
        foreach (Match number in DatePatterns.Digits().Matches(Text(group)))
        {
            if (Reason.Length == 0)
            {
                add(Number(number.Value));
            }
        }
    }

    private bool Has(string group) => _match.Groups[group].Success;

    private string Text(string group) => _match.Groups[group].Value;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
