using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>The styles of an OpenDocument file as far as reading needs them: title, list numbers, hidden sheets.</summary>
internal sealed class OdfStyles
{
    private const int LongestChain = 12;
    private readonly Dictionary<string, string?> parents = [];
    private readonly Dictionary<string, OdfList> lists = [];
    private readonly HashSet<string> hiddenTables = [];

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

    public bool IsTitle(string? style)
    {
        for (var i = 0; i < LongestChain && style is not null; i++)
        {
            if (style == "Title")
            {
                return true;
            }

            style = parents.GetValueOrDefault(style);
        }

        return false;
    }

    public bool IsHiddenTable(string? style) => hiddenTables.Contains(style ?? "");

    private void ReadStyle(PartReader reader)
    {
        var id = reader["style:name"] ?? "";
        switch (reader["style:family"])
        {
            case "paragraph":
                parents[id] = reader["style:parent-style-name"];
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
}
