using System.ComponentModel.DataAnnotations;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.MyAccount;

public sealed class PasswordForm
{
    [Display(Name = "目前的密碼"), DataType(DataType.Password)]
    [Required(ErrorMessage = "請輸入目前的密碼。"), MaxLength(PasswordRules.MaximumLength, ErrorMessage = "密碼最多128個字元。")]
    public string Current { get; set; } = "";

    [Display(Name = "新密碼"), DataType(DataType.Password)]
    [Required(ErrorMessage = "請輸入新密碼。"), MaxLength(PasswordRules.MaximumLength, ErrorMessage = "密碼最多128個字元。")]
    public string New { get; set; } = "";

    [Display(Name = "再輸入一次新密碼"), DataType(DataType.Password)]
    [Compare(nameof(New), ErrorMessage = "兩次輸入的新密碼不同。")]
    public string Repeated { get; set; } = "";
}
