using QualityPlan.Documents;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>
/// 年度成果: how the year came out per 實施要項, with counts that do not flatter, beside those of the year before, and what
/// every measure achieved in the words that were filed.
/// </summary>
public static class YearBook
{
    private static readonly double[] Widths = [62, 26, 22, 60];
    private static readonly double[] ComparisonWidths = [50, 30, 30, 30, 30];

    public static Document Build(YearBookContent content)
    {
        var last = content.Last;
        var blocks = new List<Block> { new Heading(1, "壹、年度概況") };
        blocks.AddRange(Overview(content).Select(text => new Paragraph(text)));
        blocks.AddRange(LightTables.Of("各實施要項燈號統計", "實施要項", last.Content.CountsByArea, PageSetup.A4Portrait));
        blocks.Add(new Heading(1, "貳、與上年度比較"));
        blocks.AddRange(Comparison(content));
        blocks.Add(new Heading(1, "參、各實施要項執行成果"));
        blocks.AddRange(Results(content));
        return new Document($"{last.Content.PlanTitle}　{last.Quarter.Year}年度成果", blocks)
        {
            Agency = last.Content.Agency,
            PrintedOn = content.PrintedOn,
            Footer = last.Footer,
            Page = PageSetup.A4Portrait,
        };
    }

    private static IEnumerable<string> Overview(YearBookContent content)
    {
        var counts = Total(content.Last.Content);
        var rest = counts.Total - counts[Light.Completed] - counts[Light.Continuing];
        yield return $"本年度列管推動作法 {counts.Total} 列，統計至{content.Last.Title}。";
        yield return $"已完成 {counts[Light.Completed]} 列（{Percent(counts[Light.Completed], counts.Total)}），"
            + $"持續辦理 {counts[Light.Continuing]} 列（{Percent(counts[Light.Continuing], counts.Total)}），其餘 {rest} 列："
            + string.Join('、', Lights.InReadingOrder.Where(light => light is not (Light.Completed or Light.Continuing))
                .Select(light => $"{light.Chinese()} {counts[light]} 列")) + "。";
        yield return "持續辦理、如期、未到期與未填報均不計入已完成；未填報表示期限已過而沒有填報，不等於零進度。";
    }

    private static IEnumerable<Block> Comparison(YearBookContent content)
    {
        if (content.YearBefore is not { } before)
        {
            return [new Paragraph("沒有上年度已簽核的資料可以比較。")];
        }
        var (now, then) = (Total(content.Last.Content), Total(before.Content));
        var rows = Lights.InReadingOrder.Select(light => new Row(
        [
            new Cell(0, $"{light.Shape()} {light.Chinese()}"),
            BookCells.Count(1, then[light]),
            new Cell(2, Percent(then[light], then.Total)) { Look = CellLook.Centered },
            BookCells.Count(3, now[light]),
            new Cell(4, Percent(now[light], now.Total)) { Look = CellLook.Centered },
        ]));
        var total = new Row(
        [
            new Cell(0, "合計") { Look = CellLook.Total }, BookCells.Count(1, then.Total, isTotal: true), new Cell(2, "") { Look = CellLook.Total },
            BookCells.Count(3, now.Total, isTotal: true), new Cell(4, "") { Look = CellLook.Total },
        ]);
        string[] names = ["燈號", $"{before.Quarter.Year}年度列數", "占比", $"{content.Last.Quarter.Year}年度列數", "占比"];
        return
        [
            new Paragraph($"{before.Quarter.Year}年度統計至{before.Title}。兩年度的推動作法不盡相同，數字供參考，不宜逐項相減。"),
            new Table([.. ComparisonWidths.Select(width => new Column(width))], [BookCells.Header(names), .. rows, total])
            {
                Name = "與上年度比較",
                HeaderRows = 1,
            },
        ];
    }

    private static IEnumerable<Block> Results(YearBookContent content)
    {
        foreach (var area in content.Last.Content.Rows.GroupBy(row => row.Row.Place.Area.Id))
        {
            yield return new Heading(2, area.First().Row.Place.Area.Text);
            yield return new Table(
                [.. Widths.Select(width => new Column(width))],
                [BookCells.Header(["推動作法", "承辦單位", "燈號", "各季執行情形"]), .. area.Select(row => Result(row, content))])
            {
                Name = area.First().Row.Place.Area.Text,
                HeaderRows = 1,
            };
        }
    }

    private static Row Result(QuarterBookRow row, YearBookContent content) => new(
    [
        new Cell(0, BookCells.NumberedApproach(row.Row)),
        new Cell(1, row.Row.Text.Units),
        BookCells.OfLight(2, row.Light),
        new Cell(3, Words(row.Row.MeasureId, content)),
    ]);

    /// <summary>What was reported quarter by quarter: the compiled wording, else every leading unit's own words.</summary>
    private static IReadOnlyList<string> Words(int measureId, YearBookContent content)
    {
        var words = content.Quarters.SelectMany(one => (content.RowOf(one, measureId) is { } row ? Told(row) : [])
            .Select(text => $"第{one.Quarter.Number}季：{text}")).ToList();
        return words.Count == 0 ? ["本年度沒有填報內容"] : words;
    }

    private static IEnumerable<string> Told(QuarterBookRow row) => row.CompiledWording.Length > 0
        ? [row.CompiledWording]
        : row.Units.Where(unit => !unit.IsSupporting && unit.Narrative.Length > 0)
            .Select(unit => row.Units.Count > 1 ? $"【{unit.UnitName}】{unit.Narrative}" : unit.Narrative);

    private static LightCounts Total(QuarterBookContent content) =>
        content.CountsByArea.FirstOrDefault(line => line.IsTotal)?.Counts ?? new LightCounts(new Dictionary<Light, int>());

    private static string Percent(int part, int whole) =>
        whole == 0 ? "－" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0}%");
}

/// <summary>What a 年度成果 is made of: the quarters of the year up to the last one that counts, at least one.</summary>
public sealed record YearBookContent(IReadOnlyList<QuarterContent> Quarters)
{
    private readonly Dictionary<int, Dictionary<int, QuarterBookRow>> _rows =
        Quarters.ToDictionary(one => one.Quarter.Number, one => one.Content.Rows.ToDictionary(row => row.Row.MeasureId));

    public QuarterContent Last => Quarters[^1];

    /// <summary>The last signed quarter of the year before.</summary>
    public QuarterContent? YearBefore { get; init; }

    public string PrintedOn { get; init; } = "";

    public QuarterBookRow? RowOf(QuarterContent quarter, int measureId) => _rows[quarter.Quarter.Number].GetValueOrDefault(measureId);
}
