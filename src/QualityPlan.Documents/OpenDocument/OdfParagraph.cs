using System.Text;
using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>One paragraph of an OpenDocument file: its text and the text boxes anchored in it.</summary>
internal sealed class OdfParagraph(PartReader part, ReadingBudget budget, OdfBody body)
{
    private const int MostBlanks = 1000;
    private readonly StringBuilder text = new();
    private bool afterBlank = true;

    public string Text => text.ToString();

    public List<Block> Boxes { get; } = [];

    /// <summary>A field in it says that the whole paragraph is not shown.</summary>
    public bool IsHidden { get; private set; }

    public void Read()
    {
        foreach (var name in part.Content())
        {
            if (name.Length == 0)
            {
                AppendText(part.Value);
            }
            else
            {
                ReadElement(name);
            }
        }
    }

    private void ReadElement(string name)
    {
        switch (name)
        {
            case "text:s": Append(new string(' ', Math.Clamp(part.Integer("text:c", 1), 1, MostBlanks))); break;
            case "text:tab": Append("\t"); break;
            case "text:line-break": Append("\n"); break;
            case "text:note" or "text:ruby-text" or "text:hidden-text" or "text:script": break;
            case "text:hidden-paragraph": IsHidden |= part["text:is-hidden"] == "true"; break;
            case "text:span" when body.Styles.HidesText("text", part["text:style-name"]): break;
            case "draw:frame" or "draw:g" or "draw:custom-shape" or "draw:rect" or "draw:ellipse" or "draw:a":
                body.ReadBlocks(Boxes);
                break;
            default:
                if (name.StartsWith("text:", StringComparison.Ordinal) || name.StartsWith("loext:", StringComparison.Ordinal))
                {
                    Read();
                }

                break;
        }
    }

    private void Append(string characters)
    {
        budget.Keep(characters.Length * 2);
        text.Append(characters);
        ReadingBudget.Check(text);
        afterBlank = false;
    }

    /// <summary>Runs of white space count as one blank, and none at the beginning.</summary>
    private void AppendText(string value)
    {
        budget.Keep(value.Length * 2);
        ReadingBudget.Check(text);
        foreach (var character in value)
        {
            var blank = character is ' ' or '\t' or '\r' or '\n';
            if (character != '\u00AD' && !(blank && afterBlank))
            {
                text.Append(blank ? ' ' : character);
                afterBlank = blank;
            }
        }
    }
}
