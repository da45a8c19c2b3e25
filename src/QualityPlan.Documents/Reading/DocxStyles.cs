namespace QualityPlan.Documents.Reading;

/// <summary>What the styles of a Word document say of headings, list numbers and hidden text; empty without a styles part.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 12;
    private readonly Dictionary<string, Style> styles = [];
    private string? standard;

    private DocxStyles()
    {
    }

    public static DocxStyles Read(GuardedPackage package, string? part)
    {
        var result = new DocxStyles();
        using var reader = part is null ? null : package.Part(part);
        if (reader?.Root("w:styles") != true)
        {
            return result;
        }

        foreach (var name in reader.Children())
        {
            if (name == "w:style")
            {
                result.Add(reader);
            }
        }

        return result;
    }

    /// <summary>The heading level (大綱階層) from 1, or 0 for body text.</summary>
    public int HeadingLevel(string? style)
    {
        foreach (var step in Chain(style))
        {
            if (step.Outline is { } outline)
            {
                return outline is >= 0 and < 9 ? outline + 1 : 0;
            }

            if (step.Name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(step.Name[8..], out var level))
            {
                return level;
            }
        }

        return 0;
    }

    public bool IsTitle(string? style) => Chain(style).Any(step => step.Name.Equals("title", StringComparison.OrdinalIgnoreCase));

    /// <summary>A line of a table of contents, which says again what the headings say.</summary>
    public bool IsContents(string? style) => Chain(style).Any(step => step.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase));

    /// <summary>The list a style numbers its paragraphs with; its level may be missing.</summary>
    public (int Number, int? Level)? List(string? style)
    {
        var chain = Chain(style).ToList();
        var number = chain.Select(step => step.Number).FirstOrDefault(one => one is not null);
        return number is { } found ? (found, chain.Select(step => step.Level).FirstOrDefault(one => one is not null)) : null;
    }

    /// <summary>The style of a paragraph or a run says that its text is not shown; a run without one says nothing.</summary>
    public bool HidesText(string? style) => style is not null && Chain(style).Select(step => step.Hidden).FirstOrDefault(hidden => hidden is not null) == true;

    private IEnumerable<Style> Chain(string? id)
    {
        id ??= standard;
        for (var i = 0; i < LongestChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private void Add(PartReader reader)
    {
        var style = new Style();
        if (reader["w:styleId"] is not { } id)
        {
            return;
        }

        if (reader["w:type"] == "paragraph" && reader["w:default"] is "1" or "true")
        {
            standard = id;
        }

        foreach (var name in reader.Children())
        {
            switch (name)
            {
                case "w:name": style.Name = reader["w:val"] ?? ""; break;
                case "w:basedOn": style.BasedOn = reader["w:val"]; break;
                case "w:pPr": AddParagraph(reader, style); break;
                case "w:rPr": style.Hidden = DocxParagraph.Vanish(reader); break;
            }
        }

        styles[id] = style;
    }

    private static void AddParagraph(PartReader reader, Style style)
    {
        foreach (var name in reader.Children())
        {
            if (name == "w:outlineLvl")
            {
                style.Outline = reader.Integer("w:val", 9);
            }
            else if (name == "w:numPr")
            {
                foreach (var inner in reader.Children())
                {
                    style.Number = inner == "w:numId" ? reader.Integer("w:val", 0) : style.Number;
                    style.Level = inner == "w:ilvl" ? reader.Integer("w:val", 0) : style.Level;
                }
            }
        }
    }

    private sealed class Style
    {
        public string Name { get; set; } = "";

        public string? BasedOn { get; set; }

        public int? Outline { get; set; }

        public int? Number { get; set; }

        public int? Level { get; set; }

        public bool? Hidden { get; set; }
    }
}
