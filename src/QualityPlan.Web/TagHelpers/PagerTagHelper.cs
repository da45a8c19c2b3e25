using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-pager page="Model.Page" total="Model.Total" unit="筆" /&gt;</c>: says how many there are, and leads on by
/// the address's own <c>page</c> value while all other filters stay. Pages count from 1, 50 to a page.
/// </summary>
[HtmlTargetElement("qp-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    public int Page { get; set; } = 1;

    public int Size { get; set; } = 50;

    public int Total { get; set; }

    public string Unit { get; set; } = "筆";

    /// <summary>Tells apart two pagers of one page.</summary>
    public string Label { get; set; } = "分頁";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = Math.Max(1, (Total + Size - 1) / Size);
        var page = Math.Clamp(Page, 1, last);
        output.TagName = last > 1 ? "nav" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Content.AppendHtml(Summary(page, last));
        if (last > 1)
        {
            output.Attributes.SetAttribute("aria-label", Label);
            output.Content.AppendHtml(Links(page, last));
        }
    }

    private TagBuilder Summary(int page, int last)
    {
        var text = new TagBuilder("p");
        var first = ((page - 1) * Size) + 1;
        text.InnerHtml.Append(last == 1
            ? $"共 {Total} {Unit}"
            : $"共 {Total} {Unit}，第 {first}–{Math.Min(page * Size, Total)} {Unit}");
        return text;
    }

    private TagBuilder Links(int page, int last)
    {
        var list = new TagBuilder("ul");
        list.InnerHtml.AppendHtml(Item("上一頁", page > 1 ? page - 1 : null, false));
        var previous = 0;
        foreach (var number in new[] { 1, page - 1, page, page + 1, last }.Where(n => n >= 1 && n <= last).Distinct().Order())
        {
            if (number > previous + 1)
            {
                list.InnerHtml.AppendHtml(Item("…", null, false));
            }
            list.InnerHtml.AppendHtml(Item(number.ToString(CultureInfo.InvariantCulture), number, number == page));
            previous = number;
        }
        list.InnerHtml.AppendHtml(Item("下一頁", page < last ? page + 1 : null, false));
        return list;
    }

    private TagBuilder Item(string text, int? page, bool current)
    {
        var item = new TagBuilder("li");
        var inner = new TagBuilder(page is null ? "span" : "a");
        if (page is { } number)
        {
            inner.Attributes["href"] = Address(number);
        }
        if (current)
        {
            inner.Attributes["aria-current"] = "page";
        }
        inner.InnerHtml.Append(text);
        item.InnerHtml.AppendHtml(inner);
        return item;
    }

    private string Address(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = request.Query
            .Where(pair => !string.Equals(pair.Key, "page", StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture)));
        return request.PathBase + request.Path + QueryString.Create(query);
    }
}
