using QualityPlan.Domain.People;

namespace QualityPlan.Web.Features.Units;

public sealed record IndexPage(IReadOnlyList<UnitRow> Units, IReadOnlyList<GroupRow> Groups);

public sealed record UnitRow(
    int Id, string Name, UnitKind Kind, bool IsActive, string? Head, IReadOnlyList<string> Aliases, int People);

public sealed record GroupRow(int Id, string Name, bool IsEveryUnit, IReadOnlyList<string> Aliases, IReadOnlyList<string> Members);
