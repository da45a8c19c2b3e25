using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Exports;

/// <summary>A book on screen, drawn from the same document that the files are written from.</summary>
public sealed record PreviewPage(BookForm Form, Document Book)
{
    /// <summary>Headings, paragraphs and tables that are shown; a book has rarely half as many.</summary>
    private const int MostBlocks = 120;

    /// <summary>Drawn from the content that was signed.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether its files are made outside the request.</summary>
    public bool IsLong { get; init; }

    public IReadOnlyList<Block> Blocks => [.. Book.Blocks.Where(block => block is not PageBreak).Take(MostBlocks)];

    public int Left => Book.Blocks.Count(block => block is not PageBreak) - Blocks.Count;

    public IReadOnlyList<(string Format, string Name)> Formats => [.. Form.Entry!.Formats.Select(format => (format, BookCatalogue.NameOf(format)))];

    /// <summary>Address of the finished file, of a book that is not long.</summary>
    public string Href(string format) => Form.Book switch
    {
        "plan" => $"~/exports/plan/{Form.PlanId}?format={format}",
        "table" => $"~/exports/plan/{Form.PlanId}?tableOnly=true&format={format}",
        "unit" => $"~/exports/unit/{Form.PlanId}?unitId={Form.UnitId}&format={format}",
        "year" => $"~/exports/year/{Form.PlanId}?format={format}",
        _ => $"~/exports/{Form.Book}/{Form.PlanId}/{Form.Quarter}?format={format}",
    };

    /// <summary>The class of a cell by how it is meant.</summary>
    public static string LookOf(Cell cell) => cell.Look switch
    {
        CellLook.Good => "look-good",
        CellLook.Calm => "look-calm",
        CellLook.Warning => "look-warning",
        CellLook.Alarm => "look-alarm",
        CellLook.Muted => "look-muted",
        CellLook.Centered => "look-centered",
        CellLook.Total when cell.Number is not null => "look-total look-centered",
        CellLook.Total => "look-total",
        _ => "",
    };
}
