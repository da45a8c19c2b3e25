namespace QualityPlan.Domain.People;

/// <summary>What a name in a plan turned out to be.</summary>
public enum UnitMatchKind
{
    Unknown,
    Unit,
    Group,
}

/// <summary>A unit or group that may have been meant; offered to a person, never taken by itself.</summary>
public sealed record UnitSuggestion(int Id, bool IsGroup, string Name);

/// <summary>
/// 單位比對結果: the name as written and the unit or group it means, or the nearest names when it is known
/// to nobody.
/// </summary>
public sealed record UnitMatch
{
    private UnitMatch(UnitMatchKind kind, int? id, string name) => (Kind, Id, Name, Text) = (kind, id, name, name);

    public UnitMatchKind Kind { get; }

    public bool IsKnown => Kind != UnitMatchKind.Unknown;

    /// <summary>Of the unit or of the group, as <see cref="Kind"/> says; null when unknown.</summary>
    public int? Id { get; }

    /// <summary>The official name; the text itself when unknown.</summary>
    public string Name { get; }

    /// <summary>As written in the plan.</summary>
    public string Text { get; init; }

    /// <summary>The units that carry the work: itself, or the active members of the group.</summary>
    public IReadOnlyList<int> UnitIds { get; private init; } = [];

    /// <summary>False for a unit that is dissolved: fine in an old plan, no new work in a new one.</summary>
    public bool IsActive { get; private init; } = true;

    /// <summary>Nearest first, at most three; only when unknown.</summary>
    public IReadOnlyList<UnitSuggestion> Suggestions { get; private init; } = [];

    internal static UnitMatch OfUnit(UnitName unit) =>
        new(UnitMatchKind.Unit, unit.Id, unit.Name) { UnitIds = [unit.Id], IsActive = unit.IsActive };

    internal static UnitMatch OfGroup(GroupName group, IReadOnlyList<int> members) =>
        new(UnitMatchKind.Group, group.Id, group.Name) { UnitIds = members };

    internal static UnitMatch Unknown(string text, IReadOnlyList<UnitSuggestion> suggestions) =>
        new(UnitMatchKind.Unknown, null, text) { Suggestions = suggestions };
}
