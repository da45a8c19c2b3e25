using Microsoft.AspNetCore.Mvc.Rendering;
using QualityPlan.Domain.People;

namespace QualityPlan.Web.Features.Accounts;

public sealed record EditPage(AccountFacts Account, AccountForm Form, IReadOnlyList<SelectListItem> Units);

public sealed record NewPage(NewAccountForm Form, IReadOnlyList<SelectListItem> Units);

/// <summary>What the page says beside the form.</summary>
public sealed record AccountFacts(int Id, string UserName, bool IsActive, bool MustChangePassword, DateTime? LockedUntil, int Version);

/// <summary>The one time a first password is shown.</summary>
public sealed record FirstPasswordPage(int AccountId, string UserName, string Name, string Password);

/// <summary>The roles as choices of a form.</summary>
public static class RoleChoices
{
    public static readonly IReadOnlyList<SelectListItem> All = Enum.GetValues<Role>()
        .Select(role => new SelectListItem(role.Chinese(), role.ToString()))
        .ToList();
}
