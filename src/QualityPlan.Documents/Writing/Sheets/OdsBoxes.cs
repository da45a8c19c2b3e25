using QualityPlan.Documents.Writing.Odf;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>The checks (資料有效性) on the open cells of an ods.</summary>
internal sealed class OdsBoxes
{
    private readonly Dictionary<FormBox, string> names = new(ReferenceEqualityComparer.Instance);
    private readonly List<(FormBox Box, string Place)> places = [];

    public OdsBoxes(IReadOnlyList<Sheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            for (var row = 0; row < sheet.Rows.Count; row++)
            {
                foreach (var cell in sheet.Rows[row].Cells)
                {
                    Note(sheet, row, cell);
                }
            }
        }
    }

    public string NameOf(FormBox box) => names[box];

    public void Write(OdfXml xml)
    {
        if (places.Count == 0)
        {
            return;
        }

        xml.Start("table:content-validations");
        foreach (var (box, place) in places)
        {
            xml.Start("table:content-validation").Attribute("table:name", names[box])
                .Attribute("table:condition", Condition(box)).Attribute("table:allow-empty-cell", "true")
                .Attribute("table:display-list", "unsorted").Attribute("table:base-cell-address", place);
            Message(xml.Start("table:help-message"), box);
            Message(xml.Start("table:error-message").Attribute("table:message-type", "stop"), box);
            xml.End();
        }

        xml.End();
    }

    private void Note(Sheet sheet, int row, SheetCell cell)
    {
        if (cell.Box is { } box && names.TryAdd(box, $"box{names.Count + 1}"))
        {
            places.Add((box, $"'{sheet.Name.Replace("'", "''")}'.{(char)('A' + cell.Column)}{row + 1}"));
        }
    }

    private static string Condition(FormBox box) => box switch
    {
        ChoiceBox choice => $"of:cell-content-is-in-list({string.Join(';', choice.Words.Select(word => $"\"{word}\""))})",
        NumberBox number => $"of:cell-content-is-whole-number() and cell-content-is-between({number.Least},{number.Most})",
        TextBox text => $"of:cell-content-text-length()<={text.Most}",
        _ => throw new ArgumentOutOfRangeException(nameof(box)),
    };

    private static void Message(OdfXml xml, FormBox box)
    {
        xml.Attribute("table:display", "true");
        xml.Leaf("text:p", box.Hint);
        xml.End();
    }
}
