using QualityPlan.Documents.Writing.Charts;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>
/// How far down its page a text reaches, guessed to the cautious side. After more than a page the guesses would add up, so
/// nothing is known then until the next forced page. In points.
/// </summary>
internal sealed class PageFill
{
    // A line of a table: what the guess may be short of before a row falls over the end of the page.
    private const double Reserve = 16;

    private readonly PageSetup page;
    private readonly double width;

    public PageFill(Document document)
    {
        page = document.Page;
        width = (page.Width - 2 * page.Margin) * TextMeasure.PointsPerMillimetre;
        var foot = HeightOf("1", TextStyle.PageFoot) + HeightOf(document.Footer, TextStyle.PageFoot);
        var edge = page.Margin * TextMeasure.PointsPerMillimetre;
        Full = page.Height * TextMeasure.PointsPerMillimetre - edge - Math.Max(edge, edge / 3 + foot) - Reserve;
    }

    /// <summary>What a new page has room for.</summary>
    public double Full { get; }

    public double Used { get; private set; }

    public bool IsKnown => Used <= Full;

    public void Restart(double used = 0) => Used = used;

    public void Add(double height) => Used += height;

    public void Add(string text, TextStyle style) => Add(HeightOf(text, style));

    public double HeightOf(Block block) => block switch
    {
        Heading heading => HeightOf(heading.Text, TextStyle.Heading(heading.Level)),
        Paragraph paragraph => HeightOf(paragraph.Text, TextStyle.OfParagraph(paragraph.Text)),
        Chart chart => HeightOf(chart.Title, TextStyle.Caption) + HeightOf("", TextStyle.Figure) + ChartLook.Height(chart, page) * TextMeasure.PointsPerMillimetre,
        Table table when new TextTable(table, page) is var measured => Enumerable.Range(0, table.Rows.Count).Sum(measured.OwnHeight) + AfterTable,
        _ => 0,
    };

    /// <summary>The small paragraph behind a table, and before each further page of it.</summary>
    public double AfterTable => HeightOf("", TextStyle.AfterTable);

    private double HeightOf(string text, TextStyle style)
    {
        var size = style.Bold ? style.Size * 1.06 : style.Size;
        return TextMeasure.Height(text, width - style.Hang, size) * style.LineHeight + style.Before + style.After;
    }
}
