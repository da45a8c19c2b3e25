using QualityPlan.Documents.Writing.Pdf.Files;
using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf.Pages;

/// <summary>
/// The pages of one document, one open at a time: the place where the next thing goes, the marks of the
/// tagged content, and at the end the page feet, when the number of pages is known.
/// A finished page is written at once, so that a long book does not grow in memory.
/// </summary>
internal sealed class PageStack
{
    private const string Furniture = "/Type/Pagination";

    private readonly PdfFile file;
    private readonly TagTree tags;
    private readonly Typesetter typesetter;
    private readonly PageFurniture furniture;
    private readonly List<(int Id, int Content, int Key)> finished = [];
    private readonly List<Tag> marks = [];
    private readonly (double Width, double Height) paper;
    private readonly double margin;

    public PageStack(PdfFile file, TagTree tags, Document document, Typesetter typesetter)
    {
        (this.file, this.tags, this.typesetter) = (file, tags, typesetter);
        paper = (Points(document.Page.Width), Points(document.Page.Height));
        margin = Points(document.Page.Margin);
        Canvas = new Canvas(paper.Height);
        furniture = new PageFurniture(document, typesetter, (margin, Width, paper.Height));
        Open();
    }

    /// <summary>The pages finished so far.</summary>
    public int Count => finished.Count;

    public Canvas Canvas { get; }

    public double Left => margin;

    public double Width => paper.Width - 2 * margin;

    /// <summary>The upper edge of what may be printed on.</summary>
    public double Top => margin;

    /// <summary>The lower edge of what may be printed on; the foot stands below.</summary>
    public double Limit => paper.Height - Math.Max(margin, furniture.FootHeight);

    /// <summary>Where the next thing goes, in points from the top.</summary>
    public double Y { get; set; }

    public double Room => Limit - Y;

    public bool IsFresh => Y <= Top;

    /// <summary>The object of the page that is open, for bookmarks.</summary>
    public int PageId { get; private set; }

    public double FromBottom(double y) => paper.Height - y;

    public void Next()
    {
        Close();
        Open();
    }

    /// <summary>Starts content that belongs to an element of the text.</summary>
    public void Begin(Tag tag)
    {
        tag.Add(PageId, marks.Count);
        Canvas.Begin(tag.Type, marks.Count);
        marks.Add(tag);
    }

    /// <summary>Starts content that repeats what stands elsewhere.</summary>
    public void BeginRepetition() => Canvas.BeginArtifact(Furniture);

    public void BeginFrames() => Canvas.BeginArtifact("/Type/Layout");

    public void End() => Canvas.End();

    /// <summary>Writes the feet and the page tree; answers its number. The fonts are written in between, when all is set.</summary>
    public int Finish()
    {
        Close();
        var root = file.Reserve();
        var resources = file.Reserve();
        for (var i = 0; i < finished.Count; i++)
        {
            var (id, content, key) = finished[i];
            Canvas.Clear();
            Canvas.BeginArtifact(Furniture + "/Subtype/Footer/Attached[/Bottom]");
            furniture.DrawFoot(Canvas, i + 1, finished.Count);
            Canvas.End();
            var foot = file.AddStream(Canvas.Content);
            file.Put(id, new PdfBytes().Add($"<</Type/Page/Parent {root} 0 R/MediaBox[0 0 ").Add(paper.Width).Add(paper.Height)
                .Add($"]/Resources {resources} 0 R/Contents[{content} 0 R {foot} 0 R]/StructParents {key}/Tabs/S>>"));
        }

        file.Put(resources, new PdfBytes().Add($"<</Font<<{typesetter.Write(file)}>>>>"));
        file.Put(root, new PdfBytes().Add($"<</Type/Pages/Count {finished.Count}/Kids[")
            .Add(string.Concat(finished.Select(page => $"{page.Id} 0 R "))).Add("]>>"));
        return root;
    }

    private void Open()
    {
        PageId = file.Reserve();
        Canvas.Clear();
        marks.Clear();
        Y = Top;
        if (finished.Count > 0)
        {
            Canvas.BeginArtifact(Furniture + "/Subtype/Header/Attached[/Top]");
            furniture.DrawRunningHead(Canvas);
            Canvas.End();
        }
    }

    private void Close() => finished.Add((PageId, file.AddStream(Canvas.Content), tags.KeepPage(marks)));

    private static double Points(double millimetres) => millimetres * TextMeasure.PointsPerMillimetre;
}
