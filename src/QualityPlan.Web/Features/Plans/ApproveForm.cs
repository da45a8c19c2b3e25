using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Features.Plans;

public sealed class ApproveForm : IValidatableObject
{
    [Display(Name = "發文字號", Description = "例如：研字第1150000605號"), Required(ErrorMessage = "請輸入發文字號。")]
    [StringLength(100, ErrorMessage = "發文字號最多100字。")]
    public string LetterNumber { get; set; } = "";

    [Display(Name = "發文日期", Description = "民國日期，例如115/2/24；早於這一天的查核點會標示「核定前已屆期」。")]
    [Required(ErrorMessage = "請輸入發文日期。")]
    public DateOnly? IssuedOn { get; set; }

    [Display(Name = "我已確認內容無誤；核定後計畫表不能再修改，變更須走變更申請。")]
    public bool IsConfirmed { get; set; }

    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfirmed)
        {
            yield return new ValidationResult("請勾選確認後再核定。", [nameof(IsConfirmed)]);
        }
    }
}

public sealed class NewPlanForm : IValidatableObject
{
    private const int Earliest = 80;
    private const int Latest = 200;

    [Display(Name = "年度", Description = "民國年，例如115"), Required(ErrorMessage = "請輸入年度。")]
    public int? Year { get; set; }

    [Display(Name = "計畫名稱"), Required(ErrorMessage = "請輸入計畫名稱。")]
    [StringLength(Plan.TitleLength, ErrorMessage = "計畫名稱最多200字。")]
    public string Title { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Year is < Earliest or > Latest)
        {
            var meant = Year is >= 1911 + Earliest and <= 1911 + Latest ? $"是否要輸入{Year - 1911}？" : "";
            yield return new ValidationResult($"{meant}年度請輸入民國年，例如115。", [nameof(Year)]);
        }
    }
}
