using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-page-head title="…" note="…"&gt;&lt;qp-crumb href="~/Plans"&gt;計畫&lt;/qp-crumb&gt; …the primary action…&lt;/qp-page-head&gt;</c>:
/// the page's one h1, its breadcrumb and its action; the title also goes into the window's title.
/// </summary>
[HtmlTargetElement("qp-page-head", Attributes = "title")]
public sealed class PageHeadTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>One line under the title: state, counts, dates.</summary>
    public string? Note { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = new CrumbTrail();
        context.Items[typeof(CrumbTrail)] = crumbs;
        var actions = await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] = Title;

        output.TagName = "header";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-head");
        output.Content.AppendHtml(Trail(crumbs));
        output.Content.AppendHtml(Words());
        if (!actions.IsEmptyOrWhiteSpace)
        {
            var slot = new TagBuilder("div");
            slot.AddCssClass("page-actions");
            slot.InnerHtml.AppendHtml(actions);
            output.Content.AppendHtml(slot);
        }
    }

    private TagBuilder Words()
    {
        var words = new TagBuilder("div");
        words.AddCssClass("page-words");
        var heading = new TagBuilder("h1");
        heading.InnerHtml.Append(Title);
        words.InnerHtml.AppendHtml(heading);
        if (Note is not null)
        {
            var note = new TagBuilder("p");
            note.AddCssClass("page-note");
            note.InnerHtml.Append(Note);
            words.InnerHtml.AppendHtml(note);
        }
        return words;
    }

    private TagBuilder Trail(CrumbTrail crumbs)
    {
        var nav = new TagBuilder("nav");
        nav.AddCssClass("crumbs");
        nav.Attributes["aria-label"] = "所在位置";
        var list = new TagBuilder("ol");
        list.InnerHtml.AppendHtml(Link("首頁", ViewContext.HttpContext.Request.PathBase + "/"));
        foreach (var (text, href) in crumbs.Steps)
        {
            list.InnerHtml.AppendHtml(Link(text, Addresses.Resolve(ViewContext.HttpContext, href)));
        }
        var here = new TagBuilder("li");
        here.Attributes["aria-current"] = "page";
        here.InnerHtml.Append(Title);
        list.InnerHtml.AppendHtml(here);
        nav.InnerHtml.AppendHtml(list);
        return nav;
    }

    private static TagBuilder Link(string text, string href)
    {
        var item = new TagBuilder("li");
        var link = new TagBuilder("a");
        link.Attributes["href"] = href;
        link.InnerHtml.Append(text);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}

/// <summary>One step of the breadcrumb, written inside <c>qp-page-head</c>.</summary>
[HtmlTargetElement("qp-crumb", ParentTag = "qp-page-head", Attributes = "href")]
public sealed class CrumbTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync(NullHtmlEncoder.Default);
        ((CrumbTrail)context.Items[typeof(CrumbTrail)]).Steps.Add((text.GetContent(NullHtmlEncoder.Default).Trim(), Href));
        output.SuppressOutput();
    }
}

internal sealed class CrumbTrail
{
    public List<(string Text, string Href)> Steps { get; } = [];
}

/// <summary>Addresses in our own tags: <c>~/</c> is the site's root, also below a path base.</summary>
internal static class Addresses
{
    public static string Resolve(HttpContext http, string href) =>
        href.StartsWith("~/", StringComparison.Ordinal) ? http.Request.PathBase + href[1..] : href;
}
