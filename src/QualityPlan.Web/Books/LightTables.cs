using QualityPlan.Documents;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>燈號統計: the seven counts line by line, as a chart and as the table it was drawn from.</summary>
internal static class LightTables
{
    private const double FirstShare = 0.28;

    private static string ColourOf(Light light) => light switch
    {
        Light.Completed => "#2F7D52",
        Light.Continuing => "#7A70A3",
        Light.OnTrack => "#2F6DB5",
        Light.Behind => "#E0A030",
        Light.Overdue => "#A41E19",
        Light.NotReported => "#6B6660",
        _ => "#CFD8DC",
    };

    /// <summary>The chart without the total, and the table of all lines as wide as the paper.</summary>
    public static IEnumerable<Block> Of(string title, string first, IReadOnlyList<CountLine> lines, PageSetup page)
    {
        var counted = lines.Where(line => !line.IsTotal).ToList();
        if (counted.Count > 0)
        {
            yield return new Chart(title, [.. counted.Select(line => line.Name)], [.. Lights.InReadingOrder.Select(light =>
                new ChartSeries($"{light.Shape()} {light.Chinese()}", ColourOf(light), [.. counted.Select(line => line.Counts[light])]))]);
        }
        yield return Table(title, first, lines, page.Width - (2 * page.Margin));
    }

    private static Table Table(string title, string first, IReadOnlyList<CountLine> lines, double width)
    {
        var names = Lights.InReadingOrder.Select(light => $"{light.Shape()} {light.Chinese()}");
        var share = width * (1 - FirstShare) / (Lights.InReadingOrder.Count + 1);
        var rows = lines.Select(line => new Row(
        [
            new Cell(0, line.Name) { Look = line.IsTotal ? CellLook.Total : CellLook.Body },
            BookCells.Count(1, line.Counts.Total, line.IsTotal),
            .. Lights.InReadingOrder.Select((light, index) => BookCells.Count(index + 2, line.Counts[light], line.IsTotal)),
        ]));
        return new Table(
            [new(width * FirstShare), .. Enumerable.Repeat(new Column(share), Lights.InReadingOrder.Count + 1)],
            [BookCells.Header([first, "列數", .. names]), .. rows])
        {
            Name = title,
            HeaderRows = 1,
        };
    }
}
