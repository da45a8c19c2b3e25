using QualityPlan.Domain.People;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Shared;

/// <summary>The left menu: one list, of which each person sees what permissions.txt lets him open.</summary>
public sealed class MainMenu(PermissionFile permissions)
{
    public static readonly IReadOnlyList<MenuItem> Items =
    [
        new("", "我的待辦", "Todo.Index", "/todo", "inbox"),
        new("", "儀表板", "Dashboard.Index", "/dashboard", "grid-3x3-gap"),
        new("", "計畫", "Plans.Index", "/plans", "table"),
        new("本季", "本季填報", "Progress.Index", "/progress", "pencil"),
        new("本季", "單位審核", "Reviews.Index", "/reviews", "clipboard-check"),
        new("本季", "彙整", "Compiling.Index", "/compiling", "diagram-3"),
        new("本季", "核閱", "Signing.Index", "/signing", "vector-pen"),
        new("本季", "報表中心", "Exports.Index", "/exports", "download"),
        new("本季", "佐證資料包", "EvidencePacks.Index", "/evidence-packs", "paperclip"),
        new("本季", "驗證簽核文件", "Verification.Index", "/verify", "check2-circle"),
        new("管理", "匯入計畫", "Imports.Index", "/imports", "file-earmark-arrow-up"),
        new("管理", "填報輪次", "Rounds.Index", "/rounds", "calendar3"),
        new("管理", "單位與群組", "Units.Index", "/units", "people"),
        new("管理", "帳號", "Accounts.Index", "/accounts", "person-gear"),
        new("管理", "稽核軌跡", "Audit.Index", "/audit", "clock-history"),
    ];

    /// <summary>What this person sees, under the names of the groups.</summary>
    public IReadOnlyList<IGrouping<string, MenuItem>> For(Actor actor) => Items
        .Where(item => permissions.For($"GET {item.Endpoint}").Any(line => line.Admits(actor)))
        .GroupBy(item => item.Group)
        .ToList();
}

/// <summary>One line of the left menu; <paramref name="Endpoint"/> as permissions.txt calls it, without the verb.</summary>
public sealed record MenuItem(string Group, string Title, string Endpoint, string Href, string Icon)
{
    /// <summary>True on the item's own page and every page below it.</summary>
    public bool LeadsTo(PathString path) => path.StartsWithSegments(Href);
}
