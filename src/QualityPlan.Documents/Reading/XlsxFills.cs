namespace QualityPlan.Documents.Reading;

/// <summary>The fills of a workbook's cells by their format.</summary>
internal sealed class XlsxFills
{
    private readonly List<string> fills = [];
    private readonly List<int> formats = [];

    public string Of(int style)
    {
        var fill = style >= 0 && style < formats.Count ? formats[style] : 0;
        return fill >= 0 && fill < fills.Count ? fills[fill] : "";
    }

    /// <summary>A cell format, in their order.</summary>
    public void AddFormat(int fill) => formats.Add(fill);

    /// <summary>Reads the group of fills.</summary>
    public void Read(PartReader reader)
    {
        foreach (var name in reader.Children())
        {
            if (name == "x:fill")
            {
                fills.Add(ReadFill(reader));
            }
        }
    }

    private static string ReadFill(PartReader reader)
    {
        var fill = "";
        foreach (var name in reader.Children())
        {
            fill = name == "x:patternFill" ? ReadPattern(reader) : "gradient";
        }

        return fill;
    }

    /// <summary>A solid fill by its colour, where the theme's first is white; any other pattern by its name too.</summary>
    private static string ReadPattern(PartReader reader)
    {
        var pattern = reader["patternType"] ?? "none";
        var colour = "";
        foreach (var name in reader.Children())
        {
            if (name == "x:fgColor")
            {
                var (theme, indexed, tint) = (reader["theme"], reader["indexed"], reader["tint"] ?? "0");
                colour = reader["rgb"] is { } rgb ? CellFill.Of(rgb)
                    : theme is "0" && tint.Trim('0', '.') is "" ? ""
                    : theme is not null ? $"theme{theme}/{tint}"
                    : indexed is null or "1" or "9" or "64" or "65" ? "" : $"indexed{indexed}";
            }
        }

        return pattern is "none" or "" ? "" : pattern is "solid" ? colour : pattern + colour;
    }
}
