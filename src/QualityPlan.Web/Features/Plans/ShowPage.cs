using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>The plan as its printed table, or the part of it that the filter admits.</summary>
public sealed record ShowPage(PlanHead Plan, PlanFilter Filter, IReadOnlyList<TableRow> Rows)
{
    public int TotalRows { get; init; }

    public int UndecidedCount { get; init; }

    /// <summary>The quarter whose lights are shown; none in a draft or without rounds.</summary>
    public Quarter? Quarter { get; init; }

    public IReadOnlyList<Quarter> Quarters { get; init; } = [];

    public IReadOnlyDictionary<Light, int> Counts { get; init; } = new Dictionary<Light, int>();

    public IReadOnlyList<(int Id, string Name)> Units { get; init; } = [];

    public IReadOnlyList<(int Id, string Name)> Areas { get; init; } = [];

    public bool MayEdit { get; init; }

    public bool MayClose { get; init; }

    public bool HasSupportColumn => Plan.Headings.SupportingUnits.Length > 0;

    /// <summary>The address of the same page with another light.</summary>
    public string HrefOf(Light? light) => QueryString.Create(new Dictionary<string, string?>
    {
        ["unit"] = Filter.Unit?.ToString(),
        ["area"] = Filter.Area?.ToString(),
        ["quarter"] = Quarter?.Number.ToString(),
        ["words"] = Filter.Words,
        ["light"] = light?.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value))).ToString();
}

/// <summary>The plan itself, without its rows.</summary>
public sealed record PlanHead(int Id, RocYear Year, string Title, string Agency, PlanState State)
{
    public PlanKey Key { get; init; }

    public required PlanHeadings Headings { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? LetterNumber { get; init; }

    public PlanApproval? Approval { get; init; }

    public IReadOnlyList<ChapterText> Chapters { get; init; } = [];

    public IReadOnlyList<PlanRound> Rounds { get; init; } = [];
}

/// <summary>版次.</summary>
public sealed record PlanApproval(int Number, string ByName, DateTime AtUtc, string Sha256);

public sealed record ChapterText(string Number, string Title, string Text);

public sealed record PlanRound(int Id, Quarter Quarter, DateOnly OpensOn, DateOnly ReportersCloseOn, bool IsLocked)
{
    public int FilingVersions { get; init; }

    public bool HasGoneUp { get; init; }

    public FiledRound ToFiled() => new(Id, Quarter, FilingVersions);

    public RoundFact ToFact() => new(Id, Quarter, ReportersCloseOn, IsLocked) { HasGoneUp = HasGoneUp };
}

/// <summary>One line of the table.</summary>
public sealed record TableRow(OutlineRow Row, OutlineSpan Span)
{
    /// <summary>None in a draft, for a row that is not tracked, and for one the chosen unit only supports.</summary>
    public Light? Light { get; init; }

    public int Filed { get; init; }

    /// <summary>How many units lead the row; 12/14 is worth saying only for several.</summary>
    public int Asked { get; init; }

    public IReadOnlyList<RowCheckpoint> Checkpoints { get; init; } = [];

    /// <summary>The checkpoints in words; empty without any.</summary>
    public string Days { get; init; } = "";

    /// <summary>承辦單位 as written; where nothing is written, those it was given to.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    public IReadOnlyList<string> Supports { get; init; } = [];

    public IReadOnlyList<string> Undecided { get; init; } = [];

    /// <summary>核定前已屆期.</summary>
    public bool IsDueBeforeIssue { get; init; }

    public bool IsExtended => Checkpoints.Any(one => one.DueOn != one.OriginalDueOn);
}
