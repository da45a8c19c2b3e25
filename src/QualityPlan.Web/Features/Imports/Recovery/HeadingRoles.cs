using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Gives each heading of a header row its role where several would do: columns go from the whole to its parts.</summary>
internal static class HeadingRoles
{
    private static readonly PlanField[] Levels = [PlanField.Area, PlanField.SubArea, PlanField.Item];

    /// <summary>
    /// The column tracked where none is of measures (工作要領, 工作重點, 業務單位): the last one of items, if units
    /// stand beside it and a third heading is known. -1 when there is none.
    /// </summary>
    public static int StandIn(PlanField?[] fields, string[] texts)
    {
        var known = fields.Where(field => field is not null).Distinct().Count();
        var item = Array.LastIndexOf(fields, PlanField.Item);
        var doing = item < 0 ? -1 : Array.FindLastIndex(texts, HeadingWords.IsOfDoing);
        return known >= 3 && fields.Contains(PlanField.Units) ? Math.Max(item, doing) : -1;
    }

    public static void Settle(IReadOnlyList<Cell?> row, PlanField?[] fields, string[] texts)
    {
        SplitWideArea(row, fields);
        ChooseApproach(row, fields, texts);
        LayLevels(row, fields, texts);
    }

    /// <summary>One heading 實施要項 over two columns means area and sub area.</summary>
    private static void SplitWideArea(IReadOnlyList<Cell?> row, PlanField?[] fields)
    {
        for (var column = 1; column < fields.Length; column++)
        {
            if (fields[column] == PlanField.Area && ReferenceEquals(row[column], row[column - 1]))
            {
                fields[column] = PlanField.SubArea;
            }
        }
    }

    /// <summary>Of several columns of measures (措施, 內容) the right one is tracked and the others are items above it.</summary>
    private static void ChooseApproach(IReadOnlyList<Cell?> row, PlanField?[] fields, string[] texts)
    {
        var columns = Starts(row, fields, field => field == PlanField.Approach);
        if (columns.Count < 2)
        {
            return;
        }

        var last = columns.FindLastIndex(column => !HeadingWords.IsManner(texts[column]));
        var tracked = columns[last < 0 ? ^1 : last];
        foreach (var column in Enumerable.Range(0, fields.Length).Where(column => fields[column] == PlanField.Approach && !ReferenceEquals(row[column], row[tracked])))
        {
            fields[column] = column < tracked && !HeadingWords.IsManner(texts[column]) ? PlanField.Item : null;
        }
    }

    /// <summary>Of columns of the same level the left one is the level above.</summary>
    private static void LayLevels(IReadOnlyList<Cell?> row, PlanField?[] fields, string[] texts)
    {
        var columns = Starts(row, fields, field => field is { } known && Levels.Contains(known)).OrderBy(column => fields[column]).ThenBy(column => column).ToList();
        if (columns.Count == columns.Select(column => fields[column]).Distinct().Count())
        {
            return;
        }

        PlanField[] given = columns.Count switch
        {
            > 2 => Levels,
            _ when fields[columns[0]] == PlanField.Area && !HeadingWords.IsOfDoing(texts[columns[1]]) => [PlanField.Area, PlanField.SubArea],
            _ => [PlanField.Area, PlanField.Item],
        };
        var before = fields.ToArray();
        for (var index = 0; index < columns.Count; index++)
        {
            Give(row, fields, columns[index], before[columns[index]], given[Math.Min(index, given.Length - 1)]);
        }
    }

    private static void Give(IReadOnlyList<Cell?> row, PlanField?[] fields, int start, PlanField? before, PlanField field)
    {
        for (var column = start; column < fields.Length && (column == start || (ReferenceEquals(row[column], row[start]) && fields[column] == before)); column++)
        {
            fields[column] = field;
        }
    }

    /// <summary>The first column of each heading that the test takes.</summary>
    private static List<int> Starts(IReadOnlyList<Cell?> row, PlanField?[] fields, Func<PlanField?, bool> isWanted) =>
        Enumerable.Range(0, fields.Length)
            .Where(column => isWanted(fields[column]) && !(column > 0 && ReferenceEquals(row[column], row[column - 1]) && fields[column] == fields[column - 1]))
            .ToList();
}
