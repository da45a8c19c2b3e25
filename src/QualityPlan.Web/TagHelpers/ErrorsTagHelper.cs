using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-errors /&gt;</c>: the summary above a form, each line a link to its box. It takes the focus itself
/// (<c>autofocus</c>, so without scripts too); nothing is drawn while all is well.
/// </summary>
[HtmlTargetElement("qp-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper : TagHelper
{
    public string Title { get; set; } = "尚未儲存，請修正以下各項後再送出";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid || state.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice notice-error errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("data-focus", "");
        var title = new TagBuilder("p");
        title.AddCssClass("notice-title");
        title.InnerHtml.Append(Title);
        var list = new TagBuilder("ul");
        var order = new FieldOrder(ViewContext.ViewData.ModelMetadata);
        foreach (var key in state.Keys.Order(order))
        {
            foreach (var error in state[key]!.Errors)
            {
                list.InnerHtml.AppendHtml(Line(key, error.ErrorMessage));
            }
        }
        output.Content.AppendHtml(title).AppendHtml(list);
    }

    private static TagBuilder Line(string key, string message)
    {
        var line = new TagBuilder("li");
        if (key.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{FieldNames.Id(key)}";
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}

/// <summary>Boxes in the order in which the form declares them, list rows by number.</summary>
internal sealed class FieldOrder(ModelMetadata form) : IComparer<string>
{
    public int Compare(string? x, string? y)
    {
        var order = Places(x ?? "").Zip(Places(y ?? ""), (a, b) => a.CompareTo(b)).FirstOrDefault(sign => sign != 0);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    private List<int> Places(string key)
    {
        var places = new List<int>();
        ModelMetadata? metadata = form;
        foreach (var step in key.Split('.', '[', ']').Where(step => step.Length > 0))
        {
            if (int.TryParse(step, CultureInfo.InvariantCulture, out var row))
            {
                places.Add(row);
                metadata = metadata?.ElementMetadata;
                continue;
            }
            var names = metadata?.Properties.Select(property => property.PropertyName).ToList() ?? [];
            var place = names.IndexOf(step);
            places.Add(place);
            metadata = place < 0 ? null : metadata!.Properties[place];
        }
        return places;
    }
}

/// <summary>The id of a box, from the name under which it is posted.</summary>
internal static class FieldNames
{
    public static string Id(string fullName) => TagBuilder.CreateSanitizedId(fullName, "_");
}
