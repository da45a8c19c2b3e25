using System.Text.RegularExpressions;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.Deadlines;

/// <summary>
/// Reads a 完成期限 into 查核點. Pure: the same text and context give the same reading, whatever the day.
/// Never throws; what is not understood comes back with a zh-TW reason and its place, and a year of two or
/// four digits is never guessed silently. The texts it knows are listed in <c>docs/deadline-text.md</c>.
/// </summary>
public static partial class DeadlineReader
{
    private const int LongestYears = 10;

    public static DeadlineReading Read(string? text, DeadlineContext context)
    {
        var prepared = new DeadlineText(text ?? "");
        if (Undecided().IsMatch(prepared.Folded))
        {
            return new DeadlineReading(prepared.Original, DeadlineKind.Undecided);
        }

        if (Done().IsMatch(prepared.Folded))
        {
            return new DeadlineReading(prepared.Original, DeadlineKind.DoneAtStart);
        }

        var year = new DaySpan(context.PlanYear.FirstDay, context.PlanYear.LastDay);
        return Rhythm.Match(prepared.Folded) is { } rhythm
            ? OfRhythm(prepared, rhythm, year, context)
            : OfDates(prepared, context);
    }

    private static DeadlineReading OfDates(DeadlineText text, DeadlineContext context)
    {
        var scan = DateScan.Over(text.Folded, context.PlanYear);
        if (scan.Failure is { } failure)
        {
            return NotUnderstood(text, failure.Position, failure.Reason);
        }

        var rest = text.Folded[scan.Position..].TrimStart(',', '、');
        if (scan.Limit is { } limit && Rhythm.Match(rest) is { } rhythm)
        {
            return OfRhythm(text, rhythm, limit, context, scan.Notes);
        }

        if (rest.Length > 0 || scan.Days.Count == 0)
        {
            return NotUnderstood(text, scan.Position, "");
        }

        if (scan.IsOpen && scan.Limit is { } open)
        {
            return OfRhythm(text, Rhythm.Continuing, open, context, scan.Notes);
        }

        var checkpoints = scan.Days.Distinct().Order().Select(day => new CheckpointReading(day)).ToList();
        return new DeadlineReading(text.Original, DeadlineKind.Dated)
        {
            Checkpoints = checkpoints,
            Notes = [.. scan.Notes, .. DueBeforeIssue(checkpoints, context)],
        };
    }

    private static DeadlineReading OfRhythm(
        DeadlineText text, Rhythm rhythm, DaySpan span, DeadlineContext context, params IEnumerable<DeadlineNote> notes)
    {
        if (span.To.Year - span.From.Year >= LongestYears)
        {
            return NotUnderstood(text, 0, $"期間超過{LongestYears}年，請確認起訖日期。");
        }

        var checkpoints = rhythm.CheckpointsIn(span, context.Calendar);
        if (checkpoints.Count == 0)
        {
            return NotUnderstood(text, 0, "這段期間內沒有應辦的次數，請確認期限。");
        }

        return new DeadlineReading(text.Original, rhythm.Kind)
        {
            Checkpoints = checkpoints,
            Notes = [.. notes, .. rhythm.Notes, .. DueBeforeIssue(checkpoints, context)],
        };
    }

    private static IEnumerable<DeadlineNote> DueBeforeIssue(
        IReadOnlyList<CheckpointReading> checkpoints, DeadlineContext context)
    {
        if (context.IssuedOn is not { } issued || checkpoints[0].DueOn >= issued)
        {
            yield break;
        }

        var early = checkpoints.Where(checkpoint => checkpoint.DueOn < issued)
            .Select(checkpoint => RocDate.Short(checkpoint.DueOn));
        yield return new DeadlineNote(
            DeadlineNoteKind.DueBeforeIssue,
            $"核定前已屆期：{string.Join('、', early)}早於發布日{RocDate.Short(issued)}。");
    }

    private static DeadlineReading NotUnderstood(DeadlineText text, int position, string reason)
    {
        var place = text.OriginOf(position);
        var seen = Shortening.WithEllipsis(text.Original[place..].Trim(), 20);
        var fallback = seen.Length == 0 ? "期限沒有寫完" : $"看不懂「{seen}」";
        return new DeadlineReading(text.Original, DeadlineKind.NotUnderstood)
        {
            Reason = reason.Length > 0 ? reason : $"{fallback}，請改寫，例如「6月」、「每季」或「每月」。",
            Position = place,
        };
    }

    [GeneratedRegex("^(?:[-~]*|待定|未定|待確認|待訂|未訂)$")]
    private static partial Regex Undecided();

    [GeneratedRegex("^(?:業|業已|業經|已|已經)(?:執行|辦理|建置)?(?:完成|完竣|辦竣)(?:建置|辦理)?$")]
    private static partial Regex Done();
}
