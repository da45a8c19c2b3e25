using System.ComponentModel.DataAnnotations;
using QualityPlan.Web.Data;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.FirstAdministrator;

public sealed class FirstAdministratorForm
{
    [Required, MaxLength(64)]
    public string Token { get; set; } = "";

    [Display(Name = "帳號"), Required(ErrorMessage = "請輸入帳號。")]
    [RegularExpression("[A-Za-z0-9._@-]{3,60}", ErrorMessage = "帳號為3至60個英文字母、數字或 . _ @ -。")]
    public string UserName { get; set; } = "";

    [Display(Name = "姓名"), Required(ErrorMessage = "請輸入姓名。")]
    [MaxLength(Account.NameLength, ErrorMessage = "姓名最多60個字。")]
    public string Name { get; set; } = "";

    [Display(Name = "密碼"), DataType(DataType.Password)]
    [Required(ErrorMessage = "請輸入密碼。"), MaxLength(PasswordRules.MaximumLength, ErrorMessage = "密碼最多128個字元。")]
    public string Password { get; set; } = "";

    [Display(Name = "再輸入一次密碼"), DataType(DataType.Password)]
    [Compare(nameof(Password), ErrorMessage = "兩次輸入的密碼不同。")]
    public string Repeated { get; set; } = "";
}

public sealed record FirstAdministratorPage(FirstAdministratorForm Form, string Hint);
