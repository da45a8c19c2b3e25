using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;form qp-data-autosave="@address"&gt;</c> gives <c>data-autosave</c> only when there is a value. Razor itself
/// leaves out other attributes that are null, but writes <c>data-autosave=""</c>, which a script takes for a yes.
/// </summary>
[HtmlTargetElement(Attributes = Prefix + "*")]
public sealed class DataTagHelper : TagHelper
{
    private const string Prefix = "qp-data-";

    /// <summary>By the name after <c>data-</c>; objects, because Razor turns a text that is null into an empty one.</summary>
    [HtmlAttributeName(DictionaryAttributePrefix = Prefix)]
    public IDictionary<string, object?> Values { get; set; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        foreach (var (name, value) in Values.Where(pair => pair.Value is not null))
        {
            output.Attributes.SetAttribute("data-" + name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }
}
