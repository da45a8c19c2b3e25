using System.ComponentModel.DataAnnotations;

namespace QualityPlan.Web.Features.Style;

/// <summary>One property of every kind that <c>qp-field</c> draws.</summary>
public sealed class StyleForm
{
    [Display(Name = "計畫名稱", Description = "如核定函所載。")]
    [Required(ErrorMessage = "請輸入計畫名稱。")]
    [StringLength(120)]
    public string Title { get; set; } = "115年度提升服務品質執行計畫";

    [Display(Name = "核定日期")]
    [Required]
    public DateOnly? IssuedOn { get; set; }

    [Display(Name = "執行情形", Description = "寫做了什麼、多少人次、下一步；具階段性成果請寫成文字，不等於已完成。")]
    [DataType(DataType.MultilineText)]
    [StringLength(60)]
    public string Words { get; set; } =
        "1月至3月辦理電子書線上送存說明會3場，計126人參加；「數位出版品平臺系統」新增申辦進度查詢，單一窗口申請件數1,284件，較去年同季增加12%。";

    [Display(Name = "落後原因")]
    [DataType(DataType.MultilineText)]
    [Required]
    public string? Cause { get; set; }

    [Display(Name = "承辦單位")]
    public int? UnitId { get; set; } = 4;

    [Display(Name = "狀態")]
    public string State { get; set; } = "辦理中";

    [Display(Name = "角色", Description = "一人可有多個角色。")]
    public IReadOnlyList<string> Roles { get; set; } = ["承辦人"];

    [Display(Name = "實際進度（%）")]
    public int Percent { get; set; } = 75;

    [Display(Name = "本季無變動，內容同上季")]
    public bool Unchanged { get; set; } = true;

    [Display(Name = "密碼")]
    [DataType(DataType.Password)]
    public string? Password { get; set; }

    [Display(Name = "佐證資料", Description = "pdf、odt、ods、docx、xlsx、jpg、png；每檔20 MB以內。")]
    public IReadOnlyList<IFormFile> Evidence { get; set; } = [];
}
