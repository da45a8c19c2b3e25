using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-region label="計畫表"&gt;&lt;table&gt;…&lt;/table&gt;&lt;/qp-region&gt;</c>: the only thing on a page that may scroll
/// sideways; it takes the keyboard and keeps the table head in sight.
/// </summary>
[HtmlTargetElement("qp-region", Attributes = "label")]
public sealed class RegionTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>At most the height of the window, so that the head sticks; else as high as the table.</summary>
    public bool Sticky { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Sticky ? "table-region table-region-sticky" : "table-region");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary><c>&lt;qp-progress value="9" max="12" word="已填" /&gt;</c>: a bar that also says 「9/12 已填」.</summary>
[HtmlTargetElement("qp-progress", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressTagHelper : TagHelper
{
    public int Value { get; set; }

    public int Max { get; set; }

    public string Word { get; set; } = "已填";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "progress-line");
        var bar = new TagBuilder("progress");
        bar.Attributes["value"] = Value.ToString(CultureInfo.InvariantCulture);
        bar.Attributes["max"] = Math.Max(1, Max).ToString(CultureInfo.InvariantCulture);
        bar.Attributes["aria-label"] = Word;
        var text = new TagBuilder("span");
        text.InnerHtml.Append($"{Value}/{Max} {Word}");
        output.Content.AppendHtml(bar).AppendHtml(text);
    }
}

/// <summary>
/// <c>&lt;qp-heat light="@cell.Worst" text="2/5" href="…" label="服務流程 第2季" /&gt;</c>: one cell of a heat map,
/// as a <c>td</c> with shape, figure and the words for who cannot see it. No light is an empty cell.
/// </summary>
[HtmlTargetElement("qp-heat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HeatTagHelper : TagHelper
{
    public Light? Light { get; set; }

    public string Text { get; set; } = "";

    public string? Href { get; set; }

    public string Label { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "td";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Light is not { } light)
        {
            output.Attributes.SetAttribute("class", "heat-cell heat-none");
            output.Content.Append("—");
            return;
        }
        output.Attributes.SetAttribute("class", $"heat-cell light-{LightLook.Key(light)}");
        var inner = new TagBuilder(Href is null ? "span" : "a");
        if (Href is not null)
        {
            inner.Attributes["href"] = Addresses.Resolve(ViewContext.HttpContext, Href);
        }
        inner.Attributes["title"] = $"{Label} {light.Chinese()} {Text}".Trim();
        var hidden = new TagBuilder("span");
        hidden.AddCssClass("visually-hidden");
        hidden.InnerHtml.Append($"{Label} {light.Chinese()} ".TrimStart());
        inner.InnerHtml.AppendHtml(LightLook.Shape(light)).AppendHtml(hidden).Append(Text);
        output.Content.AppendHtml(inner);
    }
}
