using QualityPlan.Domain.People;

namespace QualityPlan.Web.Features.Shared;

/// <summary>What stands around every page: the agency, who is signed in, the quarter in force.</summary>
public sealed record PageFrame
{
    public const string SystemName = "服務品質計畫管考系統";

    public required string Agency { get; init; }

    /// <summary>Nobody before signing in.</summary>
    public Actor? Actor { get; init; }

    public string? UnitName { get; init; }

    /// <summary>「115年第1季」; none while no round is open.</summary>
    public string? Period { get; init; }

    /// <summary>The day the round closes for the one who is signed in.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The nonce of this answer's content security policy.</summary>
    public string? Nonce { get; init; }

    /// <summary><c>light</c>, <c>dark</c>, or nothing to follow the machine.</summary>
    public string? Theme { get; init; }

    /// <summary>The left menu is folded away on wide screens.</summary>
    public bool IsMenuFolded { get; init; }

    /// <summary>Minutes without a request after which the session ends.</summary>
    public int IdleMinutes { get; init; } = 30;
}
