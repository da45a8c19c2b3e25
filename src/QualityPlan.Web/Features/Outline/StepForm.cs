using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace QualityPlan.Web.Features.Outline;

/// <summary>What kind of step of the outline a form is about; as it stands in the address.</summary>
public enum StepKind
{
    Areas,
    Items,
}

/// <summary>An item; an area has less room.</summary>
public class StepForm
{
    public const int ItemLength = 1000;

    [Display(Name = "文字")]
    [Required(ErrorMessage = "請輸入文字。"), StringLength(ItemLength, ErrorMessage = "執行項目最多1000字，請精簡。")]
    public virtual string Text { get; set; } = "";

    /// <summary>The area above: of a sub area its first level, of an item its area.</summary>
    [Display(Name = "所屬實施要項")]
    public int? ParentId { get; set; }

    public int Version { get; set; }
}

public sealed class AreaForm : StepForm
{
    public const int TextLength = 500;

    [Display(Name = "文字")]
    [Required(ErrorMessage = "請輸入文字。"), StringLength(TextLength, ErrorMessage = "實施要項最多500字，請精簡。")]
    public override string Text { get; set; } = "";
}

/// <summary>The form of an area or item; no id while it is new.</summary>
public sealed record StepPage(DraftLabel Plan, StepKind Kind, int? Id, StepForm Form)
{
    public IReadOnlyList<SelectListItem> Parents { get; init; } = [];

    /// <summary>What the column takes; the form of an area shows its own.</summary>
    public int Limit => Kind == StepKind.Areas ? AreaForm.TextLength : StepForm.ItemLength;

    public string Hint => "連同印出的編號，例如" + (Kind == StepKind.Areas ? "「一、服務流程」「(一)服務流程便捷性」" : "「1. 單一窗口服務」");

    public string Title => (Id is null ? "新增" : "修改") + (Kind == StepKind.Areas ? "實施要項" : "執行項目");

    public string Action => $"~/plans/{Plan.Id}/outline/{Kind.ToString().ToLowerInvariant()}/{Id?.ToString() ?? "new"}";
}
