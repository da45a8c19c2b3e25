using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// Finds the units of tables that have no column of them: a line above the table (承辦單位：農務課), inside it or before it; or,
/// where each of several tables stands under the bare name of a unit or on a sheet named after one, that name.
/// </summary>
internal sealed class UnitsAbove
{
    private const int LongestLine = 60;
    private readonly Dictionary<Table, UnitNote> _notes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Paragraphs that only name the units of a table below.</summary>
    public HashSet<Block> Blocks { get; } = new(ReferenceEqualityComparer.Instance);

    public UnitNote? Of(Table table) => _notes.GetValueOrDefault(table);

    /// <summary>The line in a table, above its header row, that was used.</summary>
    public bool IsUsed(Table table, string line) => Of(table)?.Printed is { } printed && line.Contains(printed, StringComparison.Ordinal);

    public static UnitsAbove Find(Document document, IReadOnlyDictionary<Table, PlanColumns> headers, IReadOnlyDictionary<Table, TableGrid> grids)
    {
        var units = new UnitsAbove();
        var others = new List<Place>();
        var titles = document.Blocks.Select(TextOf).Concat(headers.SelectMany(pair => Enumerable.Range(0, Math.Max(0, pair.Value.HeaderRow)).SelectMany(row => grids[pair.Key].Beginning(row)).Select(cell => Folding.Fold(cell.Text))))
            .Where(PlanTitle.IsOne).ToList();
        foreach (var place in Places(document, headers, grids))
        {
            var lines = place.Blocks.FindAll(block => UnitNote.IsOne(TextOf(block)));
            var note = UnitNote.Of(place.Grid, place.Rows, lines.Select(TextOf));
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
    private bool KeepNames(List<Place> places, Func<Place, (UnitNote? Note, List<Block> Blocks)> nameOf)
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

    /// <summary>The tables without a column of units, each with the short lines and the rows above its headings.</summary>
    private static IEnumerable<Place> Places(Document document, IReadOnlyDictionary<Table, PlanColumns> headers, IReadOnlyDictionary<Table, TableGrid> grids)
    {
        var pending = new List<Block>();
        foreach (var block in document.Blocks.Where(block => block is not PageBreak))
        {
            if (block is Table table)
            {
                if (headers.TryGetValue(table, out var columns) && !columns.Has(PlanField.Units))
                {
                    yield return new Place(grids[table], pending, [.. Enumerable.Range(0, Math.Max(0, columns.HeaderRow))]);
                }

                pending = [];
            }
            else if (TextOf(block) is { Length: > 0 } text)
            {
                pending = text.Length > LongestLine || text[^1] == '。' || ChapterRecovery.OpensFormalChapter(text) ? [] : [.. pending, block];
            }
        }
    }

    private static string TextOf(Block block) => block switch
    {
        Heading heading => Folding.Glue(heading.Text.Split('\n')),
        Paragraph paragraph => Folding.Glue(paragraph.Text.Split('\n')),
        _ => "",
    };

    /// <summary>A table, the lines directly before it, and its rows above the header row.</summary>
    private sealed record Place(TableGrid Grid, List<Block> Blocks, List<int> Rows)
    {
        /// <summary>The bare name of a unit nearest above the headings.</summary>
        public (UnitNote? Note, List<Block> Blocks) Name
        {
            get
            {
                var rows = Rows.Select(row => Grid.Beginning(row) is [var only] ? UnitNote.OfName(Folding.Fold(only.Text)) : null);
                var block = Blocks.FindLast(block => UnitNote.OfName(TextOf(block)) is not null);
                return rows.LastOrDefault(note => note is not null) is { } note ? (note, []) : block is null ? (null, []) : (UnitNote.OfName(TextOf(block)), [block]);
            }
        }
    }
}
