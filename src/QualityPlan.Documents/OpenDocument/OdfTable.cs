using System.Globalization;
using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>
/// Reads a table of a text document or a sheet. A sheet claims its millions of empty rows and columns by repetition:
/// only what has content, and the empty rows before it, become rows.
/// </summary>
internal sealed class OdfTable(PartReader part, ReadingBudget budget, OdfBody body)
{
    private readonly TableBuilder table = new(budget);
    private readonly InnerTables inner = new();
    private long row;
    private readonly OdfColumns columns = new();
    private int filled;
    private int headerRows;

    /// <summary>Sheets leave their empty cells out; tables of a text keep them.</summary>
    public bool IsSheet { get; init; }

    /// <summary>The table, and the tables inside it.</summary>
    public IEnumerable<Block> ReadAll() => inner.Around(Read());

    public Table Read()
    {
        var name = part["table:name"] ?? "";
        ReadRows();
        if (IsSheet)
        {
            table.DropFillsBeyond();
        }

        return table.Build(name, Math.Min(headerRows, table.RowCount));
    }

    private void ReadRows()
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "table:table-row": ReadRow(); break;
                case "table:table-column": ReadColumn(); break;
                case "table:table-columns" or "table:table-header-columns" or "table:table-column-group": ReadRows(); break;
                case "table:table-header-rows":
                    var isFirst = row == 0;
                    ReadRows();
                    headerRows = isFirst ? (int)Math.Min(row, ReadingLimits.Rows) : headerRows;
                    break;
                case "table:table-rows" or "table:table-row-group": ReadRows(); break;
            }
        }
    }

    private void ReadColumn()
    {
        var (from, repeated) = (columns.Count, Count("table:number-columns-repeated"));
        columns.Add(part["table:default-cell-style-name"], repeated);
        if (part["table:visibility"] is "collapse" or "filter")
        {
            table.HideColumns(from, repeated);
        }
    }

    private void ReadRow()
    {
        var repeated = Count("table:number-rows-repeated");
        var hidden = part["table:visibility"] is "collapse" or "filter";
        columns.BeginRow(part["table:default-cell-style-name"]);
        var cells = ReadCells(hidden);
        if (cells.Exists(cell => !IsSheet || cell.Paragraphs.Count > 0))
        {
            Write(cells, repeated, hidden);
        }

        row += repeated;
    }

    private void Write(List<Cell> cells, long repeated, bool hidden)
    {
        if (row + repeated > ReadingLimits.Rows)
        {
            throw new RefusedException(Refusals.OutOfRange(row + repeated));
        }

        while (table.RowCount < row)
        {
            table.BeginRow(table.RowCount + 1);
        }

        filled += (int)(repeated - 1) * cells.Count(TableBuilder.IsOnlyFilled);
        if (IsSheet && filled > ReadingLimits.FilledCells)
        {
            cells.RemoveAll(TableBuilder.IsOnlyFilled);
        }

        table.BeginRow((int)row + 1, hidden);
        cells.ForEach(table.Add);
        for (var i = 1; i < repeated; i++)
        {
            table.RepeatRow((int)row + 1 + i);
        }
    }

    private List<Cell> ReadCells(bool hidden)
    {
        var cells = new List<Cell>();
        var column = 0L;
        foreach (var name in part.Children())
        {
            var repeated = Count("table:number-columns-repeated");
            if (name == "table:table-cell")
            {
                var style = part["table:style-name"];
                AddCells(cells, ReadCell(column, hidden), style, (column, repeated));
            }

            column += name is "table:table-cell" or "table:covered-table-cell" ? repeated : 0;
        }

        return cells;
    }

    /// <summary>Repeated cells without a style of their own may take different ones from their columns; empty ones stay for their colour.</summary>
    private void AddCells(List<Cell> cells, Cell cell, string? style, (long From, long Count) place)
    {
        var isBlank = IsSheet && cell is { Paragraphs.Count: 0, ColumnSpan: 1, RowSpan: 1, Notice: CellNotice.None or CellNotice.HiddenRow };
        if (!isBlank && place.From + place.Count > ReadingLimits.Columns)
        {
            throw new RefusedException(Refusals.OutOfRange(row + 1));
        }

        for (var column = place.From; column < Math.Min(place.From + place.Count, ReadingLimits.Columns); column++)
        {
            var fill = body.Styles.FillOf(style ?? columns.StyleAt(column));
            if (!isBlank || (fill.Length > 0 && ++filled <= ReadingLimits.FilledCells))
            {
                budget.Keep(100);
                cells.Add(cell with { Column = (int)column, Fill = fill });
            }
        }
    }

    private Cell ReadCell(long column, bool hidden)
    {
        var type = part["office:value-type"];
        var value = part["office:value"] ?? part["office:date-value"] ?? part["office:time-value"] ?? part["office:string-value"];
        var formula = part["table:formula"] is not null;
        var error = part["calcext:value-type"] == "error";
        var (spannedColumns, spannedRows) = (Count("table:number-columns-spanned"), Count("table:number-rows-spanned"));
        var blocks = new List<Block>();
        body.ReadBlocks(blocks);
        inner.Add(column == 0 ? 0 : 1, blocks);
        var paragraphs = CellText.Of(blocks, budget);
        paragraphs = paragraphs.Count == 0 && value is not null ? [value] : paragraphs;
        return new Cell(0, paragraphs)
        {
            ColumnSpan = (int)Math.Min(spannedColumns, ReadingLimits.Columns),
            RowSpan = (int)Math.Min(spannedRows, ReadingLimits.Rows),
            Number = type is "float" or "percentage" or "currency" ? Number(value) : null,
            Notice = error || (formula && IsError(paragraphs)) ? CellNotice.Error
                : formula ? CellNotice.Formula
                : hidden ? CellNotice.HiddenRow : CellNotice.None,
        };
    }

    private static decimal? Number(string? value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsError(IReadOnlyList<string> paragraphs) =>
        paragraphs is [var shown] && (shown.StartsWith('#') || shown.StartsWith("Err:", StringComparison.Ordinal));

    private long Count(string attribute) => Math.Max(1, part.Integer(attribute, part[attribute] is null ? 1 : int.MaxValue));
}
