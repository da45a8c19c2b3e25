using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-steps items='new[] { "上傳", "檢視與修正", "完成" }' current="2" /&gt;</c>: where one is in a chain; counted from 1.
/// </summary>
[HtmlTargetElement("qp-steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepsTagHelper : TagHelper
{
    public IEnumerable<string> Items { get; set; } = [];

    /// <summary>The step under way; one more than there are steps when all are done.</summary>
    public int Current { get; set; } = 1;

    public string Label { get; set; } = "進度";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "steps");
        output.Attributes.SetAttribute("aria-label", Label);
        var number = 0;
        foreach (var item in Items)
        {
            number++;
            output.Content.AppendHtml(Step(item, number));
        }
    }

    private TagBuilder Step(string text, int number)
    {
        var step = new TagBuilder("li");
        var state = number < Current ? "已完成" : number == Current ? "進行中" : "未開始";
        step.AddCssClass(number < Current ? "step-done" : number == Current ? "step-now" : "step-next");
        if (number == Current)
        {
            step.Attributes["aria-current"] = "step";
        }
        var mark = new TagBuilder("span");
        mark.AddCssClass("step-mark");
        mark.Attributes["aria-hidden"] = "true";
        mark.InnerHtml.Append(number < Current ? "✓" : $"{number}");
        var hidden = new TagBuilder("span");
        hidden.AddCssClass("visually-hidden");
        hidden.InnerHtml.Append($"（{state}）");
        step.InnerHtml.AppendHtml(mark).Append(text).AppendHtml(hidden);
        return step;
    }
}
