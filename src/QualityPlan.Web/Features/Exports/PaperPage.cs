using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Features.Exports;

/// <summary>One of one's own papers, in the list and on its page.</summary>
public sealed record PaperLine(int Id, string Title, string Format, PaperState State)
{
    public required string Book { get; init; }

    public int PlanId { get; init; }

    public int? Quarter { get; init; }

    public int? UnitId { get; init; }

    public DateTime OrderedAtUtc { get; init; }

    public DateTime AliveAtUtc { get; init; }

    public DateTime? FinishedAtUtc { get; init; }

    public int Length { get; init; }

    public string Missing { get; init; } = "";

    public string Problem { get; init; } = "";

    public PaperSight Sight { get; init; }

    /// <summary>When the line was read.</summary>
    public DateTime NowUtc { get; init; }

    public bool IsReady => State == PaperState.Ready;

    public bool IsMaking => IsUnderWay(State, AliveAtUtc, NowUtc);

    /// <summary>Why there is no paper; empty while there is one or it is made.</summary>
    public string WhyNot => IsReady || IsMaking ? "" : State == PaperState.Failed ? Problem : PaperWork.BrokenOff;

    public string StateName => this switch
    {
        { IsReady: true } => "可下載",
        { IsMaking: false } => "未完成",
        { State: PaperState.Waiting } => "等候製作",
        _ => "製作中",
    };

    /// <summary>Which of the steps 排隊, 讀取資料, 編排, 可下載 it is in; one more than there are when it is made.</summary>
    public int Step => State switch
    {
        PaperState.Waiting => 1,
        PaperState.Reading => 2,
        PaperState.Printing => 3,
        _ => 5,
    };

    public int Seconds => Math.Max(0, (int)((FinishedAtUtc ?? NowUtc) - OrderedAtUtc).TotalSeconds);

    public string FormatName => BookCatalogue.NameOf(Format);

    public string Size => FileSizes.Show(Length);

    public IReadOnlyList<string> MissingCharacters => [.. Missing.EnumerateRunes().Select(rune => rune.ToString())];

    public BookForm Again => new() { PlanId = PlanId == 0 ? null : PlanId, Book = Book, Quarter = Quarter, UnitId = UnitId, Format = Format };

    /// <summary>Whoever makes it has said so lately.</summary>
    public static bool IsUnderWay(PaperState state, DateTime aliveAtUtc, DateTime nowUtc) =>
        state is not (PaperState.Ready or PaperState.Failed) && nowUtc - aliveAtUtc < Paper.Patience;
}
