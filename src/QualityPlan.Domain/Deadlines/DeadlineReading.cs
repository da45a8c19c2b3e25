using QualityPlan.Domain.Calendar;

namespace QualityPlan.Domain.Deadlines;

/// <summary>
/// What the reader has to know besides the text: the plan's 民國 year, the working days, and the day the
/// plan was issued (發布日), null while it is a draft.
/// </summary>
public sealed record DeadlineContext(RocYear PlanYear, OfficeCalendar Calendar, DateOnly? IssuedOn = null);

/// <summary>
/// 查核點: the last day it is due (inclusive, to 24:00 Taipei) and how often the thing is expected in its
/// span; null when nobody counts.
/// </summary>
public readonly record struct CheckpointReading(DateOnly DueOn, int? ExpectedCount = null);

/// <summary>Why a reading deserves a look although it can be stored.</summary>
public enum DeadlineNoteKind
{
    /// <summary>核定前已屆期: due before the plan's day of issue.</summary>
    DueBeforeIssue,

    /// <summary>A year more than one away from the plan's.</summary>
    DistantYear,

    /// <summary>A year of one or two digits, read as 民國.</summary>
    ShortYear,

    /// <summary>The text says two things that cannot both be true.</summary>
    Contradiction,

    /// <summary>Read by the usual custom, but others may read it otherwise.</summary>
    Doubtful,
}

/// <summary>備註: a zh-TW sentence beside a reading.</summary>
public sealed record DeadlineNote(DeadlineNoteKind Kind, string Sentence);

/// <summary>
/// 完成期限的讀取結果: the text as written and what was understood. When not understood,
/// <see cref="Reason"/> says why and <see cref="Position"/> where (index into <see cref="Text"/>).
/// </summary>
public sealed record DeadlineReading(string Text, DeadlineKind Kind)
{
    /// <summary>In order of time, no day twice.</summary>
    public IReadOnlyList<CheckpointReading> Checkpoints { get; init; } = [];

    public IReadOnlyList<DeadlineNote> Notes { get; init; } = [];

    /// <summary>zh-TW; empty unless not understood.</summary>
    public string Reason { get; init; } = "";

    public int? Position { get; init; }

    /// <summary>Whether a person has to decide before the plan can be approved (核定).</summary>
    public bool NeedsDecision => Kind is DeadlineKind.Undecided or DeadlineKind.NotUnderstood;

    public bool Has(DeadlineNoteKind kind) => Notes.Any(note => note.Kind == kind);

    /// <summary>The reading in one zh-TW line, for previews: 「查核點：115/6/30、115/12/31」.</summary>
    public string Summary() => Kind switch
    {
        DeadlineKind.Undecided => "未定，核定前須補填",
        DeadlineKind.DoneAtStart => "業已完成，不列查核點",
        DeadlineKind.NotUnderstood => Reason,
        DeadlineKind.Dated => $"查核點：{Days()}",
        DeadlineKind.Recurring => $"定期辦理：{Days()}",
        _ => $"持續辦理，每季查核：{Days()}",
    };

    private string Days() => string.Join('、', Checkpoints.Select(checkpoint =>
        checkpoint.ExpectedCount is { } count
            ? $"{RocDate.Short(checkpoint.DueOn)}（{count}次）"
            : RocDate.Short(checkpoint.DueOn)));
}
