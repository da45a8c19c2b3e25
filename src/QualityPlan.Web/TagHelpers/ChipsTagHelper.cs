using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-chips lead="row.Leads" support="row.Supports" /&gt;</c>: the units of a row;
/// supporting units are outlined and say 協辦.
/// </summary>
[HtmlTargetElement("qp-chips", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChipsTagHelper : TagHelper
{
    public IEnumerable<string> Lead { get; set; } = [];

    public IEnumerable<string> Support { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chips");
        foreach (var unit in Lead)
        {
            output.Content.AppendHtml(Chip(unit, "chip", null));
        }
        foreach (var unit in Support)
        {
            output.Content.AppendHtml(Chip(unit, "chip chip-support", "協辦"));
        }
        if (output.Content.IsEmptyOrWhiteSpace)
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("class", "quiet");
            output.Content.SetContent("未定");
        }
    }

    private static TagBuilder Chip(string unit, string cssClass, string? kind)
    {
        var chip = new TagBuilder("li");
        chip.AddCssClass(cssClass);
        if (kind is not null)
        {
            var word = new TagBuilder("small");
            word.InnerHtml.Append(kind);
            chip.InnerHtml.AppendHtml(word);
        }
        chip.InnerHtml.Append(unit);
        return chip;
    }
}
