namespace QualityPlan.Web.Features.MyAccount;

public sealed record IndexPage(string UserName, string Name, string Roles, string? Unit);

public sealed record PasswordPage(PasswordForm Form, string Hint, bool IsFirst);
