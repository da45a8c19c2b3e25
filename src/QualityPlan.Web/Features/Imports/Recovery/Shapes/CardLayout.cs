using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>Lays out cards as rows: a heading that comes again begins the next card; bands between cards stay bands.</summary>
internal sealed class CardLayout(TableGrid grid, IReadOnlyList<LabelLine> lines)
{
    private readonly CellOrigins _origins = new();
    private readonly List<string> _headings = [];
    private readonly List<Row> _rows = [];

    public TableGrid LayOut()
    {
        _headings.AddRange(lines.SelectMany(line => line.Pairs).Select(pair => NameOf(pair.Label)).Distinct());
        var first = lines.ToList().FindIndex(line => line.Pairs.Count > 0);
        AddBands(0, first, isTitle: true);
        _rows.Add(new Row(Headings()) { SourceNumber = first + 1 });
        AddBands(0, first, isTitle: false);
        AddCards(first);
        var table = new Table([], _rows) { Name = grid.Table.Name, IsHidden = grid.Table.IsHidden, IsInside = grid.Table.IsInside };
        return new TableGrid(table, grid.Place, _origins);
    }

    private void AddCards(int first)
    {
        var card = new Dictionary<string, Cell>();
        var begins = first;
        for (var row = first; row < lines.Count; row++)
        {
            var isNext = card.Count > 0 && (lines[row].Band is not null || lines[row].Pairs.Any(pair => card.ContainsKey(NameOf(pair.Label))));
            if (isNext)
            {
                AddCard(card, begins);
                card = [];
            }

            begins = card.Count == 0 ? row : begins;
            AddBands(row, row + 1, isTitle: null);
            foreach (var pair in lines[row].Pairs)
            {
                card[NameOf(pair.Label)] = Value(pair, row);
            }
        }

        AddCard(card, begins);
    }

    private void AddCard(Dictionary<string, Cell> card, int row)
    {
        if (card.Count > 0)
        {
            _rows.Add(new Row([.. card.Values.OrderBy(cell => cell.Column)]) { SourceNumber = SourceNumber(row), IsHidden = grid.Table.Rows[row].IsHidden });
        }
    }

    /// <summary>Rows of one text: those that name the plan stand above the headings, the others head the cards below.</summary>
    private void AddBands(int from, int to, bool? isTitle)
    {
        for (var row = from; row < to; row++)
        {
            if (lines[row].Band is { } band && (isTitle is null || isTitle == band.Text.Contains("計畫", StringComparison.Ordinal)))
            {
                var cell = band with { Column = 0, ColumnSpan = _headings.Count, RowSpan = 1 };
                _rows.Add(new Row([_origins.Keep(cell, (grid.RowOf(band) + 1, band.Column))]) { SourceNumber = SourceNumber(row) });
            }
        }
    }

    private List<Cell> Headings() => [.. _headings.Select((heading, column) => new Cell(column, heading))];

    private Cell Value(LabelPair pair, int row)
    {
        var filled = pair.Values.Where(cell => !string.IsNullOrWhiteSpace(cell.Text)).ToList();
        var value = new Cell(_headings.IndexOf(NameOf(pair.Label)), [.. filled.SelectMany(cell => cell.Paragraphs)]) { Notice = filled.FirstOrDefault()?.Notice ?? CellNotice.None };
        var at = filled.FirstOrDefault() ?? pair.Label;
        return _origins.Keep(value, (grid.RowOf(at) + 1, at.Column));
    }

    private int SourceNumber(int row) => grid.Table.Rows[row].SourceNumber is var number and > 0 ? number : row + 1;

    private static string NameOf(Cell label) => Folding.Fold(label.Text).TrimEnd('：', ':');
}
