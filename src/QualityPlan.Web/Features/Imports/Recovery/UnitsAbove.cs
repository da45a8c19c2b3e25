using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// Finds the units of tables that have no column of them: a line above the table (承辦單位：農務課), inside it or before it; or,
/// where each of several tables stands under the bare name of a unit or on a sheet named after one, that name.
/// </summary>
internal sealed class UnitsAbove
{
    private readonly Dictionary<Table, UnitNote> _notes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Paragraphs that only name the units of a table below.</summary>
    public HashSet<Block> Blocks { get; } = new(ReferenceEqualityComparer.Instance);

    public UnitNote? Of(Table table) => _notes.GetValueOrDefault(table);

    /// <summary>The line in a table, above its header row, that was used.</summary>
    public bool IsUsed(Table table, string line) => Of(table)?.Printed is { } printed && line.Contains(printed, StringComparison.Ordinal);

    public static UnitsAbove Find(Document document, IReadOnlyDictionary<Table, PlanColumns> headers, IReadOnlyDictionary<Table, TableGrid> grids)
    {
        var units = new UnitsAbove();
        var others = new List<LinesAbove>();
        var titles = document.Blocks.Select(LinesAbove.TextOf).Concat(headers.SelectMany(pair => Enumerable.Range(0, Math.Max(0, pair.Value.HeaderRow)).SelectMany(row => grids[pair.Key].Beginning(row)).Select(cell => Folding.Fold(cell.Text))))
            .Where(PlanTitle.IsOne).ToList();
        foreach (var place in LinesAbove.Find(document, headers, grids, PlanField.Units))
        {
            var lines = place.Blocks.FindAll(block => UnitNote.IsOne(LinesAbove.TextOf(block)));
            var note = UnitNote.Of(place.Grid, place.Rows, lines.Select(LinesAbove.TextOf));
            if (note is null || (!note.IsSure && titles.Exists(title => title.Contains(note.Units, StringComparison.Ordinal))))
            {
                others.Add(place);
            }
            else
            {
                units.Keep(place.Grid.Table, note, lines);
            }
        }

        if (!units.KeepNames(others, place => place.Name))
        {
            units.KeepNames(others, place => (UnitNote.OfName(place.Grid.Table.Name), []));
        }

        return units;
    }

    /// <summary>Names count only where each of several tables has one and they differ.</summary>
    private bool KeepNames(List<LinesAbove> places, Func<LinesAbove, (UnitNote? Note, List<Block> Blocks)> nameOf)
    {
        var names = places.ConvertAll(place => (place.Grid.Table, Name: nameOf(place)));
        if (names.Exists(one => one.Name.Note is null) || names.Select(one => one.Name.Note!.Units).Distinct().Count() < 2)
        {
            return false;
        }

        names.ForEach(one => Keep(one.Table, one.Name.Note!, one.Name.Blocks));
        return true;
    }

    private void Keep(Table table, UnitNote note, List<Block> blocks)
    {
        _notes[table] = note;
        Blocks.UnionWith(blocks);
    }
}
