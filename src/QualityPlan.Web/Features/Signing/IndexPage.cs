using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Signing;

/// <summary>The reports: those that wait for the actor, those under way, those signed.</summary>
public sealed record IndexPage(
    IReadOnlyList<RoundHead> Waiting, IReadOnlyList<RoundHead> UnderWay, IReadOnlyList<RoundHead> Signed)
{
    /// <summary>The actor signs himself; others only read what is signed.</summary>
    public bool IsSigner { get; init; }

    public static SignOff? LastOf(RoundHead head) => head.SignOffs.Count > 0 ? head.SignOffs[^1] : null;
}
