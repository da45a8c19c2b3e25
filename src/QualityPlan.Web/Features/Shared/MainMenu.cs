using QualityPlan.Domain.People;

namespace QualityPlan.Web.Features.Shared;

/// <summary>The left menu: one list, of which each person sees what his roles allow.</summary>
public static class MainMenu
{
    private static readonly Role[] Everyone = Enum.GetValues<Role>();

    private static readonly Role[] Readers =
        [Role.Reporter, Role.UnitHead, Role.PlanOffice, Role.DeputyConvener, Role.Convener, Role.Auditor, Role.Viewer];

    private static readonly IReadOnlyList<MenuItem> Items =
    [
        new("", "我的待辦", "/Inbox", "inbox", Everyone),
        new("", "儀表板", "/Dashboard", "grid-3x3-gap", Readers),
        new("", "計畫", "/Plans", "table", Readers),
        new("本季", "本季填報", "/Progress", "pencil", [Role.Reporter, Role.PlanOffice]),
        new("本季", "單位審核", "/Reviews", "clipboard-check", [Role.UnitHead]),
        new("本季", "彙整", "/Compiling", "diagram-3", [Role.PlanOffice]),
        new("本季", "核閱", "/Signing", "vector-pen", [Role.DeputyConvener, Role.Convener]),
        new("本季", "報表中心", "/Exports", "download", Readers),
        new("管理", "匯入計畫", "/Imports", "file-earmark-arrow-up", [Role.PlanOffice]),
        new("管理", "填報輪次", "/Rounds", "calendar3", [Role.PlanOffice]),
        new("管理", "單位與群組", "/Units", "people", [Role.PlanOffice, Role.Administrator]),
        new("管理", "帳號", "/Accounts", "person-gear", [Role.Administrator]),
        new("管理", "稽核軌跡", "/Audit", "clock-history", [Role.Auditor]),
    ];

    /// <summary>The items that a person with these roles sees, under their group names.</summary>
    public static IReadOnlyList<IGrouping<string, MenuItem>> For(Actor actor) =>
        Items.Where(item => item.Roles.Any(actor.Is)).GroupBy(item => item.Group).ToList();
}

/// <summary>One line of the left menu.</summary>
public sealed record MenuItem(string Group, string Title, string Href, string Icon, IReadOnlyList<Role> Roles)
{
    /// <summary>True on the item's own page and every page below it.</summary>
    public bool LeadsTo(PathString path) => path.StartsWithSegments(Href);
}
