namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// A column with a heading that the source does not show: last year's deadlines, notes for the office. It is read only where
/// no column that is shown holds the same field; no field when it is not read.
/// </summary>
internal sealed record HiddenColumn(string Heading, PlanField? Field)
{
    /// <summary>Takes the field and the heading from each hidden column that is not read.</summary>
    public static List<HiddenColumn> LeaveOut(TableGrid grid, PlanField?[] fields, string[] texts)
    {
        var shown = fields.Where((_, column) => !grid.IsHiddenColumn(column)).ToHashSet();
        var hidden = new List<HiddenColumn>();
        foreach (var column in Enumerable.Range(0, fields.Length).Where(column => grid.IsHiddenColumn(column) && texts[column].Length > 0))
        {
            fields[column] = shown.Contains(fields[column]) ? null : fields[column];
            hidden.Add(new HiddenColumn(texts[column], fields[column]));
            texts[column] = fields[column] is null ? "" : texts[column];
        }

        return hidden;
    }
}
