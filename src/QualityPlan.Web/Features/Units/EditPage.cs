using Microsoft.AspNetCore.Mvc.Rendering;
using QualityPlan.Domain.People;

namespace QualityPlan.Web.Features.Units;

/// <summary>A unit's form; without an id it is a new one.</summary>
public sealed record EditPage(int? Id, UnitForm Form, IReadOnlyList<SelectListItem> Heads)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds =
    [
        new(KindNames.Of(UnitKind.Department), nameof(UnitKind.Department)),
        new(KindNames.Of(UnitKind.TaskForce), nameof(UnitKind.TaskForce)),
    ];

    public string Title => Id is null ? "新增單位" : "修改單位";

    public string Action => Id is null ? "~/units/new" : $"~/units/{Id}";
}

/// <summary>A group's form; without an id it is a new one.</summary>
public sealed record GroupPage(int? Id, UnitGroupForm Form, IReadOnlyList<SelectListItem> Units)
{
    public string Title => Id is null ? "新增群組" : "修改群組";

    public string Action => Id is null ? "~/units/groups/new" : $"~/units/groups/{Id}";
}

/// <summary>The zh-TW names of the kinds of unit.</summary>
public static class KindNames
{
    public static string Of(UnitKind kind) => kind == UnitKind.TaskForce ? "任務編組" : "單位";
}
