using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>Where in the file the cells of a table stood that was laid out anew: row from 1, column from 0.</summary>
internal sealed class CellOrigins
{
    private readonly Dictionary<Cell, IReadOnlyList<(int Row, int Column)>> _places = new(ReferenceEqualityComparer.Instance);

    /// <summary>Remembers the cell and gives it back.</summary>
    public Cell Keep(Cell cell, params IReadOnlyList<(int Row, int Column)> places)
    {
        _places[cell] = places;
        return cell;
    }

    public IReadOnlyList<(int Row, int Column)> Of(Cell cell) => _places.GetValueOrDefault(cell) ?? [];
}
