using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Features.Chapters;

public sealed class ChapterForm
{
    [Display(Name = "編號", Description = "例如「壹」，頓號由系統加上；可空白"), StringLength(20, ErrorMessage = "編號最多20字。")]
    public string Number { get; set; } = "";

    [Display(Name = "標題", Description = "例如「計畫依據」"), Required(ErrorMessage = "請輸入標題。"), StringLength(200, ErrorMessage = "標題最多200字。")]
    public string Title { get; set; } = "";

    [Display(Name = "內容", Description = "每段一行"), DataType(DataType.MultilineText), StringLength(20_000, ErrorMessage = "內容最多20000字。")]
    public string Text { get; set; } = "";

    public int Version { get; set; }
}

/// <summary>Title, agency, year and column headings of a draft.</summary>
public sealed class AboutForm
{
    [Display(Name = "年度", Description = "民國年；改變年度會重新判讀各項期限"), Required(ErrorMessage = "請輸入年度。")]
    [Range(80, 200, ErrorMessage = "年度請輸入民國年，例如115。")]
    public int? Year { get; set; }

    [Display(Name = "計畫名稱"), Required(ErrorMessage = "請輸入計畫名稱。"), StringLength(Plan.TitleLength, ErrorMessage = "計畫名稱最多200字。")]
    public string Title { get; set; } = "";

    [Display(Name = "機關"), Required(ErrorMessage = "請輸入機關名稱。"), StringLength(100, ErrorMessage = "機關名稱最多100字。")]
    public string Agency { get; set; } = "";

    [Display(Name = "第一欄"), Required(ErrorMessage = "請輸入欄名。"), StringLength(40, ErrorMessage = "欄名最多40字。")]
    public string Area { get; set; } = "";

    [Display(Name = "第二欄"), Required(ErrorMessage = "請輸入欄名。"), StringLength(40, ErrorMessage = "欄名最多40字。")]
    public string Item { get; set; } = "";

    [Display(Name = "第三欄"), Required(ErrorMessage = "請輸入欄名。"), StringLength(40, ErrorMessage = "欄名最多40字。")]
    public string Approach { get; set; } = "";

    [Display(Name = "第四欄"), Required(ErrorMessage = "請輸入欄名。"), StringLength(40, ErrorMessage = "欄名最多40字。")]
    public string Deadline { get; set; } = "";

    [Display(Name = "第五欄"), Required(ErrorMessage = "請輸入欄名。"), StringLength(40, ErrorMessage = "欄名最多40字。")]
    public string Units { get; set; } = "";

    [Display(Name = "協辦單位欄", Description = "另列協辦單位時填寫欄名；沒有這一欄請留白"), StringLength(40, ErrorMessage = "欄名最多40字。")]
    public string SupportingUnits { get; set; } = "";

    public int Version { get; set; }

    public PlanHeadings ToHeadings() => new(Area.Trim(), Item.Trim(), Approach.Trim(), Deadline.Trim(), Units.Trim())
    {
        SupportingUnits = SupportingUnits.Trim(),
    };
}
