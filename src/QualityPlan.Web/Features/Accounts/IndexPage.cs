namespace QualityPlan.Web.Features.Accounts;

public sealed record IndexPage(IReadOnlyList<AccountRow> Accounts, string? Words, int Page, int Total);

public sealed record AccountRow(int Id, string UserName, string Name, string Roles, string? Unit, string State);
