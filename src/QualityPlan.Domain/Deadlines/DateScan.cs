using System.Globalization;
using System.Text.RegularExpressions;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Domain.Deadlines;

/// <summary>
/// Goes through a list of dates and periods from left to right (「100年3月、6月、9月」,
/// 「100年2月起至12月止」), carrying year and month on. Stops at the first thing that is no date.
/// </summary>
internal sealed class DateScan
{
    private readonly string _text;
    private readonly List<DateOnly> _days = [];
    private readonly List<DeadlineNote> _notes = [];
    private DateCarry _carry;
    private int _pieces;

    private DateScan(string text, RocYear planYear)
    {
        _text = text;
        _carry = new DateCarry(planYear, null);
        PlanYear = planYear;
    }

    public RocYear PlanYear { get; }

    /// <summary>In the order written.</summary>
    public IReadOnlyList<DateOnly> Days => _days;

    public IReadOnlyList<DeadlineNote> Notes => _notes;

    /// <summary>Where reading stopped; the text's length when all of it was read.</summary>
    public int Position { get; private set; }

    public (int Position, string Reason)? Failure { get; private set; }

    /// <summary>The one period or year the text began with, for a rhythm that may follow (「3月起每月」).</summary>
    public DaySpan? Limit { get; private set; }

    /// <summary>Whether that period has a beginning and no end.</summary>
    public bool IsOpen { get; private set; }

    public static DateScan Over(string text, RocYear planYear)
    {
        var scan = new DateScan(text, planYear);
        scan.Position = DatePatterns.Opening().Match(text).Length;
        while (scan.Failure is null && scan.ReadPiece())
        {
            scan._pieces++;
            scan.Skip(DatePatterns.Separator());
        }

        scan.NoteOrder();
        return scan;
    }

    private bool ReadPiece()
    {
        if (ReadDate() is not { } dates)
        {
            return false;
        }

        var begin = dates[0].From;
        if (dates.Count == 1 && Skip(DatePatterns.To()))
        {
            return ReadEnd(begin);
        }

        IsOpen = dates.Count == 1 && Skip(DatePatterns.Onward());
        var year = RocYear.FromDate(begin);
        Limit = _pieces > 0 ? null
            : IsOpen ? new DaySpan(begin, year.LastDay)
            : dates is [{ IsYear: true }] ? new DaySpan(begin, dates[0].Due)
            : null;
        _days.AddRange(dates.Select(date => date.Due));
        return true;
    }

    private bool ReadEnd(DateOnly begin)
    {
        var place = Position;
        if (ReadDate() is not { Count: 1 } ends)
        {
            Failure ??= (place, "");
            return false;
        }

        var end = ends[0].Due;
        if (end < begin)
        {
            Failure = (place, $"期間的結束（{RocDate.Long(end)}）早於開始（{RocDate.Long(begin)}），請確認。");
            return false;
        }

        Skip(DatePatterns.Until());
        Limit = _pieces > 0 ? null : new DaySpan(begin, end);
        IsOpen = false;
        _days.Add(end);
        ReadStatedLength(new DaySpan(begin, end));
        return true;
    }

    private List<ReadDate>? ReadDate()
    {
        foreach (var pattern in DatePatterns.InOrder)
        {
            var match = pattern.Match(_text, Position);
            if (!match.Success || match.Length == 0)
            {
                continue;
            }

            var reading = DateMeaning.Of(match, _carry, PlanYear);
            if (reading.Reason.Length > 0)
            {
                Failure = (Position, reading.Reason);
                return null;
            }

            if (reading.Dates.Count == 0)
            {
                continue;
            }

            Position += match.Length;
            _carry = reading.Carry;
            _notes.AddRange(reading.Notes.Except(_notes));
            return [.. reading.Dates];
        }

        return null;
    }

    private bool Skip(Regex pattern)
    {
        var match = pattern.Match(_text, Position);
        Position += match.Length;
        return match.Success;
    }

    /// <summary>「計1年」 beside a period of eleven months is kept and flagged.</summary>
    private void ReadStatedLength(DaySpan span)
    {
        var match = DatePatterns.StatedLength().Match(_text, Position);
        if (!match.Success)
        {
            return;
        }

        Position += match.Length;
        var stated = int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        var months = ((span.To.Year - span.From.Year) * 12) + span.To.Month - span.From.Month + 1;
        var days = span.To.DayNumber - span.From.DayNumber + 1;
        var unit = match.Groups["unit"].Value;
        var agrees = unit switch
        {
            "年" => months == stated * 12,
            "季" => months == stated * 3,
            "日" or "天" => days == stated,
            _ => months == stated,
        };
        if (!agrees)
        {
            var real = unit is "日" or "天" ? $"{days}天" : $"{months}個月";
            _notes.Add(new DeadlineNote(
                DeadlineNoteKind.Contradiction,
                $"{RocDate.Short(span.From)}至{RocDate.Short(span.To)}是{real}，與「計{stated}{unit}」不符。"));
        }
    }

    private void NoteOrder()
    {
        if (_days.Distinct().Count() < _days.Count)
        {
            _notes.Add(new DeadlineNote(DeadlineNoteKind.Contradiction, "同一天寫了兩次，只列一個查核點。"));
        }
        else if (!_days.SequenceEqual(_days.Order()))
        {
            _notes.Add(new DeadlineNote(DeadlineNoteKind.Contradiction, "日期未依先後排列，請確認年份。"));
        }
    }
}
