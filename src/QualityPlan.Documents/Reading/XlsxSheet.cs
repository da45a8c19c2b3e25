namespace QualityPlan.Documents.Reading;

/// <summary>Reads one sheet of a workbook; empty rows between others stay, empty cells are left out.</summary>
internal sealed class XlsxSheet(PartReader part, ReadingBudget budget, XlsxStrings strings, XlsxFormats formats)
{
    private readonly SortedDictionary<int, SheetRow> rows = [];
    private readonly List<(CellReference From, CellReference To)> merges = [];
    private readonly List<(int From, int Count)> hiddenColumns = [];
    private int lastRow;
    private int filled;

    public Table Read(string name)
    {
        if (!part.Root("x:worksheet"))
        {
            throw new RefusedException(Refusals.Damaged);
        }

        foreach (var child in part.Children())
        {
            if (child == "x:cols")
            {
                ReadColumns();
            }
            else if (child == "x:sheetData")
            {
                ReadRows();
            }
            else if (child == "x:mergeCells")
            {
                ReadMerges();
            }
        }

        return new XlsxGrid(rows, merges, hiddenColumns, budget).Build(name);
    }

    private void ReadColumns()
    {
        foreach (var name in part.Children())
        {
            if (name == "x:col" && part["hidden"] is "1" or "true" && part.Integer("min", 0) is var from and > 0 and <= ReadingLimits.Columns)
            {
                budget.Keep(8);
                hiddenColumns.Add((from - 1, part.Integer("max", from) - from + 1));
            }
        }
    }

    private void ReadRows()
    {
        foreach (var name in part.Children())
        {
            if (name == "x:row")
            {
                ReadRow(part.Integer("r", lastRow + 1));
            }
        }
    }

    private void ReadRow(int number)
    {
        if (number <= lastRow)
        {
            throw new RefusedException(Refusals.Structure);
        }

        lastRow = number;
        var row = new SheetRow(part["hidden"] is "1" or "true");
        var column = 0;
        foreach (var name in part.Children())
        {
            if (name == "x:c")
            {
                column = CellReference.Parse(part["r"])?.Column ?? column + 1;
                if (ReadCell(row.IsHidden) is { } cell)
                {
                    Keep(row, cell, column, number);
                }
            }
        }

        if (row.Cells.Values.Any(cell => !TableBuilder.IsOnlyFilled(cell)))
        {
            rows[number] = row;
        }
    }

    private void Keep(SheetRow row, Cell cell, int column, int number)
    {
        if (TableBuilder.IsOnlyFilled(cell) && (column > ReadingLimits.Columns || number > ReadingLimits.Rows || ++filled > ReadingLimits.FilledCells))
        {
            return;
        }

        if (column > ReadingLimits.Columns || number > ReadingLimits.Rows)
        {
            throw new RefusedException(Refusals.OutOfRange(number));
        }

        budget.Keep(200);
        row.Cells[column] = cell with { Column = column - 1 };
    }

    private Cell? ReadCell(bool hidden)
    {
        var type = part["t"] ?? "n";
        var style = part.Integer("s", 0);
        var formula = false;
        string? value = null;
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "x:f": formula = true; break;
                case "x:v": value = part.Text(); break;
                case "x:is": value = XlsxStrings.ReadText(part); break;
            }
        }

        var (text, number) = Shown(type, value ?? "", style);
        budget.Keep(text.Length * 2);
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => new Paragraph(line.Trim()));
        var paragraphs = CellText.Of(lines, budget);
        var notice = type == "e" ? CellNotice.Error
            : formula ? CellNotice.Formula
            : hidden ? CellNotice.HiddenRow : CellNotice.None;
        var fill = formats.FillOf(style);
        return paragraphs.Count == 0 && !formula && fill.Length == 0 ? null : new Cell(0, paragraphs) { Number = number, Notice = notice, Fill = fill };
    }

    private (string Text, decimal? Number) Shown(string type, string value, int style) => type switch
    {
        _ when value.Length == 0 => ("", null),
        "s" => (strings.At(value), null),
        "str" => (XlsxStrings.Decode(value), null),
        "inlineStr" or "e" => (value, null),
        "d" => (value.Replace('-', '/').Replace("T00:00:00", "", StringComparison.Ordinal), null),
        "b" => (value == "1" ? "TRUE" : "FALSE", null),
        _ => formats.Show(value, style),
    };

    private void ReadMerges()
    {
        foreach (var name in part.Children())
        {
            if (name == "x:mergeCell" && CellReference.ParseRange(part["ref"] ?? "") is { } range)
            {
                budget.Keep(32);
                merges.Add(range);
            }
        }
    }
}

/// <summary>The cells of a row by their 1-based column.</summary>
internal sealed class SheetRow(bool isHidden)
{
    public bool IsHidden { get; } = isHidden;

    public SortedDictionary<int, Cell> Cells { get; } = [];
}
