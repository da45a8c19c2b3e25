using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-date value="row.DueOn" /&gt;</c> 「115/3/31」, with <c>long</c> 「115年3月31日」;
/// <c>&lt;qp-date at="row.SavedAt" /&gt;</c> takes a UTC instant and shows Taipei time. Nothing to show is 「—」.
/// </summary>
[HtmlTargetElement("qp-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : TagHelper
{
    public DateOnly? Value { get; set; }

    public DateTime? At { get; set; }

    public bool Long { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (At is { } instant)
        {
            output.Attributes.SetAttribute("datetime", instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            output.Content.Append(TaipeiClock.Show(instant));
        }
        else if (Value is { } date)
        {
            output.Attributes.SetAttribute("datetime", date.ToString("O", CultureInfo.InvariantCulture));
            output.Content.Append(Long ? RocDate.Long(date) : RocDate.Short(date));
        }
        else
        {
            output.TagName = "span";
            output.Content.Append("—");
        }
    }
}
