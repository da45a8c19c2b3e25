using QualityPlan.Documents;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Books;

/// <summary>計畫表: the chapters and the official five-column table, merged cells as printed; or the table alone.</summary>
public static class PlanBook
{
    private const double AreaWidth = 30;
    private const double ItemWidth = 40;
    private const double ApproachWidth = 123;
    private const double DeadlineWidth = 34;
    private const double UnitsWidth = 40;
    private const double NarrowedApproachWidth = 93;
    private const double SupportWidth = 30;

    public static Document Build(PlanBookContent content, bool isTableOnly = false)
    {
        var table = BuildTable(content);
        var blocks = isTableOnly ? [table] : WithChapters(content.Chapters, table);
        return new Document(content.Title, blocks)
        {
            Agency = content.Agency,
            PrintedOn = content.PrintedOn,
            Footer = content.Footer,
            Page = PageSetup.A4Landscape,
        };
    }

    /// <summary>The table stands in the chapter that announces it (計畫內容), else after the last one.</summary>
    private static List<Block> WithChapters(IReadOnlyList<ChapterText> chapters, Table table)
    {
        var blocks = new List<Block>();
        var place = chapters.Select((chapter, index) => (chapter, index))
            .Where(pair => pair.chapter.Title.Contains("計畫內容", StringComparison.Ordinal))
            .Select(pair => (int?)pair.index)
            .FirstOrDefault() ?? chapters.Count - 1;
        for (var index = 0; index < chapters.Count; index++)
        {
            blocks.Add(new Heading(1, HeadingOf(chapters[index])));
            blocks.AddRange(chapters[index].Paragraphs.Select(text => new Paragraph(text)));
            if (index == place)
            {
                blocks.Add(table);
            }
        }
        if (chapters.Count == 0)
        {
            blocks.Add(table);
        }
        return blocks;
    }

    private static string HeadingOf(ChapterText chapter) =>
        chapter.Number.Length == 0 ? chapter.Title : $"{chapter.Number}、{chapter.Title}";

    private static Table BuildTable(PlanBookContent content)
    {
        var headings = content.Headings;
        var hasSupport = headings.SupportingUnits.Length > 0;
        string[] names = [headings.Area, headings.Item, headings.Approach, headings.Deadline, headings.Units];
        double[] widths = [AreaWidth, ItemWidth, hasSupport ? NarrowedApproachWidth : ApproachWidth, DeadlineWidth, UnitsWidth];
        if (hasSupport)
        {
            names = [.. names, headings.SupportingUnits];
            widths = [.. widths, SupportWidth];
        }
        var spans = Outline.Spans(content.Rows);
        var rows = content.Rows.Select((row, index) => new Row(Cells(row, spans[index], hasSupport)));
        return new Table([.. widths.Select(width => new Column(width))], [BookCells.Header(names), .. rows])
        {
            Name = "計畫表",
            HeaderRows = 1,
        };
    }

    private static List<Cell> Cells(OutlineRow row, OutlineSpan span, bool hasSupport)
    {
        var cells = BookCells.Place(row, span);
        cells.Add(new Cell(2, BookCells.NumberedApproach(row)));
        cells.Add(new Cell(3, row.Text.Deadline));
        cells.Add(new Cell(4, row.Text.Units));
        if (hasSupport)
        {
            cells.Add(new Cell(5, row.Text.SupportingUnits));
        }
        return cells;
    }
}

/// <summary>What a 計畫表 is made of; the rows in printed order.</summary>
public sealed record PlanBookContent(string Agency, string Title, IReadOnlyList<OutlineRow> Rows)
{
    public PlanHeadings Headings { get; init; } = PlanHeadings.Usual;

    public IReadOnlyList<ChapterText> Chapters { get; init; } = [];

    /// <summary>民國 print date.</summary>
    public string PrintedOn { get; init; } = "";

    /// <summary>Letter, version and hash of an approved plan.</summary>
    public string Footer { get; init; } = "";
}

/// <summary>A chapter as printed.</summary>
public sealed record ChapterText(string Number, string Title, IReadOnlyList<string> Paragraphs);
