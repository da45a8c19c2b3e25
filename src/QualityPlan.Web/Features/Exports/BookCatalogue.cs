using QualityPlan.Web.Books;

namespace QualityPlan.Web.Features.Exports;

/// <summary>The books one can choose, in the order they are offered; the keys are those of the export verb.</summary>
public static class BookCatalogue
{
    public const string Everything = "everything";

    public static readonly IReadOnlyList<BookEntry> All =
    [
        new("plan", "計畫表（含各章）", BookKind.Plan, "PlanBook"),
        new("table", "計畫表（僅表格，報部用）", BookKind.Plan, "PlanBook") { IsTableOnly = true },
        new("quarter", "執行情形彙整表", BookKind.Quarter, "QuarterBook") { NeedsQuarter = true },
        new("exceptions", "落後與逾期表", BookKind.Exceptions, "ExceptionBook") { NeedsQuarter = true },
        new("memo", "簽稿", BookKind.Memo, "Memo") { NeedsQuarter = true },
        new("unit", "單位表", BookKind.Unit, "UnitBook") { NeedsUnit = true },
        new("year", "年度成果", BookKind.Year, "YearBook"),
        new(Everything, "全部資料", null, "Everything"),
    ];

    public static BookEntry? Find(string? key) => All.FirstOrDefault(one => one.Key == key);

    public static string NameOf(string format) => format switch
    {
        "xlsx" => "Excel",
        "docx" => "Word",
        _ => format.ToUpperInvariant(),
    };
}

/// <summary>
/// One book: its key, its name, its kind (null for all data of all plans), and the action of ExportsController whose
/// lines in permissions.txt say who may have it.
/// </summary>
public sealed record BookEntry(string Key, string Name, BookKind? Kind, string Action)
{
    /// <summary>
    /// Rows of a plan from which making takes longer than about a second, by the table in docs/books.md: such a paper is
    /// made outside the request.
    /// </summary>
    private const int LongFromRows = 500;

    private const int LongPlanFromRows = 2500;

    public bool IsTableOnly { get; init; }

    public bool NeedsQuarter { get; init; }

    public bool NeedsUnit { get; init; }

    /// <summary>Of one plan, which has to be said.</summary>
    public bool NeedsPlan => Kind is not null;

    public IReadOnlyList<string> Formats => Kind is { } kind ? [.. BookFormats.Of(kind).Select(BookPress.Extension)] : ["xlsx", "csv", "json"];

    public bool IsLong(int rows) => rows >= (Kind == BookKind.Plan ? LongPlanFromRows : LongFromRows);

    /// <summary>「可用的格式：ODT、Word、PDF」.</summary>
    public string FormatNames => string.Join('、', Formats.Select(BookCatalogue.NameOf));
}
