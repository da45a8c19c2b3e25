using QualityPlan.Domain;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>The board of one round: units by state. Without a head there is no plan in force.</summary>
public sealed record IndexPage(RoundHead? Head, DateOnly Today)
{
    /// <summary>The rounds of the plans in force.</summary>
    public IReadOnlyList<RoundHead> Choices { get; init; } = [];

    public IReadOnlyList<UnitLine> Units { get; init; } = [];

    public LightCounts Lights { get; init; } = new(new Dictionary<Light, int>());

    public Verdict MaySendUp { get; init; } = Verdict.Yes;

    public Verdict MayWithdraw { get; init; } = Verdict.Yes;

    /// <summary>The reminder to copy; empty when everybody has filed.</summary>
    public string Reminder { get; init; } = "";

    public IEnumerable<UnitLine> Owing => Units.Where(unit => !unit.OwesNothing);

    public IEnumerable<UnitLine> ToChase => Units.Where(unit => unit.IsToChase);

    public IEnumerable<UnitLine> ToCompile => Units.Where(unit => unit.MayCompile);

    /// <summary>Why the report came back, while it is being mended.</summary>
    public SignOff? Returned => Head is { State: CompiledReportState.Compiling } head
        && head.SignOffs.Count > 0 && head.SignOffs[^1].Action == CompiledReportAction.Return
        ? head.SignOffs[^1]
        : null;
}

/// <summary>One unit on the board.</summary>
public sealed record UnitLine(RoundFiling Row)
{
    public UnitFiling Filing => Row.Filing;

    public bool MayCompile { get; init; }

    public bool IsLocked { get; init; }

    public DateTime? ChasedAtUtc { get; init; }

    public int Chases { get; init; }

    public IReadOnlyList<string> Marks => FilingMarks.Of(Filing);

    /// <summary>本季無應辦查核點, and nothing written all the same.</summary>
    public bool OwesNothing => Row.Owed == 0 && Filing.State == FilingState.Empty;

    /// <summary>Somebody still has to do something: the reporter, or the head.</summary>
    public bool IsToChase => !IsLocked && !OwesNothing
        && Filing.State is FilingState.Empty or FilingState.Draft or FilingState.Returned or FilingState.Submitted;
}
