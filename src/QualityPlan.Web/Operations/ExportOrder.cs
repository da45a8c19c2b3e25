using QualityPlan.Documents;
using QualityPlan.Documents.Writing.Raw;
using QualityPlan.Web.Books;

namespace QualityPlan.Web.Operations;

/// <summary>What the words after <c>export</c> ask for.</summary>
internal sealed record ExportOrder(BookWish Wish, DocumentFormat Format, string Out)
{
    private const string TableOnly = "--table-only";

    /// <summary>A name, alias or number, for a 單位表.</summary>
    public string? Unit { get; private init; }

    /// <summary>The format of 全部資料; null for a book.</summary>
    public RawFormat? Raw { get; private init; }

    /// <summary>Null when the words do not make an order.</summary>
    public static ExportOrder? From(string[] words)
    {
        var options = words.Where(word => word != TableOnly).Chunk(2).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(pair => pair.Key, pair => pair.Last()[1]);
        if (options.GetValueOrDefault("--out") is not { } file)
        {
            return null;
        }
        var format = options.GetValueOrDefault("--format");
        if (options.GetValueOrDefault("--book") == "raw")
        {
            return RawBook.KindOf(format) is { } raw ? new ExportOrder(new BookWish(BookKind.Plan, 0), default, file) { Raw = raw } : null;
        }
        return WishFrom(options) is { } wish && BookPress.FormatOf(format) is { } known
            ? new ExportOrder(wish with { IsTableOnly = words.Contains(TableOnly) }, known, file) { Unit = options.GetValueOrDefault("--unit") }
            : null;
    }

    private static BookWish? WishFrom(Dictionary<string, string> options)
    {
        BookKind? kind = options.GetValueOrDefault("--book") switch
        {
            "plan" => BookKind.Plan,
            "quarter" => BookKind.Quarter,
            "exceptions" => BookKind.Exceptions,
            "memo" => BookKind.Memo,
            "unit" when options.ContainsKey("--unit") => BookKind.Unit,
            "year" => BookKind.Year,
            _ => null,
        };
        var hasQuarter = int.TryParse(options.GetValueOrDefault("--quarter"), out var quarter) && quarter is >= 1 and <= 4;
        return kind is { } known && int.TryParse(options.GetValueOrDefault("--plan"), out var planId)
            && (hasQuarter || known is not (BookKind.Quarter or BookKind.Exceptions or BookKind.Memo))
            ? new BookWish(known, planId) { Quarter = hasQuarter ? quarter : null, SeesUnsigned = true }
            : null;
    }
}
