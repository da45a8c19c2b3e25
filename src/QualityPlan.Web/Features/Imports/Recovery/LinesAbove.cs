using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>What the lines above a table say of all its measures: headings, and units and a deadline where it has no column of them.</summary>
internal sealed record LinesRead(IReadOnlyList<TableCaption> Captions, UnitNote? Units, DeadlineNote? Deadline);

/// <summary>A table of the plan, the short lines directly before it, and its rows above the header row.</summary>
internal sealed record LinesAbove(TableGrid Grid, List<Block> Blocks, List<int> Rows)
{
    private const int LongestLine = 60;

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

    /// <summary>The tables without a column of this field, each with the short lines and the rows above its headings.</summary>
    public static IEnumerable<LinesAbove> Find(
        Document document, IReadOnlyDictionary<Table, PlanColumns> headers, IReadOnlyDictionary<Table, TableGrid> grids, PlanField missing)
    {
        var pending = new List<Block>();
        foreach (var block in document.Blocks.Where(block => block is not PageBreak))
        {
            if (block is Table table)
            {
                if (headers.TryGetValue(table, out var columns) && !columns.Has(missing))
                {
                    yield return new LinesAbove(grids[table], pending, [.. Enumerable.Range(0, Math.Max(0, columns.HeaderRow))]);
                }

                pending = [];
            }
            else if (TextOf(block) is { Length: > 0 } text)
            {
                pending = text.Length > LongestLine || text[^1] == '。' || ChapterRecovery.OpensFormalChapter(text) ? [] : [.. pending, block];
            }
        }
    }

    public static string TextOf(Block block) => block switch
    {
        Heading heading => Folding.Glue(heading.Text.Split('\n')),
        Paragraph paragraph => Folding.Glue(paragraph.Text.Split('\n')),
        _ => "",
    };
}
