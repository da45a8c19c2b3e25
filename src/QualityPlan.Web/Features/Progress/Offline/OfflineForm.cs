using QualityPlan.Domain;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress.Offline;

/// <summary>What the comparing page posts: the boxes that differ, with what was chosen for each.</summary>
public sealed class OfflineForm
{
    /// <summary>By row: its stamp when it was compared.</summary>
    public Dictionary<int, string> Stamps { get; set; } = [];

    public Dictionary<string, OfflineChoice> Cells { get; set; } = [];
}

/// <summary>One box and the choice.</summary>
public sealed class OfflineChoice
{
    public string Before { get; set; } = "";

    public string File { get; set; } = "";

    /// <summary>Null where nothing was chosen.</summary>
    public bool? TakesFile { get; set; }
}

/// <summary>離線填報 of one unit in one round, with the comparison once a file was taken in.</summary>
public sealed record OfflinePage(FilingSheet Sheet, Verdict MayWrite)
{
    public Comparison? Comparison { get; init; }

    /// <summary>What was chosen already, when the page is shown again.</summary>
    public OfflineForm Chosen { get; init; } = new();

    public UnitFiling Filing => Sheet.Filing;

    public string Address => $"/Progress/{Filing.RoundId}/{Filing.UnitId}";

    /// <summary>What is marked: what was chosen before, else the file for a change and nothing for a conflict.</summary>
    public bool? TakesFile(ComparedCell cell) => Chosen.Cells.TryGetValue(cell.Key, out var choice)
        ? choice.TakesFile
        : cell.Outcome == CellOutcome.Changed ? true : null;
}
