using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.TagHelpers;

/// <summary><c>&lt;qp-counts label="本季各燈號"&gt;…qp-count…&lt;/qp-counts&gt;</c>: figures as one strip, not a wall of cards.</summary>
[HtmlTargetElement("qp-counts", Attributes = "label")]
public sealed class CountsTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "counts");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary>
/// <c>&lt;qp-count value="12" light="@Light.Behind" href="~/Plans/1?light=Behind" /&gt;</c> or with <c>label="單位"</c> and no light;
/// <c>of="97"</c> adds 「/97」.
/// </summary>
[HtmlTargetElement("qp-count", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CountTagHelper : TagHelper
{
    public int Value { get; set; }

    public int? Of { get; set; }

    public Light? Light { get; set; }

    public string? Label { get; set; }

    public string? Href { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        var inner = new TagBuilder(Href is null ? "span" : "a");
        inner.AddCssClass("count");
        if (Href is not null)
        {
            inner.Attributes["href"] = Addresses.Resolve(ViewContext.HttpContext, Href);
        }
        inner.InnerHtml.AppendHtml(Word()).AppendHtml(Figure());
        output.Content.AppendHtml(inner);
    }

    private TagBuilder Word()
    {
        var word = new TagBuilder("span");
        word.AddCssClass("count-word");
        if (Light is { } light)
        {
            word.AddCssClass($"ink-{LightLook.Key(light)}");
            word.InnerHtml.AppendHtml(LightLook.Shape(light));
        }
        word.InnerHtml.Append(Label ?? Light?.Chinese() ?? "");
        return word;
    }

    private TagBuilder Figure()
    {
        var figure = new TagBuilder("b");
        figure.AddCssClass("count-figure");
        figure.InnerHtml.Append(Value.ToString(CultureInfo.InvariantCulture));
        if (Of is { } whole)
        {
            var small = new TagBuilder("small");
            small.InnerHtml.Append($"/{whole}");
            figure.InnerHtml.AppendHtml(small);
        }
        return figure;
    }
}
