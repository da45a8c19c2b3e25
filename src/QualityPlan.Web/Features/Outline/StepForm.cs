using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace QualityPlan.Web.Features.Outline;

/// <summary>What kind of step of the outline a form is about; as it stands in the address.</summary>
public enum StepKind
{
    Areas,
    Items,
}

public sealed class StepForm
{
    [Display(Name = "文字", Description = "連同印出的編號，例如「一、服務流程」「(一)服務流程便捷性」「1. 單一窗口服務」")]
    [Required(ErrorMessage = "請輸入文字。"), StringLength(500, ErrorMessage = "最多500字。")]
    public string Text { get; set; } = "";

    /// <summary>The area above: of a sub area its first level, of an item its area.</summary>
    [Display(Name = "所屬實施要項")]
    public int? ParentId { get; set; }

    public int Version { get; set; }
}

/// <summary>The form of an area or item; no id while it is new.</summary>
public sealed record StepPage(DraftLabel Plan, StepKind Kind, int? Id, StepForm Form)
{
    public IReadOnlyList<SelectListItem> Parents { get; init; } = [];

    public string Title => (Id is null ? "新增" : "修改") + (Kind == StepKind.Areas ? "實施要項" : "執行項目");

    public string Action => $"~/plans/{Plan.Id}/outline/{Kind.ToString().ToLowerInvariant()}/{Id?.ToString() ?? "new"}";
}
