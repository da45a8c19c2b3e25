using System.Collections.Concurrent;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.FileProviders;

namespace QualityPlan.Web.TagHelpers;

/// <summary>
/// <c>&lt;qp-icon name="download" /&gt;</c>: one icon inlined from <c>wwwroot/lib/icons</c>, in the colour of the text.
/// Silent for a screen reader unless it has a <c>label</c>.
/// </summary>
[HtmlTargetElement("qp-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(IWebHostEnvironment environment) : TagHelper
{
    private static readonly ConcurrentDictionary<string, string> Drawings = new();

    public string Name { get; set; } = "";

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("viewBox", "0 0 16 16");
        output.Attributes.SetAttribute("fill", "currentColor");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }
        output.Content.SetHtmlContent(Drawings.GetOrAdd(Name, Read));
    }

    /// <summary>The shapes inside the file's svg element; our own files, so they go out as they are.</summary>
    private string Read(string name)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"lib/icons/{name}.svg");
        if (!file.Exists)
        {
            throw new FileNotFoundException($"No icon '{name}': add it to FrontEndIcon in FrontEnd.targets.");
        }
        using var reader = new StreamReader(file.CreateReadStream());
        var svg = reader.ReadToEnd();
        var start = svg.IndexOf('>', StringComparison.Ordinal) + 1;
        return svg[start..svg.LastIndexOf("</svg>", StringComparison.Ordinal)].Trim();
    }
}
