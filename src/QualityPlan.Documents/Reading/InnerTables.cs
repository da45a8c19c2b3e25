namespace QualityPlan.Documents.Reading;

/// <summary>
/// Keeps the tables found inside the cells of a table. A table of one column around others only frames them on the
/// page, so that its cells are read as if it were not there; else the inner tables follow the outer one.
/// </summary>
internal sealed class InnerTables
{
    private readonly List<Block> _frame = [];
    private readonly List<Table> _tables = [];
    private bool _isFrame = true;

    /// <summary>Takes what stands in a cell; <paramref name="column"/> is zero-based.</summary>
    public void Add(int column, IReadOnlyList<Block> blocks)
    {
        _isFrame &= column == 0;
        if (_isFrame)
        {
            _frame.AddRange(blocks);
        }
        else
        {
            _frame.Clear();
        }

        _tables.AddRange(blocks.OfType<Table>());
    }

    /// <summary>The blocks that stand for the outer table.</summary>
    public IEnumerable<Block> Around(Table outer) => _tables.Count == 0 ? [outer]
        : _isFrame ? _frame
        : [outer, .. _tables.Select(table => table with { IsInside = true })];
}
