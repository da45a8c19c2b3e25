namespace QualityPlan.Web.Features.Exports;

/// <summary>報表中心.</summary>
public sealed record IndexPage(IReadOnlyList<PlanBooks> Plans)
{
    /// <summary>The formats in the order they are offered: open ones first.</summary>
    public static readonly IReadOnlyList<(string Format, string Name)> Formats =
        [("ods", "ODS"), ("xlsx", "Excel"), ("pdf", "PDF")];
}

/// <summary>The books of one plan.</summary>
public sealed record PlanBooks(int PlanId, string Title, string State, IReadOnlyList<QuarterBooks> Quarters);

/// <summary>The books of one quarter; signed ones are the bytes that were signed.</summary>
public sealed record QuarterBooks(string Title, int Number, bool IsSigned);

/// <summary>What a PDF cannot show, before it is taken; the address is the book's own.</summary>
public sealed record RareCharactersPage(TakenBook Book, string Path, bool IsTableOnly)
{
    public string FileName => Book.FileName;

    public IReadOnlyList<string> Characters => Book.Missing;

    public bool IsSigned => Book.IsSigned;

    public string Href(string format) => $"{Path}?format={format}{(IsTableOnly ? "&tableOnly=true" : "")}";
}
