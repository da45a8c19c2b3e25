using QualityPlan.Domain.People;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>Something a person has to look at before the plan is made; the key names it in forms.</summary>
public abstract record Doubt(string Key)
{
    /// <summary>Neither mended nor accepted.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>A name in the unit columns that nobody knows, asked once for all its rows.</summary>
public sealed record UnitDoubt(string Key, string Name) : Doubt(Key)
{
    private const string Prefix = "u:";

    /// <summary>Where the rows stand now, counted from 1.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [];

    public IReadOnlyList<int> RowIds { get; init; } = [];

    /// <summary>The nearest names, nearest first.</summary>
    public IReadOnlyList<UnitSuggestion> Suggestions { get; init; } = [];

    public UnitDecision? Decision { get; init; }

    public static string KeyOf(string name) => Prefix + UnitDirectory.Fold(name);

    /// <summary>The folded name in a key, null when the key is of another kind.</summary>
    public static string? FoldedIn(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;
}

/// <summary>A doubtful cell, or with row 0 a doubt about the whole plan; rows count from 1 as they stand now, the key names the row by its id.</summary>
public sealed record CellDoubt(string Key, int Row, PlanField Field) : Doubt(Key)
{
    private const string Prefix = "c:";

    /// <summary>The words of the column.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What stands in the cell now.</summary>
    public string Value { get; init; } = "";

    /// <summary>One zh-TW sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>False when the text cannot be stored as it is.</summary>
    public bool MayAccept { get; init; } = true;

    public bool IsAccepted { get; init; }

    /// <summary>How many rows stand under the heading in doubt; they change together.</summary>
    public int SameRows { get; init; } = 1;

    /// <summary>Has a box of its own: title and year stand above, a remark on the whole plan has no text.</summary>
    public bool HasText => Row > 0;

    /// <summary>The id of the row in question, 0 for the whole plan.</summary>
    public int RowId => PlaceIn(Key)?.RowId ?? 0;

    public static string KeyOf(int rowId, PlanField field) => $"{Prefix}{rowId}:{field}";

    /// <summary>The row's id and the field of a key; null when it names no cell.</summary>
    public static (int RowId, PlanField Field)? PlaceIn(string key)
    {
        var parts = key.Split(':');
        return parts is ["c", var number, var name]
            && int.TryParse(number, out var row) && Enum.TryParse<PlanField>(name, out var field) && Enum.IsDefined(field)
                ? (row, field)
                : null;
    }
}
