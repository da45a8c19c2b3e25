using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// What was recovered from the file of a yearly plan, in printed order. Texts have their white space folded.
/// </summary>
public sealed record PlanReading(string Title, IReadOnlyList<ChapterReading> Chapters, IReadOnlyList<RowReading> Rows)
{
    /// <summary>The column headings as printed, from left to right.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The heading of each field that has a column.</summary>
    public IReadOnlyDictionary<PlanField, string> HeadingOf { get; init; } = new Dictionary<PlanField, string>();

    /// <summary>What a person should look at before saving, in row order.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
}

/// <summary>A chapter, e.g. 壹、計畫依據: number 「壹」, title 「計畫依據」.</summary>
public sealed record ChapterReading(string Number, string Title, IReadOnlyList<string> Paragraphs);

/// <summary>One 推動作法 with everything that stands beside it; every text may be empty.</summary>
public sealed record RowReading
{
    public string Area { get; init; } = "";
    public string SubArea { get; init; } = "";
    public string Item { get; init; } = "";

    /// <summary>The number as printed, without the dot behind it.</summary>
    public string No { get; init; } = "";
    public string Approach { get; init; } = "";

    /// <summary>As printed, without blanks and line breaks.</summary>
    public string Deadline { get; init; } = "";
    public IReadOnlyList<string> Units { get; init; } = [];
    public IReadOnlyList<string> SupportingUnits { get; init; } = [];
    public SourcePlace Source { get; init; } = new(0, "", 0);
    public HeadingKeys Heads { get; init; } = new(0, 0, 0);

    /// <summary>The cells of the file that the texts were read from.</summary>
    public IReadOnlyList<SourceCell> Cells { get; init; } = [];

    /// <summary>Names the row while the reading is repaired: its number as read, whatever is moved; 0 before.</summary>
    public int Id { get; init; }
}

/// <summary>Tells headings of the same text apart, lost ones above all: rows with the same key stand under the same heading.</summary>
public sealed record HeadingKeys(int Area, int SubArea, int Item);

/// <summary>Where a row stood in the file: the table (1-based, all tables counted; 0 for the lines of text), its name or sheet, the row as people number it.</summary>
public sealed record SourcePlace(int Table, string Name, int Row);

/// <summary>Where a field was read from: table (0 for the lines of text) and row of the table from 1, column from 0, of the cell's upper left corner.</summary>
public sealed record SourceCell(PlanField Field, int Table, int Row, int Column);

/// <summary>The fields of a row, as remarks name them; <see cref="Plan"/> is the whole plan.</summary>
public enum PlanField { Plan, Area, SubArea, Item, No, Approach, Deadline, Units, SupportingUnits }

/// <summary>A doubt about one field: row is 1-based in <see cref="PlanReading.Rows"/>, 0 for the whole plan.</summary>
public sealed record Remark(int Row, PlanField Field, string Text);

/// <summary>The outcome of recovering a plan: exactly one of the two is set.</summary>
public sealed record RecoveryResult(PlanReading? Plan, Refusal? Refusal)
{
    public static implicit operator RecoveryResult(PlanReading plan) => new(plan, null);

    public static implicit operator RecoveryResult(Refusal refusal) => new(null, refusal);
}
