using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-field for="Title" /&gt;</c>: label, hint, error and box in one, by the property's type and annotations.
/// <c>as</c> chooses another box (textarea, radio, checkboxes, select, password, file, hidden-label text);
/// <c>options</c> gives the choices. Other attributes go to the box; <c>class</c> goes to the whole field.
/// Inner content takes the place of the box.
/// </summary>
[HtmlTargetElement("qp-field", Attributes = "for")]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public string? As { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Text of the choice that chooses nothing, e.g. 「全部單位」.</summary>
    public string? Nothing { get; set; }

    public int Rows { get; set; } = 4;

    public bool? Required { get; set; }

    /// <summary>The label is there for screen readers only, as in a table whose head says it.</summary>
    public bool Quiet { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        var box = Describe(output.Attributes);
        output.TagName = box.IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        var cssClass = box.Errors.Count > 0 ? "field field-invalid" : "field";
        output.Attributes.SetAttribute("class", box.CssClass is null ? cssClass : $"{cssClass} {box.CssClass}");

        IHtmlContent control = inner.IsEmptyOrWhiteSpace ? FieldBoxes.Build(box) : inner;
        var isTick = box.Kind == "checkbox";
        if (isTick)
        {
            output.Content.AppendHtml(control);
        }
        output.Content.AppendHtml(Caption(box));
        AppendWords(output.Content, box);
        if (!isTick)
        {
            output.Content.AppendHtml(control);
        }
    }

    private FieldBox Describe(TagHelperAttributeList attributes)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry);
        var kind = As ?? FieldBoxes.KindOf(For.Metadata, Options is not null);
        return new FieldBox
        {
            Name = name,
            Id = attributes["id"]?.Value?.ToString() ?? FieldNames.Id(name),
            Kind = kind,
            Label = Label ?? For.Metadata.DisplayName ?? For.Name,
            Hint = Hint ?? For.Metadata.Description ?? (kind == "date" ? "民國日期，例如115/3/31" : null),
            IsRequired = Required ?? (For.Metadata.IsRequired && !For.Metadata.IsEnumerableType && kind != "checkbox"),
            Rows = Rows,
            Nothing = Nothing,
            Options = Options?.ToList() ?? [],
            Metadata = For.Metadata,
            Values = FieldBoxes.ValuesOf(entry, For.Model),
            Errors = entry?.Errors.Select(error => error.ErrorMessage).ToList() ?? [],
            CssClass = attributes["class"]?.Value?.ToString(),
            Others = attributes.Where(attribute => attribute.Name is not ("class" or "id")).ToList(),
        };
    }

    private TagBuilder Caption(FieldBox box)
    {
        var caption = new TagBuilder(box.IsGroup ? "legend" : "label");
        caption.AddCssClass(Quiet ? "visually-hidden" : "field-label");
        if (!box.IsGroup)
        {
            caption.Attributes["for"] = box.Id;
        }
        caption.InnerHtml.Append(box.Label);
        if (box.IsRequired)
        {
            var needed = new TagBuilder("span");
            needed.AddCssClass("field-needed");
            needed.InnerHtml.Append("必填");
            caption.InnerHtml.AppendHtml(needed);
        }
        return caption;
    }

    private static void AppendWords(TagHelperContent content, FieldBox box)
    {
        if (box.Hint is not null)
        {
            content.AppendHtml(Words(box.Hint, "field-hint", box.HintId));
        }
        if (box.Errors.Count > 0)
        {
            content.AppendHtml(Words(string.Join(" ", box.Errors), "field-error", box.ErrorId));
        }
    }

    private static TagBuilder Words(string text, string cssClass, string id)
    {
        var words = new TagBuilder("p");
        words.AddCssClass(cssClass);
        words.Attributes["id"] = id;
        words.InnerHtml.Append(text);
        return words;
    }
}

/// <summary>What is known of one field when its box is drawn.</summary>
internal sealed class FieldBox
{
    public required string Name { get; init; }
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required string Label { get; init; }
    public required string? Hint { get; init; }
    public required bool IsRequired { get; init; }
    public required int Rows { get; init; }
    public required string? Nothing { get; init; }
    public required IReadOnlyList<SelectListItem> Options { get; init; }
    public required ModelMetadata Metadata { get; init; }
    public required IReadOnlyList<string> Values { get; init; }
    public required IReadOnlyList<string> Errors { get; init; }
    public required string? CssClass { get; init; }
    public required IReadOnlyList<TagHelperAttribute> Others { get; init; }

    public bool IsGroup => Kind is "radio" or "checkboxes";

    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    public string Value => Values.Count > 0 ? Values[0] : "";
}
