using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Progress;

/// <summary>The rounds to choose from.</summary>
/// <param name="Own">The actor's unit, the newest round first.</param>
/// <param name="ByRound">For the plan office: every unit of the rounds under way.</param>
public sealed record IndexPage(IReadOnlyList<FilingLine> Own, IReadOnlyList<IGrouping<Quarter, FilingLine>> ByRound)
{
    /// <summary>Where one goes at once when there is nothing to choose.</summary>
    public FilingLine? Only => ByRound.Count == 0 && Own.Count(line => line.MayWrite) == 1 ? Own.First(line => line.MayWrite) : null;
}

/// <summary>One unit's filing in a list.</summary>
public sealed record FilingLine(int RoundId, int UnitId, string UnitName, Quarter Quarter, FilingState State)
{
    public DateOnly ClosesOn { get; init; }

    public RoundPhase Phase { get; init; }

    public bool MayWrite { get; init; }

    public IReadOnlyList<string> Marks { get; init; } = [];
}
