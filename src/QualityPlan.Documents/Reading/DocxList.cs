namespace QualityPlan.Documents.Reading;

/// <summary>A list definition of a Word document and how far it has counted.</summary>
internal sealed class DocxList
{
    public List<DocxLevel?> Levels { get; } = [.. new DocxLevel?[9]];

    public int?[] Counters { get; } = new int?[9];

    public string? StyleLink { get; private set; }

    public static DocxList Read(PartReader reader)
    {
        var list = new DocxList();
        foreach (var name in reader.Children())
        {
            if (name == "w:numStyleLink")
            {
                list.StyleLink = reader["w:val"];
            }
            else if (name == "w:lvl" && reader.Integer("w:ilvl", -1) is >= 0 and < 9 and var level)
            {
                list.Levels[level] = DocxLevel.Read(reader);
            }
        }

        return list;
    }
}

/// <summary>A use of a list definition (w:num), which may begin anew or replace levels.</summary>
internal sealed class DocxListUse
{
    private readonly Dictionary<int, int> starts = [];

    public int List { get; set; } = -1;

    public Dictionary<int, DocxLevel> Levels { get; } = [];

    public static DocxListUse Read(PartReader reader)
    {
        var use = new DocxListUse();
        foreach (var name in reader.Children())
        {
            if (name == "w:abstractNumId")
            {
                use.List = reader.Integer("w:val", -1);
            }
            else if (name == "w:lvlOverride")
            {
                use.ReadOverride(reader, reader.Integer("w:ilvl", -1));
            }
        }

        return use;
    }

    /// <summary>The number to begin with, told once: the first paragraph of this use restarts the count.</summary>
    public int? TakeStart(int level) => starts.Remove(level, out var start) ? start : null;

    private void ReadOverride(PartReader reader, int level)
    {
        foreach (var name in reader.Children())
        {
            if (name == "w:startOverride")
            {
                starts[level] = reader.Integer("w:val", 1);
            }
            else if (name == "w:lvl")
            {
                Levels[level] = DocxLevel.Read(reader);
            }
        }
    }
}

/// <summary>One level of a list: its first number, number format and printed pattern such as 「%1、」.</summary>
internal sealed record DocxLevel
{
    public static readonly DocxLevel Unknown = new();

    public int Start { get; private set; } = 1;

    public string Format { get; private set; } = "decimal";

    public string Text { get; private set; } = "";

    public string? Style { get; private set; }

    public bool Legal { get; private set; }

    /// <summary>The level above which this one begins anew; null is any, 0 is never.</summary>
    public int? Restart { get; private set; }

    public static DocxLevel Read(PartReader reader)
    {
        var level = new DocxLevel();
        foreach (var name in reader.Children())
        {
            var value = reader["w:val"];
            switch (name)
            {
                case "w:start": level.Start = reader.Integer("w:val", 1); break;
                case "w:numFmt": level.Format = value ?? "decimal"; break;
                case "w:lvlText": level.Text = ListNumbers.Pattern(value); break;
                case "w:pStyle": level.Style = value; break;
                case "w:isLgl": level.Legal = value is not ("0" or "false"); break;
                case "w:lvlRestart": level.Restart = reader.Integer("w:val", 0); break;
            }
        }

        return level;
    }

    public static string Print(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" => number.ToString("00"),
        "upperRoman" => ListNumbers.Roman(number),
        "lowerRoman" => ListNumbers.Roman(number).ToLowerInvariant(),
        "upperLetter" => ListNumbers.Letter(number, 'A'),
        "lowerLetter" => ListNumbers.Letter(number, 'a'),
        "taiwaneseCounting" or "taiwaneseCountingThousand" or "chineseCounting" or "chineseCountingThousand"
            or "japaneseCounting" => ListNumbers.Counting(number),
        "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" => ListNumbers.Digits(number),
        "ideographLegalTraditional" or "chineseLegalSimplified" or "japaneseLegal" => ListNumbers.FormalCounting(number),
        "ideographTraditional" => ListNumbers.Stem(number),
        "ideographZodiac" => ListNumbers.Branch(number),
        "ideographEnclosedCircle" => ListNumbers.CircledCounting(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => ListNumbers.Circled(number),
        "decimalEnclosedParen" => ListNumbers.InParens(number),
        "decimalFullWidth" or "decimalFullWidth2" => ListNumbers.FullWidth(number),
        _ => ListNumbers.Decimal(number),
    };
}
