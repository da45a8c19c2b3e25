namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// Lets the measure below tell a number from the figure behind it, where the one above could not: 「1.2場講座」 and 「1、2樓
/// 整修」 over measure 2 are measure 1.
/// </summary>
internal static class FigureNumbers
{
    public static void Apply(IReadOnlyList<RowDraft> rows)
    {
        for (var at = rows.Count - 2; at >= 0; at--)
        {
            var (row, below) = (rows[at], rows[at + 1].Number);
            var isUnsure = row.Number is null ? row.NumberBeside.Length == 0 : MeasureNumber.IsDoubtful(row.Number, row.Approach, at > 0 ? rows[at - 1].Number : null);
            if (isUnsure && below is { Style: NumberStyle.Dotted, Depth: 1 } && MeasureNumber.Alone(row.Number?.Printed + row.Approach) is { } alone && below.IsNextAfter(alone.Number))
            {
                row.Renumber(alone.Number, alone.After);
            }
        }
    }
}
