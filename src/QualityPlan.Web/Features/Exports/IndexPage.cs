using System.Text.Json;
using QualityPlan.Documents;
using QualityPlan.Web.Books;

namespace QualityPlan.Web.Features.Exports;

/// <summary>報表中心.</summary>
public sealed record IndexPage(IReadOnlyList<PlanBooks> Plans)
{
    /// <summary>Whether the person may take all years' data for analysis.</summary>
    public bool MayTakeEverything { get; init; }

    public bool IsEverythingLong { get; init; }

    public required BookChooser Chooser { get; init; }

    /// <summary>One's own, the latest first.</summary>
    public IReadOnlyList<PaperLine> Papers { get; init; } = [];
}

/// <summary>The books of one plan.</summary>
public sealed record PlanBooks(int PlanId, string Title, string State, IReadOnlyList<QuarterBooks> Quarters)
{
    /// <summary>The units whose table may be taken.</summary>
    public IReadOnlyList<UnitChoice> Units { get; init; } = [];

    /// <summary>How many 推動作法 the plan has: large plans take their time.</summary>
    public int Rows { get; init; }

    public bool HasYear => Quarters.Any(one => one.HasBegun);

    /// <summary>Every line of the list: what it is called, how it stands, where it is to be had.</summary>
    public IEnumerable<BookLine> Lines =>
    [
        Line("plan", State, $"plan/{PlanId}?", null),
        Line("table", State, $"plan/{PlanId}?tableOnly=true&", null),
        .. Quarters.SelectMany(LinesOf),
        .. HasYear ? [Line("year", Quarters.Any(one => one.IsSigned) ? "統計至最近一次簽核" : "未簽核，目前資料", $"year/{PlanId}?", null)] : Array.Empty<BookLine>(),
    ];

    private IEnumerable<BookLine> LinesOf(QuarterBooks quarter)
    {
        var state = quarter.IsSigned ? "已簽核，內容固定" : "未簽核，目前資料";
        var at = $"{PlanId}/{quarter.Number}?";
        if (quarter.HasBegun || quarter.IsSigned)
        {
            yield return Line("quarter", state, $"quarter/{at}", quarter) with { IsLong = !quarter.IsSigned && Entry("quarter").IsLong(Rows) };
            yield return Line("exceptions", state, $"exceptions/{at}", quarter);
        }
        if (quarter.HasMemo)
        {
            yield return Line("memo", "可編輯，附於公文陳核", $"memo/{at}", quarter);
        }
    }

    private BookLine Line(string key, string state, string address, QuarterBooks? quarter) =>
        new((quarter is null ? "" : $"{quarter.Title} ") + Entry(key).Name, state, address, new BookForm { Book = key, PlanId = PlanId, Quarter = quarter?.Number })
        {
            TestId = $"{key}-{PlanId}{(quarter is null ? "" : $"-{quarter.Number}")}",
            IsLong = Entry(key).IsLong(Rows),
        };

    private static BookEntry Entry(string key) => BookCatalogue.Find(key)!;
}

/// <summary>A unit that can be chosen.</summary>
public sealed record UnitChoice(int Id, string Name);

/// <summary>The books of one quarter; signed ones are the bytes that were signed.</summary>
public sealed record QuarterBooks(string Title, int Number, bool IsSigned)
{
    public bool HasBegun { get; init; }

    public bool HasMemo { get; init; }
}

/// <summary>One book in the list; its address still wants the format.</summary>
public sealed record BookLine(string Name, string State, string Address, BookForm Form)
{
    public required string TestId { get; init; }

    /// <summary>Takes its time: it is ordered and made outside the request.</summary>
    public bool IsLong { get; init; }

    public IEnumerable<(string Format, string Name)> Formats => Form.Entry!.Formats.Select(format => (format, BookCatalogue.NameOf(format)));

    public BookButtons Buttons => new(Name, Form) { TestId = TestId };

    public string PreviewHref => $"~/exports/preview?book={Form.Book}&planId={Form.PlanId}{(Form.Quarter is { } quarter ? $"&quarter={quarter}" : "")}";
}

/// <summary>A book to be ordered in each of its formats, by a button each.</summary>
public sealed record BookButtons(string Name, BookForm Form)
{
    public string TestId { get; init; } = "";

    public IEnumerable<(string Format, string Name)> Formats => Form.Entry!.Formats.Select(format => (format, BookCatalogue.NameOf(format)));
}

/// <summary>The choice at the head of the page: what there is to choose from, and what was chosen.</summary>
public sealed record BookChooser(BookForm Form)
{
    public bool HasQuarter => Books.Any(book => book.NeedsQuarter);

    public IReadOnlyList<(int Id, string Title)> Plans { get; init; } = [];

    public IReadOnlyList<BookEntry> Books { get; init; } = [];

    public IReadOnlyList<UnitChoice> Units { get; init; } = [];

    /// <summary>For the script: what each book needs, and in which formats it comes.</summary>
    public string Needs => JsonSerializer.Serialize(Books.ToDictionary(book => book.Key, book => new
    {
        plan = book.NeedsPlan,
        quarter = book.NeedsQuarter,
        unit = book.NeedsUnit,
        formats = book.Formats,
    }));
}

/// <summary>What a PDF cannot show, before it is taken; the address is the book's own.</summary>
public sealed record RareCharactersPage(TakenBook Book, string Path, BookWish Wish)
{
    public string FileName => Book.FileName;

    public IReadOnlyList<string> Characters => Book.Missing;

    public bool IsSigned => Book.IsSigned;

    /// <summary>The formats that show every character.</summary>
    public IEnumerable<(string Format, string Name)> Instead =>
        BookFormats.Of(Wish.Kind).Where(format => format != DocumentFormat.Pdf).Select(BookPress.Extension).Select(format => (format, BookCatalogue.NameOf(format)));

    public string Href(string format) =>
        $"{Path}?format={format}{(Wish.IsTableOnly ? "&tableOnly=true" : "")}{(Wish.UnitId is { } unit ? $"&unitId={unit}" : "")}";
}
