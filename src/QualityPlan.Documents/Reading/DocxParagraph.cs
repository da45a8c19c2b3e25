using System.Globalization;
using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>One paragraph of a Word document: its settings, its text and the text boxes anchored in it.</summary>
internal sealed class DocxParagraph(PartReader part, DocxBody body, DocxStyles styles)
{
    private readonly StringBuilder text = new();

    public string Text => text.ToString();

    public string? Style { get; private set; }

    public int? Outline { get; private set; }

    public int? Number { get; private set; }

    public int? Level { get; private set; }

    /// <summary>The paragraph mark was deleted with changes tracked: the next paragraph goes on here.</summary>
    public bool JoinsNext { get; private set; }

    public List<Block> Boxes { get; } = [];

    public void Read()
    {
        foreach (var name in part.Children())
        {
            if (name == "w:pPr")
            {
                ReadSettings();
            }
            else
            {
                ReadInline(name);
            }
        }
    }

    private void ReadSettings()
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "w:pStyle": Style = part["w:val"]; break;
                case "w:outlineLvl": Outline = part.Integer("w:val", 9); break;
                case "w:numPr": ReadList(); break;
                case "w:rPr": JoinsNext = part.Children().Aggregate(false, (found, one) => found || one == "w:del"); break;
            }
        }
    }

    private void ReadList()
    {
        foreach (var name in part.Children())
        {
            Number = name == "w:numId" ? part.Integer("w:val", 0) : Number;
            Level = name == "w:ilvl" ? part.Integer("w:val", 0) : Level;
        }
    }

    private void ReadAll()
    {
        foreach (var name in part.Children())
        {
            ReadInline(name);
        }
    }

    private void ReadInline(string name)
    {
        switch (name)
        {
            case "w:r": ReadRun(); break;
            case "w:t" or "m:t": AppendText(); break;
            case "w:tab" or "w:ptab": text.Append('\t'); break;
            case "w:br" or "w:cr": text.Append('\n'); break;
            case "w:noBreakHyphen": text.Append('-'); break;
            case "w:sym": text.Append(Symbol(part["w:char"])); break;
            case "w:sdt": DocxContentControl.Read(part, ReadAll); break;
            case "mc:AlternateContent": body.ReadAlternative(ReadAll); break;
            case "w:txbxContent": body.ReadBlocks(Boxes); break;
            case "w:ins" or "w:moveTo" or "w:hyperlink" or "w:smartTag" or "w:fldSimple" or "w:customXml" or "w:bdo"
                or "w:dir" or "w:ruby" or "w:rubyBase" or "w:drawing" or "w:pict" or "w:object": ReadAll(); break;
            default:
                if (name[0] is 'm' or '?')
                {
                    ReadAll();
                }

                break;
        }
    }

    private void ReadRun()
    {
        var hidden = styles.HidesText(Style);
        foreach (var name in part.Children())
        {
            if (name == "w:rPr")
            {
                hidden = Vanish(part, style => styles.HidesText(style)) ?? hidden;
            }
            else if (!hidden)
            {
                ReadInline(name);
            }
        }
    }

    /// <summary>Whether the settings of a run hide it; null when they say nothing of it.</summary>
    public static bool? Vanish(PartReader part, Func<string?, bool>? hides = null)
    {
        bool? vanish = null;
        foreach (var name in part.Children())
        {
            vanish = name == "w:vanish" ? part["w:val"] is not ("0" or "false") : name == "w:rStyle" && hides?.Invoke(part["w:val"]) == true ? true : vanish;
        }

        return vanish;
    }

    private void AppendText()
    {
        ReadingBudget.Check(text);
        var keepsBlanks = part["xml:space"] == "preserve";
        var value = part.Text().Replace("\u00AD", "", StringComparison.Ordinal);
        text.Append(keepsBlanks ? value : value.Trim(' ', '\t', '\r', '\n'));
    }

    /// <summary>The signs of Wingdings that plans use as boxes and ticks; other private signs are left out.</summary>
    private static string Symbol(string? code) => code?.ToUpperInvariant() switch
    {
        "F06F" or "F0A8" or "F072" => "□",
        "F06E" => "■",
        "F0FE" or "F052" => "☑",
        "F0FD" => "☒",
        "F0FC" => "✓",
        "F06C" => "●",
        "F0B7" or "F09F" => "•",
        _ => int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sign)
            && sign is (>= 0x20 and < 0xD800) or (>= 0xF900 and < 0xFFFE) ? ((char)sign).ToString() : "",
    };
}
