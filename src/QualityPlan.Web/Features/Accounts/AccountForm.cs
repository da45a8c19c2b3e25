using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Accounts;

/// <summary>What can be changed of an account; the user name is given once.</summary>
public class AccountForm
{
    [Display(Name = "姓名"), Required(ErrorMessage = "請輸入姓名。")]
    [MaxLength(Account.NameLength, ErrorMessage = "姓名最多60個字。")]
    public string Name { get; set; } = "";

    [Display(Name = "角色", Description = "一人可有多個角色；送審的人不能核可自己送的內容。")]
    public List<Role> Roles { get; set; } = [];

    [Display(Name = "單位", Description = "承辦人與單位主管必須指定單位。")]
    public int? UnitId { get; set; }

    public int Version { get; set; }
}

public sealed class NewAccountForm : AccountForm
{
    [Display(Name = "帳號", Description = "3至60個英文字母、數字或 . _ @ -，建立後不能更改。")]
    [Required(ErrorMessage = "請輸入帳號。")]
    [RegularExpression("[A-Za-z0-9._@-]{3,60}", ErrorMessage = "帳號為3至60個英文字母、數字或 . _ @ -。")]
    public string UserName { get; set; } = "";
}
