using QualityPlan.Documents;
using QualityPlan.Web.Books;

namespace QualityPlan.Web.Features.Exports;

/// <summary>報表中心.</summary>
public sealed record IndexPage(IReadOnlyList<PlanBooks> Plans)
{
    /// <summary>Whether the person may take all years' data for analysis.</summary>
    public bool MayTakeEverything { get; init; }
}

/// <summary>The books of one plan.</summary>
public sealed record PlanBooks(int PlanId, string Title, string State, IReadOnlyList<QuarterBooks> Quarters)
{
    /// <summary>The units whose table may be taken.</summary>
    public IReadOnlyList<UnitChoice> Units { get; init; } = [];

    public bool HasYear => Quarters.Any(one => one.HasBegun);

    /// <summary>Every line of the list: what it is called, how it stands, where it is to be had.</summary>
    public IEnumerable<BookLine> Lines =>
    [
        new($"計畫表（含各章）", State, $"plan/{PlanId}?", BookKind.Plan) { TestId = $"plan-{PlanId}" },
        new("計畫表（僅表格，報部用）", State, $"plan/{PlanId}?tableOnly=true&", BookKind.Plan) { TestId = $"table-{PlanId}" },
        .. Quarters.SelectMany(LinesOf),
        .. HasYear
            ? [new BookLine("年度成果", Quarters.Any(one => one.IsSigned) ? "統計至最近一次簽核" : "未簽核，目前資料", $"year/{PlanId}?", BookKind.Year) { TestId = $"year-{PlanId}" }]
            : Array.Empty<BookLine>(),
    ];

    private IEnumerable<BookLine> LinesOf(QuarterBooks quarter)
    {
        var state = quarter.IsSigned ? "已簽核，內容固定" : "未簽核，目前資料";
        yield return new($"{quarter.Title} 執行情形彙整表", state, $"quarter/{PlanId}/{quarter.Number}?", BookKind.Quarter) { TestId = $"quarter-{PlanId}-{quarter.Number}" };
        if (quarter.HasBegun)
        {
            yield return new($"{quarter.Title} 落後與逾期表", state, $"exceptions/{PlanId}/{quarter.Number}?", BookKind.Exceptions) { TestId = $"exceptions-{PlanId}-{quarter.Number}" };
        }
        if (quarter.HasMemo)
        {
            yield return new($"{quarter.Title} 簽稿", "可編輯，附於公文陳核", $"memo/{PlanId}/{quarter.Number}?", BookKind.Memo) { TestId = $"memo-{PlanId}-{quarter.Number}" };
        }
    }
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
public sealed record BookLine(string Name, string State, string Address, BookKind Kind)
{
    public required string TestId { get; init; }

    public IEnumerable<(string Format, string Name)> Formats => BookFormats.Of(Kind).Select(NameOf);

    public static (string Format, string Name) NameOf(DocumentFormat format) => (BookPress.Extension(format), format switch
    {
        DocumentFormat.Xlsx => "Excel",
        DocumentFormat.Docx => "Word",
        _ => format.ToString().ToUpperInvariant(),
    });
}

/// <summary>What a PDF cannot show, before it is taken; the address is the book's own.</summary>
public sealed record RareCharactersPage(TakenBook Book, string Path, BookWish Wish)
{
    public string FileName => Book.FileName;

    public IReadOnlyList<string> Characters => Book.Missing;

    public bool IsSigned => Book.IsSigned;

    /// <summary>The formats that show every character.</summary>
    public IEnumerable<(string Format, string Name)> Instead =>
        BookFormats.Of(Wish.Kind).Where(format => format != DocumentFormat.Pdf).Select(BookLine.NameOf);

    public string Href(string format) =>
        $"{Path}?format={format}{(Wish.IsTableOnly ? "&tableOnly=true" : "")}{(Wish.UnitId is { } unit ? $"&unitId={unit}" : "")}";
}
