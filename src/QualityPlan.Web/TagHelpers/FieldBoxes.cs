using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Web.TagHelpers;

/// <summary>Draws the box of a field: input, textarea, select, or a group of radios or ticks.</summary>
internal static class FieldBoxes
{
    public static string KindOf(ModelMetadata metadata, bool hasOptions)
    {
        var type = metadata.UnderlyingOrModelType;
        return metadata.DataTypeName switch
        {
            _ when hasOptions => metadata.IsEnumerableType ? "checkboxes" : "select",
            nameof(DataType.MultilineText) => "textarea",
            nameof(DataType.Password) => "password",
            nameof(DataType.EmailAddress) => "email",
            _ when type == typeof(bool) => "checkbox",
            _ when type == typeof(DateOnly) => "date",
            _ when type == typeof(int) || type == typeof(decimal) => "number",
            _ when type == typeof(IFormFile) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type) => "file",
            _ => "text",
        };
    }

    /// <summary>What was typed, when the form came back; else what the model holds.</summary>
    public static IReadOnlyList<string> ValuesOf(ModelStateEntry? entry, object? model) => entry?.RawValue switch
    {
        string[] typed => typed,
        string typed => [typed],
        _ => model switch
        {
            null => [],
            string text => [text],
            IFormFile or IEnumerable<IFormFile> => [],
            IEnumerable many => many.Cast<object?>().Select(Show).ToList(),
            _ => [Show(model)],
        },
    };

    public static IHtmlContent Build(FieldBox box) => box.Kind switch
    {
        "textarea" => Textarea(box),
        "select" => Select(box),
        "radio" => Group(box, "radio"),
        "checkboxes" => Group(box, "checkbox"),
        "checkbox" => Tick(box),
        _ => Input(box),
    };

    private static string Show(object? value) => value switch
    {
        DateOnly date => RocDate.Short(date),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static TagBuilder Input(FieldBox box)
    {
        var input = Named(box, "input", "form-control");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = box.Kind is "date" or "number" ? "text" : box.Kind;
        if (box.Kind is "number")
        {
            input.Attributes["inputmode"] = "decimal";
        }
        if (box.Kind is not ("password" or "file"))
        {
            input.Attributes["value"] = box.Value;
        }
        return Finish(input, box);
    }

    private static TagBuilder Textarea(FieldBox box)
    {
        var area = Named(box, "textarea", "form-control");
        area.Attributes["rows"] = box.Rows.ToString(CultureInfo.InvariantCulture);
        if (LimitOf(box.Metadata) is { } limit)
        {
            area.Attributes["data-limit"] = limit.ToString(CultureInfo.InvariantCulture);
        }
        area.InnerHtml.AppendHtml("\n").Append(box.Value);
        return Finish(area, box);
    }

    private static TagBuilder Select(FieldBox box)
    {
        var select = Named(box, "select", "form-select");
        if (box.Nothing is not null || !box.IsRequired)
        {
            select.InnerHtml.AppendHtml(Choice("", box.Nothing ?? "請選擇", box.Value.Length == 0));
        }
        foreach (var option in box.Options)
        {
            select.InnerHtml.AppendHtml(Choice(option.Value ?? option.Text, option.Text, IsChosen(box, option)));
        }
        return Finish(select, box);
    }

    private static TagBuilder Choice(string value, string text, bool chosen)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (chosen)
        {
            option.Attributes["selected"] = "selected";
        }
        option.InnerHtml.Append(text);
        return option;
    }

    private static TagBuilder Tick(FieldBox box)
    {
        var tick = Named(box, "input", "form-check-input");
        tick.TagRenderMode = TagRenderMode.SelfClosing;
        tick.Attributes["type"] = "checkbox";
        tick.Attributes["value"] = "true";
        if (box.Values.Any(value => value.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            tick.Attributes["checked"] = "checked";
        }
        return Finish(tick, box);
    }

    private static HtmlContentBuilder Group(FieldBox box, string type)
    {
        var group = new HtmlContentBuilder();
        var number = 0;
        foreach (var option in box.Options)
        {
            var tick = Named(box, "input", "form-check-input");
            tick.TagRenderMode = TagRenderMode.SelfClosing;
            tick.Attributes["type"] = type;
            tick.Attributes["value"] = option.Value ?? option.Text;
            tick.Attributes["id"] = number++ == 0 ? box.Id : $"{box.Id}-{number}";
            if (IsChosen(box, option))
            {
                tick.Attributes["checked"] = "checked";
            }
            var line = new TagBuilder("div");
            line.AddCssClass("choice");
            var label = new TagBuilder("label");
            label.Attributes["for"] = tick.Attributes["id"];
            label.InnerHtml.Append(option.Text);
            line.InnerHtml.AppendHtml(Finish(tick, box)).AppendHtml(label);
            group.AppendHtml(line);
        }
        return group;
    }

    private static bool IsChosen(FieldBox box, SelectListItem option) =>
        box.Values.Count > 0 ? box.Values.Contains(option.Value ?? option.Text) : option.Selected;

    private static TagBuilder Named(FieldBox box, string tag, string cssClass)
    {
        var control = new TagBuilder(tag);
        control.AddCssClass(cssClass);
        control.Attributes["id"] = box.Id;
        control.Attributes["name"] = box.Name;
        return control;
    }

    /// <summary>Ties the box to its words and hands on the attributes that the view gave.</summary>
    private static TagBuilder Finish(TagBuilder control, FieldBox box)
    {
        var words = new List<string>();
        if (box.Hint is not null)
        {
            words.Add(box.HintId);
        }
        if (box.Errors.Count > 0)
        {
            words.Add(box.ErrorId);
            control.Attributes["aria-invalid"] = "true";
        }
        if (words.Count > 0)
        {
            control.Attributes["aria-describedby"] = string.Join(' ', words);
        }
        if (box.IsRequired && !box.IsGroup)
        {
            control.Attributes["aria-required"] = "true";
        }
        foreach (var attribute in box.Others)
        {
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        }
        return control;
    }

    private static int? LimitOf(ModelMetadata metadata) => metadata.ValidatorMetadata
        .Select(rule => rule switch
        {
            StringLengthAttribute length => length.MaximumLength,
            MaxLengthAttribute length => length.Length,
            _ => (int?)null,
        })
        .FirstOrDefault(length => length is not null);
}
