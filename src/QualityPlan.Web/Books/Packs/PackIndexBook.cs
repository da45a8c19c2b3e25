using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Books.Packs;

/// <summary>佐證資料索引: what lies in which folder of the pack, by criterion, and before it everything that is missing.</summary>
public static class PackIndexBook
{
    public static readonly IReadOnlyList<DocumentFormat> Formats = [DocumentFormat.Pdf, DocumentFormat.Odt];

    private static readonly double[] GapWidths = [26, 74, 117, 50];
    private static readonly double[] Widths = [66, 25, 40, 44, 74, 18];

    public static Document Build(EvidencePack pack, DateOnly today)
    {
        var gaps = pack.Gaps();
        var blocks = new List<Block> { new Heading(1, "壹、概況") };
        blocks.AddRange(Overview(pack, gaps).Select(text => new Paragraph(text)));
        blocks.Add(new Heading(1, "貳、缺口"));
        blocks.Add(gaps.Count == 0 ? new Paragraph("沒有缺口。") : GapTable(gaps));
        blocks.Add(new Heading(1, "參、各評核項目的佐證"));
        foreach (var criterion in pack.Criteria)
        {
            blocks.AddRange(Of(criterion, pack));
        }
        return new Document($"{pack.Head.ListTitle}佐證資料索引", blocks)
        {
            Agency = pack.Head.Agency,
            PrintedOn = RocDate.Long(today),
        };
    }

    private static IEnumerable<string> Overview(EvidencePack pack, IReadOnlyList<PackGap> gaps)
    {
        yield return $"計畫：{pack.Head.PlanTitle}。期間：{pack.Head.Span}（{pack.Head.Days}），收錄各單位已送審的佐證；未送審與已撤回的不收錄。";
        yield return $"評核項目 {pack.Criteria.Count(one => one.Folder.Length > 0)} 項，對應推動作法 {pack.MeasureCount} 項，"
            + $"檔案 {pack.SoundFiles.Count()} 個，共 {FileSizes.Show(pack.Bytes)}。對應數個項目的檔案，在每個項目的資料夾各放一份。";
        yield return $"缺口 {gaps.Count} 項：{string.Join('、', Enum.GetValues<PackGapKind>().Select(kind => $"{kind.Chinese()} {gaps.Count(gap => gap.Kind == kind)}"))}。"
            + (pack.IsRead ? "檔案內容已逐一核對雜湊（SHA-256）。" : "檔案的有無與大小已核對，內容雜湊於下載時核對。");
    }

    private static Table GapTable(IReadOnlyList<PackGap> gaps) => new(
        [.. GapWidths.Select(width => new Column(width))],
        [
            BookCells.Header(["缺口", "評核項目", "推動作法或檔案", "單位"]),
            .. gaps.Select(gap => new Row(
            [
                new Cell(0, gap.Kind.Chinese()) { Look = gap.Kind == PackGapKind.BrokenFile ? CellLook.Alarm : CellLook.Warning },
                new Cell(1, gap.Criterion.Place.Name), new Cell(2, gap.What), new Cell(3, gap.Units),
            ])),
        ])
    {
        Name = "缺口",
        HeaderRows = 1,
    };

    private static IEnumerable<Block> Of(PackCriterion criterion, EvidencePack pack)
    {
        var text = criterion.Place.Row.Text;
        var name = text.Points.Length > 0 ? $"{criterion.Place.Name}（配分：{text.Points}）" : criterion.Place.Name;
        yield return new Heading(Math.Min(criterion.Place.Level + 1, 4), criterion.Folder.Length > 0 ? $"【{criterion.FolderNumber}】{name}" : name);
        if (text.Description.Length > 0)
        {
            yield return new Paragraph(text.Description);
        }
        if (criterion.Measures.Count > 0)
        {
            yield return new Table(
                [.. Widths.Select(width => new Column(width))],
                [BookCells.Header(["推動作法", "單位", "期間", "佐證說明", "資料包內的檔案", "大小"]), .. criterion.Measures.SelectMany(one => Rows(one, pack))])
            {
                Name = name,
                HeaderRows = 1,
            };
        }
        else if (!criterion.Place.IsGroup)
        {
            yield return new Paragraph("尚未對應任何推動作法。");
        }
    }

    private static IEnumerable<Row> Rows(PackMeasure measure, EvidencePack pack)
    {
        var approach = BookCells.NumberedApproach(measure.Row);
        if (measure.Files.Count == 0)
        {
            yield return new Row(
            [
                new Cell(0, approach), new Cell(1, measure.Row.Text.Units), new Cell(2, pack.Head.Span), new Cell(3, "沒有佐證") { ColumnSpan = 3, Look = CellLook.Warning },
            ]);
        }
        foreach (var file in measure.Files)
        {
            List<Cell> cells =
            [
                new(1, file.UnitName), new(2, [$"{file.Quarter}", $"{RocDate.Short(file.Quarter.FirstDay)}至{RocDate.Short(file.Quarter.LastDay)}"]),
                new(3, file.Caption.Length > 0 ? file.Caption : file.FileName),
            ];
            cells.AddRange(pack.Faults.TryGetValue(file.StoredName, out var fault)
                ? [new Cell(4, $"未收錄：{fault.Chinese()}") { ColumnSpan = 2, Look = CellLook.Alarm }]
                : new[] { new Cell(4, file.Path), new Cell(5, FileSizes.Show(file.Length)) { Look = CellLook.Centered } });
            yield return new Row(file == measure.Files[0] ? [new Cell(0, approach) { RowSpan = measure.Files.Count }, .. cells] : cells);
        }
    }
}
