using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>季彙整表: counts per 實施要項 and per unit, what is behind, then every measure with what its units reported.</summary>
public static class QuarterBook
{
    private static readonly double[] RowWidths = [24, 28, 58, 25, 24, 22, 14, 72];
    private static readonly double[] ExceptionWidths = [66, 26, 20, 60, 60, 35];

    public static Document Build(QuarterBookContent content)
    {
        var blocks = new List<Block>();
        AddSummary(blocks, content);
        AddExceptions(blocks, content);
        AddRows(blocks, content);
        AddSignOffs(blocks, content);
        return new Document(TitleOf(content), blocks)
        {
            Agency = content.Agency,
            PrintedOn = content.PrintedOn,
            Footer = content.Footer,
            Page = PageSetup.A4Landscape,
        };
    }

    public static string TitleOf(QuarterBookContent content) => $"{content.PlanTitle}　{content.Quarter}執行情形彙整表";

    private static void AddSummary(List<Block> blocks, QuarterBookContent content)
    {
        blocks.Add(new Heading(1, "壹、執行概況"));
        blocks.AddRange(content.Summary.Select(text => new Paragraph(text)));
        blocks.AddRange(LightTables.Of("各實施要項燈號統計", "實施要項", content.CountsByArea, PageSetup.A4Landscape));
        blocks.AddRange(LightTables.Of("各單位燈號統計", "單位", content.CountsByUnit, PageSetup.A4Landscape));
    }

    private static void AddExceptions(List<Block> blocks, QuarterBookContent content)
    {
        blocks.Add(new Heading(1, "貳、落後與逾期"));
        var behind = content.Rows.SelectMany(row => row.Units.Select(unit => (row, unit)))
            .Where(pair => pair.unit.IsException)
            .ToList();
        if (behind.Count == 0)
        {
            blocks.Add(new Paragraph("本季沒有落後或逾期的推動作法。"));
            return;
        }
        var rows = behind.Select(pair => new Row(
        [
            new Cell(0, BookCells.NumberedApproach(pair.row.Row)),
            new Cell(1, pair.unit.UnitName),
            BookCells.OfLight(2, pair.unit.Light),
            new Cell(3, pair.unit.Cause),
            new Cell(4, pair.unit.Countermeasure),
            new Cell(5, pair.unit.ExpectedDoneOn is { } day ? RocDate.Short(day) : ""),
        ]));
        blocks.Add(new Table(
            [.. ExceptionWidths.Select(width => new Column(width))],
            [BookCells.Header(["推動作法", "單位", "燈號", "落後原因", "因應對策", "預定完成日"]), .. rows])
        {
            Name = "落後與逾期",
            HeaderRows = 1,
        });
    }

    private static void AddRows(List<Block> blocks, QuarterBookContent content)
    {
        blocks.Add(new Heading(1, "參、各項執行情形"));
        var spans = Outline.Spans([.. content.Rows.Select(row => row.Row)]);
        var rows = content.Rows.Select((row, index) => new Row(RowCells(row, spans[index])));
        var headings = content.Headings;
        blocks.Add(new Table(
            [.. RowWidths.Select(width => new Column(width))],
            [BookCells.Header([headings.Area, headings.Item, headings.Approach, headings.Deadline, headings.Units, "燈號", "進度", "執行情形"]), .. rows])
        {
            Name = "執行情形",
            HeaderRows = 1,
        });
    }

    private static List<Cell> RowCells(QuarterBookRow row, OutlineSpan span)
    {
        var cells = BookCells.Place(row.Row, span);
        cells.Add(new Cell(2, BookCells.NumberedApproach(row.Row)));
        cells.Add(new Cell(3, row.Row.Text.Deadline));
        cells.Add(new Cell(4, row.Asked > 1 ? $"{row.Row.Text.Units}\n（{row.Filed}/{row.Asked} 已填）" : row.Row.Text.Units));
        cells.Add(BookCells.OfLight(5, row.Light));
        cells.Add(new Cell(6, Percent(row)) { Look = CellLook.Centered });
        cells.Add(new Cell(7, Words(row)));
        return cells;
    }

    private static string Percent(QuarterBookRow row)
    {
        var given = row.Units.Where(unit => unit.ActualPercent is not null).Select(unit => unit.ActualPercent!.Value).ToList();
        return given.Count == 0 ? "－" : $"{given.Min()}%";
    }

    /// <summary>The compiled wording when there is one, else every unit's own words under its name.</summary>
    private static IReadOnlyList<string> Words(QuarterBookRow row)
    {
        var evidence = row.Units.SelectMany(unit => unit.Evidence).ToList();
        IEnumerable<string> words = row.CompiledWording.Length > 0
            ? row.CompiledWording.Split('\n')
            : row.Units.SelectMany(unit => BookCells.OwnWords(unit, row.Units.Count > 1));
        return [.. words, .. BookCells.EvidenceLine(evidence)];
    }

    private static void AddSignOffs(List<Block> blocks, QuarterBookContent content)
    {
        if (content.SignOffs.Count == 0)
        {
            return;
        }
        blocks.Add(new Heading(1, "肆、簽核"));
        blocks.AddRange(content.SignOffs.Select(text => new Paragraph(text)));
        blocks.Add(new Paragraph("本簽核為系統內部流程紀錄，非公文線上簽核；可匯出附於公文。"));
    }
}
