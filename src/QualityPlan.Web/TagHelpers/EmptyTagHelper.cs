using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-empty title="還沒有計畫"&gt;說明與連結&lt;/qp-empty&gt;</c>: says what will be here and how to begin.
/// </summary>
[HtmlTargetElement("qp-empty", Attributes = "title")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        var title = new TagBuilder("p");
        title.AddCssClass("empty-title");
        title.InnerHtml.Append(Title);
        output.Content.AppendHtml(title).AppendHtml(body);
    }
}

/// <summary>
/// <c>&lt;qp-notice kind="Warning" title="…"&gt;…&lt;/qp-notice&gt;</c>: a message in the page, with its kind in a word.
/// </summary>
[HtmlTargetElement("qp-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public NoticeKind Kind { get; set; }

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"notice notice-{Kind.ToString().ToLowerInvariant()}");
        output.Attributes.SetAttribute("role", Kind == NoticeKind.Error ? "alert" : "note");
        var title = new TagBuilder("p");
        title.AddCssClass("notice-title");
        title.InnerHtml.Append(Title is null ? Word(Kind) : $"{Word(Kind)}：{Title}");
        output.Content.AppendHtml(title).AppendHtml(body);
    }

    private static string Word(NoticeKind kind) => kind switch
    {
        NoticeKind.Done => "完成",
        NoticeKind.Warning => "注意",
        NoticeKind.Error => "未完成",
        _ => "說明",
    };
}

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    Info,
    Done,
    Warning,
    Error,
}
