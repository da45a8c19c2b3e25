using System.ComponentModel.DataAnnotations;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.SignIn;

public sealed class SignInForm
{
    [Display(Name = "帳號"), Required(ErrorMessage = "請輸入帳號。"), MaxLength(256, ErrorMessage = "帳號最多256個字元。")]
    public string UserName { get; set; } = "";

    [Display(Name = "密碼"), DataType(DataType.Password)]
    [Required(ErrorMessage = "請輸入密碼。"), MaxLength(PasswordRules.MaximumLength, ErrorMessage = "密碼最多128個字元。")]
    public string Password { get; set; } = "";

    public string? ReturnUrl { get; set; }
}
