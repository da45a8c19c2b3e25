namespace QualityPlan.Documents.Reading;

/// <summary>Lays the merged ranges of a sheet over its cells and makes the table.</summary>
internal sealed class XlsxGrid(
    SortedDictionary<int, SheetRow> rows, IReadOnlyList<(CellReference From, CellReference To)> merges, IReadOnlyList<(int From, int Count)> hiddenColumns, ReadingBudget budget)
{
    private const long LargestArea = (long)ReadingLimits.Rows * ReadingLimits.Columns;
    private long covered;

    public Table Build(string name)
    {
        var last = rows.Count == 0 ? 0 : rows.Keys.Max();
        foreach (var (from, to) in merges)
        {
            Merge(from, to with { Column = Math.Min(to.Column, ReadingLimits.Columns), Row = Math.Min(to.Row, last) });
        }

        var table = new TableBuilder(budget);
        foreach (var (from, count) in hiddenColumns)
        {
            table.HideColumns(from, count);
        }

        for (var number = 1; number <= last; number++)
        {
            var row = rows.GetValueOrDefault(number);
            table.BeginRow(number, row?.IsHidden ?? false);
            foreach (var cell in row?.Cells.Values ?? Enumerable.Empty<Cell>())
            {
                table.Add(cell);
            }
        }

        table.DropFillsBeyond();
        return table.Build(name);
    }

    /// <summary>Ranges that together cover more than the grid overlap: no program writes that.</summary>
    private void Merge(CellReference from, CellReference to)
    {
        if (from.Column > to.Column || from.Row > to.Row)
        {
            return;
        }

        covered += (long)(to.Column - from.Column + 1) * (to.Row - from.Row + 1);
        if (covered > LargestArea)
        {
            throw new RefusedException(Refusals.Structure);
        }

        var anchor = rows.GetValueOrDefault(from.Row)?.Cells.GetValueOrDefault(from.Column) ?? new Cell(from.Column - 1, []);
        for (var number = from.Row; number <= to.Row; number++)
        {
            ClearRow(number, from.Column, to.Column);
        }

        if (!rows.TryGetValue(from.Row, out var row))
        {
            rows[from.Row] = row = new SheetRow(isHidden: false);
        }

        row.Cells[from.Column] = anchor with { ColumnSpan = to.Column - from.Column + 1, RowSpan = to.Row - from.Row + 1 };
    }

    private void ClearRow(int number, int fromColumn, int toColumn)
    {
        if (!rows.TryGetValue(number, out var row))
        {
            return;
        }

        for (var column = fromColumn; column <= toColumn; column++)
        {
            budget.Tick();
            row.Cells.Remove(column);
        }
    }
}
