using QualityPlan.Domain;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>The compiling table: the units' own words beside the compiled wording.</summary>
public sealed record TablePage(RoundHead Head, TableFilter Filter)
{
    public required Verdict MayWord { get; init; }

    public required Verdict MaySendUp { get; init; }

    public required LightCounts Lights { get; init; }

    public required IReadOnlyList<OutlineStep> Areas { get; init; }

    /// <summary>The rows of this page.</summary>
    public required IReadOnlyList<WordingRow> Rows { get; init; }

    /// <summary>How many rows the filter admits, and how many there are.</summary>
    public int Total { get; init; }

    public int All { get; init; }

    public int Worded { get; init; }

    public required WordingBox Summary { get; init; }

    /// <summary>What stands in the summary now, when it changed while it was being typed over.</summary>
    public string? TheirSummary { get; init; }

    /// <summary>Units that owe something and have not filed it.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Puts back what was typed; where somebody else was faster his text stands beside it.</summary>
    public TablePage With(WordingForm typed, WordingSaved saved) => this with
    {
        Rows = Rows.Select(row => typed.Rows.TryGetValue(row.Id, out var box) ? row.With(box, saved) : row).ToList(),
        Summary = typed.Summary is null ? Summary : new WordingBox
        {
            Wording = typed.Summary.Wording,
            Stamp = saved.TheirSummary is null ? typed.Summary.Stamp : Summary.Stamp,
        },
        TheirSummary = saved.TheirSummary,
    };
}

/// <summary>One measure of the compiling table.</summary>
public sealed record WordingRow(QuarterBookRow Told, WordingBox Box)
{
    /// <summary>More units than this are folded.</summary>
    private const int MostOpenUnits = 3;

    public int Id => Told.Row.MeasureId;

    public string Name => Told.Row.Text.Number.Length > 0 ? Told.Row.Text.Number : $"第{Told.Row.Position}列";

    public bool IsFolded => Told.Units.Count > MostOpenUnits;

    /// <summary>What stands in the system now, when it changed while this was being typed.</summary>
    public string? Theirs { get; init; }

    public WordingRow With(WordingBox typed, WordingSaved saved) => saved.Theirs.TryGetValue(Id, out var theirs)
        ? this with { Box = new WordingBox { Wording = typed.Wording, Stamp = Box.Stamp }, Theirs = theirs }
        : this with { Box = typed };
}
