namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// Tells a number from the figure behind it where the measures above could not: by the list it stands in (「1.3號登機門」,
/// 「2.8月底前」 are measures 1 and 2), or by the measure below (「1.2場講座」 over measure 2 is measure 1).
/// </summary>
internal static class FigureNumbers
{
    public static void Apply(IReadOnlyList<RowDraft> rows)
    {
        foreach (var list in Lists(rows))
        {
            ReadAsSingles(list, rows);
        }

        for (var at = rows.Count - 2; at >= 0; at--)
        {
            var (row, below) = (rows[at], rows[at + 1].Number);
            var isUnsure = row.Number is null ? row.NumberBeside.Length == 0 : MeasureNumber.IsDoubtful(row.Number, row.Approach, at > 0 ? rows[at - 1].Number : null);
            if (isUnsure && below is { Style: NumberStyle.Dotted, Depth: 1 } && AloneOf(row) is { } alone && below.IsNextAfter(alone.Number))
            {
                row.Renumber(alone.Number, alone.After, "依下一項的編號");
            }
        }
    }

    /// <summary>
    /// All measures under one heading may be read as 1, 2, 3 …: then they are, if one of them can be nothing else, or if the
    /// plan counts in single numbers everywhere else. 1.1, 1.2 give 1, 1 and stay.
    /// </summary>
    private static void ReadAsSingles(List<RowDraft> list, IReadOnlyList<RowDraft> rows)
    {
        var singles = list.ConvertAll(row => IsSingle(row.Number) ? (row.Number!, row.Approach) : MayBeSingle(row) ? AloneOf(row) : null);
        var isCounted = singles.TrueForAll(single => single is not null) && singles.Select((single, index) => single!.Value.Number.Parts[0] == index + 1).All(isNext => isNext);
        var isSure = list.Exists(row => IsSingle(row.Number) || row.Number is null) || CountsInSingles(rows.Except(list));
        if (!isCounted || !isSure || list.TrueForAll(row => row.Number?.IsFirst == true))
        {
            return;
        }

        foreach (var (row, single) in list.Zip(singles).Where(pair => !IsSingle(pair.First.Number)))
        {
            row.Renumber(single!.Value.Number, single.Value.After, "依前後各項的編號");
        }
    }

    /// <summary>Measures that follow each other under the same heading.</summary>
    private static IEnumerable<List<RowDraft>> Lists(IReadOnlyList<RowDraft> rows)
    {
        var list = new List<RowDraft>();
        foreach (var row in rows)
        {
            if (list.Count > 0 && list[0].Place != row.Place)
            {
                yield return list;
                list = [];
            }

            list.Add(row);
        }

        if (list.Count > 0)
        {
            yield return list;
        }
    }

    private static bool CountsInSingles(IEnumerable<RowDraft> rows)
    {
        var numbers = rows.Select(row => row.Number).OfType<PrintedNumber>().ToList();
        return numbers.Count > 1 && numbers.TrueForAll(IsSingle);
    }

    private static bool IsSingle(PrintedNumber? number) => number is { Style: NumberStyle.Dotted, Depth: 1 };

    private static bool MayBeSingle(RowDraft row) => row.NumberBeside.Length == 0
        && (row.Number is null || (row.Number is { Style: NumberStyle.Dotted, Depth: 2 } && MeasureNumber.BeginsCounted(row.Approach)));

    private static (PrintedNumber Number, string After)? AloneOf(RowDraft row) => MeasureNumber.Alone(row.Number?.Printed + row.Approach);
}
