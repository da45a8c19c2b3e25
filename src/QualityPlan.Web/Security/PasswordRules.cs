using Microsoft.Extensions.Options;

namespace QualityPlan.Web.Security;

/// <summary>What a password must be; the same on every form that sets one.</summary>
public sealed class PasswordRules(IOptions<SecurityOptions> options)
{
    public const int MaximumLength = 128;

    /// <summary>One line for the hint under the box.</summary>
    public string Hint =>
        $"至少{options.Value.PasswordMinimumLength}個字元，並含大寫字母、小寫字母、數字、符號中的{options.Value.PasswordKinds}種；不可包含帳號。";

    /// <summary>Null when it may be used, otherwise a sentence that says why not.</summary>
    public string? Objection(string password, string userName)
    {
        if (password.Length < options.Value.PasswordMinimumLength)
        {
            return $"密碼至少要{options.Value.PasswordMinimumLength}個字元。";
        }
        if (password.Length > MaximumLength)
        {
            return $"密碼最多{MaximumLength}個字元。";
        }
        if (KindsIn(password) < options.Value.PasswordKinds)
        {
            return $"密碼須含大寫字母、小寫字母、數字、符號中的{options.Value.PasswordKinds}種。";
        }
        return userName.Length > 2 && password.Contains(userName, StringComparison.OrdinalIgnoreCase)
            ? "密碼不可包含帳號。"
            : null;
    }

    private static int KindsIn(string password) => new[]
    {
        password.Any(char.IsUpper),
        password.Any(char.IsLower),
        password.Any(char.IsDigit),
        password.Any(character => !char.IsLetterOrDigit(character)),
    }.Count(present => present);
}
