using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>The styles of an OpenDocument file as far as reading needs them: title, list numbers, hidden sheets and texts, colours of cells.</summary>
internal sealed class OdfStyles
{
    private const int LongestChain = 12;
    private const string HeadingStyle = "Heading_20_";
    private readonly Dictionary<string, string?> parents = [];
    private readonly Dictionary<string, OdfList> lists = [];
    private readonly HashSet<string> hiddenTables = [];
    private readonly Dictionary<(string Family, string Style), (string? Parent, bool? Hidden)> texts = [];
    private readonly Dictionary<string, (string? Parent, string? Fill)> cells = [];

    /// <summary>The numbers of headings that stand outside lists.</summary>
    public OdfList Outline { get; private set; } = new();

    public void Read(PartReader reader)
    {
        foreach (var name in reader.Children())
        {
            if (name is "office:styles" or "office:automatic-styles")
            {
                ReadGroup(reader);
            }
        }
    }

    public void ReadGroup(PartReader reader)
    {
        foreach (var name in reader.Children())
        {
            switch (name)
            {
                case "style:style": ReadStyle(reader); break;
                case "text:list-style": lists[reader["style:name"] ?? ""] = OdfList.Read(reader); break;
                case "text:outline-style": Outline = OdfList.Read(reader); break;
            }
        }
    }

    public OdfList List(string? style) => lists.GetValueOrDefault(style ?? "") ?? OdfList.Plain;

    public bool IsTitle(string? style) => Chain(style).Contains("Title");

    /// <summary>The level a heading style (標題 1 …) gives a paragraph that is not marked as a heading itself, or 0.</summary>
    public int HeadingLevel(string? style)
    {
        var heading = Chain(style).FirstOrDefault(name => name.StartsWith(HeadingStyle, StringComparison.Ordinal));
        return int.TryParse(heading?[HeadingStyle.Length..], out var level) && level is >= 1 and <= 10 ? level : 0;
    }

    /// <summary>The colour behind a cell of this style.</summary>
    public string FillOf(string? style)
    {
        for (var i = 0; i < LongestChain && style is not null && cells.TryGetValue(style, out var cell); i++)
        {
            if (cell.Fill is not null)
            {
                return cell.Fill;
            }

            style = cell.Parent;
        }

        return "";
    }

    public bool IsHiddenTable(string? style) => hiddenTables.Contains(style ?? "");

    /// <summary>The style of a paragraph or of a part of one says that its text is not shown.</summary>
    public bool HidesText(string family, string? style)
    {
        for (var i = 0; i < LongestChain && style is not null && texts.TryGetValue((family, style), out var text); i++)
        {
            if (text.Hidden is { } hidden)
            {
                return hidden;
            }

            style = text.Parent;
        }

        return false;
    }

    private IEnumerable<string> Chain(string? style)
    {
        for (var i = 0; i < LongestChain && style is not null; i++)
        {
            yield return style;
            style = parents.GetValueOrDefault(style);
        }
    }

    private void ReadStyle(PartReader reader)
    {
        var id = reader["style:name"] ?? "";
        switch (reader["style:family"])
        {
            case "paragraph":
                parents[id] = reader["style:parent-style-name"];
                ReadTextStyle(reader, ("paragraph", id));
                break;
            case "text":
                ReadTextStyle(reader, ("text", id));
                break;
            case "table-cell":
                ReadCellStyle(reader, id);
                break;
            case "table":
                foreach (var name in reader.Children())
                {
                    if (name == "style:table-properties" && reader["table:display"] == "false")
                    {
                        hiddenTables.Add(id);
                    }
                }

                break;
        }
    }

    private void ReadTextStyle(PartReader reader, (string Family, string Style) key)
    {
        var parent = reader["style:parent-style-name"];
        bool? hidden = null;
        foreach (var name in reader.Children())
        {
            if (name == "style:text-properties" && reader["text:display"] is { } display)
            {
                hidden = display == "none";
            }
        }

        texts[key] = (parent, hidden);
    }

    private void ReadCellStyle(PartReader reader, string id)
    {
        var parent = reader["style:parent-style-name"];
        string? fill = null;
        foreach (var name in reader.Children())
        {
            if (name == "style:table-cell-properties" && reader["fo:background-color"] is { } colour)
            {
                fill = CellFill.Of(colour);
            }
        }

        cells[id] = (parent, fill);
    }
}
