using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Finds the deadlines of tables that have no column of them: a line above the table, inside it or before it.</summary>
internal sealed class DeadlinesAbove
{
    private readonly Dictionary<Table, DeadlineNote> _notes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Paragraphs that only name the deadline of a table below.</summary>
    public HashSet<Block> Blocks { get; } = new(ReferenceEqualityComparer.Instance);

    public DeadlineNote? Of(Table table) => _notes.GetValueOrDefault(table);

    public static DeadlinesAbove Find(Document document, IReadOnlyDictionary<Table, PlanColumns> headers, IReadOnlyDictionary<Table, TableGrid> grids)
    {
        var deadlines = new DeadlinesAbove();
        foreach (var place in LinesAbove.Find(document, headers, grids, PlanField.Deadline))
        {
            var lines = place.Blocks.FindAll(block => DeadlineNote.IsOne(LinesAbove.TextOf(block)));
            if (DeadlineNote.Of(place.Grid, place.Rows, lines.Select(LinesAbove.TextOf)) is { } note)
            {
                deadlines._notes[place.Grid.Table] = note;
                deadlines.Blocks.UnionWith(lines);
            }
        }

        return deadlines;
    }
}
