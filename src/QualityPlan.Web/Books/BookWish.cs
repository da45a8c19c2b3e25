using QualityPlan.Documents;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>The books (報表) one can ask for.</summary>
public enum BookKind { Plan, Quarter, Unit, Exceptions, Year, Memo }

/// <summary>Which book of which plan; what a kind does not need stays null.</summary>
public sealed record BookWish(BookKind Kind, int PlanId)
{
    public int? Quarter { get; init; }

    public int? UnitId { get; init; }

    /// <summary>計畫表 without its chapters, for the ministry.</summary>
    public bool IsTableOnly { get; init; }

    /// <summary>Whether quarters that are not signed yet may be shown.</summary>
    public bool SeesUnsigned { get; init; }
}

/// <summary>A wish with the plan it is of and the plan's rounds, read once for all that is asked about them.</summary>
public sealed record PlannedBook(BookWish Wish, PlanRounds Plan);

/// <summary>A book before it is printed: its name without the extension, what it says, and how its bytes are had.</summary>
public sealed record ReadyBook(string Title, Document Document, Func<byte[]> Print)
{
    /// <summary>Whether the bytes are those that were signed.</summary>
    public bool IsSigned { get; init; }
}

/// <summary>The formats each book comes in: open ones that can be edited first.</summary>
public static class BookFormats
{
    private static readonly DocumentFormat[] All =
        [DocumentFormat.Ods, DocumentFormat.Odt, DocumentFormat.Xlsx, DocumentFormat.Docx, DocumentFormat.Pdf];

    private static readonly DocumentFormat[] OfSheets = [DocumentFormat.Ods, DocumentFormat.Xlsx, DocumentFormat.Pdf];

    private static readonly DocumentFormat[] OfTexts = [DocumentFormat.Odt, DocumentFormat.Docx, DocumentFormat.Pdf];

    public static IReadOnlyList<DocumentFormat> Of(BookKind kind) => kind switch
    {
        BookKind.Unit => OfSheets,
        BookKind.Year or BookKind.Memo => OfTexts,
        _ => All,
    };
}
