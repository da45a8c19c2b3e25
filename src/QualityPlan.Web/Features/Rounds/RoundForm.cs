using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Rounds;

/// <summary>The four dates of a round as they are typed.</summary>
public sealed class RoundForm
{
    [Display(Name = "開放填報"), Required(ErrorMessage = "請輸入開放填報日，例如115/1/2。")]
    public DateOnly? OpensOn { get; set; }

    [Display(Name = "承辦人填報截止")]
    [Required(ErrorMessage = "請輸入承辦人填報截止日，例如115/4/10。")]
    public DateOnly? ReportersCloseOn { get; set; }

    [Display(Name = "單位主管審核截止"), Required(ErrorMessage = "請輸入單位主管審核截止日，例如115/4/17。")]
    public DateOnly? HeadsCloseOn { get; set; }

    [Display(Name = "研發小組彙整截止"), Required(ErrorMessage = "請輸入研發小組彙整截止日，例如115/4/24。")]
    public DateOnly? OfficeClosesOn { get; set; }

    [Display(Name = "調整理由", Description = "記入稽核軌跡，可不填")]
    [StringLength(200, ErrorMessage = "調整理由最多200字。")]
    public string Reason { get; set; } = "";

    public int Version { get; set; }

    /// <summary>Only once the form was found valid.</summary>
    public RoundDates ToDates() => new(OpensOn!.Value, ReportersCloseOn!.Value, HeadsCloseOn!.Value, OfficeClosesOn!.Value);

    public static RoundForm Of(RoundDates dates, int version) => new()
    {
        OpensOn = dates.OpensOn,
        ReportersCloseOn = dates.ReportersCloseOn,
        HeadsCloseOn = dates.HeadsCloseOn,
        OfficeClosesOn = dates.OfficeClosesOn,
        Version = version,
    };
}

/// <summary>開放補填: leave for one unit to file until a day after the closing.</summary>
public sealed class SupplementForm
{
    [Display(Name = "補填截止", Description = "當日24:00止。民國日期，例如115/4/15")]
    [Required(ErrorMessage = "請輸入補填截止日，例如115/4/15。")]
    public DateOnly? Until { get; set; }

    [Display(Name = "開放理由", Description = "記入稽核軌跡，可不填")]
    [StringLength(200, ErrorMessage = "開放理由最多200字。")]
    public string Reason { get; set; } = "";

    public int Version { get; set; }
}
