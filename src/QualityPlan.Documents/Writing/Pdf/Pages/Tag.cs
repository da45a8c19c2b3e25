namespace QualityPlan.Documents.Writing.Pdf.Pages;

/// <summary>An element of the structure tree that a screen reader walks: Document, H1, P, Table, TR, TH, TD.</summary>
internal sealed class Tag(int id, string type, Tag? parent)
{
    private readonly List<Kid> kids = [];

    public int Id => id;

    public string Type => type;

    public Tag? Parent => parent;

    /// <summary>Further entries of the element's dictionary, such as its spans.</summary>
    public string Attributes { get; init; } = "";

    public IReadOnlyList<Kid> Kids => kids;

    /// <summary>Adds marked content on a page, or another element when <paramref name="page"/> is 0.</summary>
    public void Add(int page, int number) => kids.Add(new Kid(page, number));

    internal readonly record struct Kid(int Page, int Number);
}
