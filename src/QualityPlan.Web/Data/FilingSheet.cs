using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Web.Data;

/// <summary>A unit's filing with all rows the unit carries, as the fill-in and the review show it. Nothing in it is tracked.</summary>
public sealed record FilingSheet(UnitFiling Filing, IReadOnlyList<SheetRow> Rows)
{
    public Quarter Quarter => Filing.Round.Quarter;

    public SheetCount Count => new(Rows.Count(row => row.Owes && row.IsFilled), Rows.Count(row => row.Owes));

    /// <summary>Defects of the last return that speak of the filing as a whole.</summary>
    public IReadOnlyList<Defect> DefectsOfAll => Filing.Defects.Where(one => one.AssignmentId is null && one.MendedAtUtc is null).ToList();
}

/// <summary>「9/12 已填」: of the rows that owe something.</summary>
public readonly record struct SheetCount(int Filled, int Owed);

/// <summary>One row: what the plan says, what falls due, what the unit wrote now and before.</summary>
public sealed record SheetRow(int AssignmentId, OutlineRow Plan, AssignmentRole Role)
{
    /// <summary>What stands for the row in messages: its number and the beginning of its words, since numbers repeat.</summary>
    public string Name => $"{Plan.Text.Number} {Shorten(Plan.Text.Approach)}".Trim();

    public string? GroupName { get; init; }

    /// <summary>A checkpoint in this quarter, or an older one not yet done.</summary>
    public bool Owes { get; init; }

    public Light Light { get; init; }

    /// <summary>The share of checkpoints due by the quarter's end.</summary>
    public int? PlannedPercent { get; init; }

    /// <summary>Due in this quarter, and older ones not yet done.</summary>
    public IReadOnlyList<SheetCheckpoint> Due { get; init; } = [];

    public SheetReport? Report { get; init; }

    /// <summary>What was filed for the quarter before, and for the same quarter last year.</summary>
    public EarlierWords? LastQuarter { get; init; }

    public EarlierWords? LastYear { get; init; }

    public IReadOnlyList<SheetEvidence> Evidence { get; init; } = [];

    public IReadOnlyList<Defect> Defects { get; init; } = [];

    public bool IsFilled => Report is { Narrative.Length: > 0 };

    private static string Shorten(string words) => Shortening.WithEllipsis(words, 12);
}

/// <summary>A checkpoint as the row shows it.</summary>
/// <param name="IsDoneBefore">Reported done in an earlier quarter: shown, not asked again.</param>
public sealed record SheetCheckpoint(int Id, DateOnly DueOn, int? ExpectedCount, bool IsDoneBefore)
{
    /// <summary>Due before this quarter.</summary>
    public bool IsOlder { get; init; }

    public bool IsDone { get; init; }

    public int? ActualCount { get; init; }
}

/// <summary>What the unit wrote in this round.</summary>
public sealed record SheetReport(int Id, ReportState State, string Narrative)
{
    public int? ActualPercent { get; init; }

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }

    public string NoEvidenceReason { get; init; } = "";

    public bool IsUnchanged { get; init; }

    public int Version { get; init; }

    public DateTime? UpdatedAtUtc { get; init; }
}

/// <summary>Words filed in another quarter.</summary>
public sealed record EarlierWords(Quarter Quarter, ReportState State, string Narrative);

/// <summary>A file that stands beside the row; length in bytes.</summary>
public sealed record SheetEvidence(int Id, string FileName, string Caption, long Length)
{
    public DateTime UploadedAtUtc { get; init; }

    public string UploadedByName { get; init; } = "";

    public bool IsWithdrawn { get; init; }
}
