using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.TagHelpers;

/// <summary><c>&lt;qp-light value="@row.Light" /&gt;</c>: a light as colour, shape and word together.</summary>
[HtmlTargetElement("qp-light", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LightTagHelper : TagHelper
{
    public Light Value { get; set; }

    /// <summary>A number after the word, as in 「落後 3」.</summary>
    public int? Count { get; set; }

    /// <summary>Shape only on the screen; the word stays for screen readers and as a tip.</summary>
    public bool Compact { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"light light-{LightLook.Key(Value)}");
        output.Content.AppendHtml(LightLook.Shape(Value));
        if (Compact)
        {
            output.Attributes.SetAttribute("title", Value.Chinese());
            var hidden = new TagBuilder("span");
            hidden.AddCssClass("visually-hidden");
            hidden.InnerHtml.Append(Value.Chinese());
            output.Content.AppendHtml(hidden);
        }
        else
        {
            output.Content.Append(Value.Chinese());
        }
        if (Count is { } count)
        {
            output.Content.Append($" {count}");
        }
    }
}

/// <summary>How a light is drawn: the key in the style sheet and the shape from the page's sprite.</summary>
public static class LightLook
{
    public static string Key(Light light) => light switch
    {
        Light.Completed => "completed",
        Light.OnTrack => "on-track",
        Light.Continuing => "continuing",
        Light.Behind => "behind",
        Light.Overdue => "overdue",
        Light.NotDue => "not-due",
        _ => "not-reported",
    };

    /// <summary>The shape as inline SVG: a glyph may be missing in a font or drawn as an emoji.</summary>
    public static TagBuilder Shape(Light light)
    {
        var svg = new TagBuilder("svg");
        svg.AddCssClass("shape");
        svg.Attributes["aria-hidden"] = "true";
        var use = new TagBuilder("use") { TagRenderMode = TagRenderMode.SelfClosing };
        use.Attributes["href"] = $"#shape-{Key(light)}";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
