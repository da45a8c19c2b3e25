namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// What people said about headings that no synonym fits: words by their core, and the columns of one table by place.
/// <see cref="PlanField.Plan"/> stands for a column that is not read.
/// </summary>
public sealed record HeadingHints(IReadOnlyDictionary<string, PlanField> Words)
{
    public static readonly HeadingHints None = new(new Dictionary<string, PlanField>());

    public ChosenColumns? Chosen { get; init; }

    /// <summary>What a person said goes before what the words usually mean.</summary>
    internal PlanField? Find(string heading) => Words.TryGetValue(HeadingWords.Core(heading), out var field)
        ? field == PlanField.Plan ? null : field
        : HeadingWords.Find(heading);

    internal bool IsIgnored(string heading) => Words.TryGetValue(HeadingWords.Core(heading), out var field) && field == PlanField.Plan;

    internal ChosenColumns? For(TableGrid grid) => Chosen?.Table == grid.Place.Table ? Chosen : null;
}

/// <summary>
/// The columns of one table as a person chose them: table from 1, the header row from 1 among the table's rows or 0
/// when it has none, and the field of each column, null when it is not read.
/// </summary>
public sealed record ChosenColumns(int Table, int HeaderRow, IReadOnlyList<PlanField?> Fields);
