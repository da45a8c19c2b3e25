using System.Text.Json;
using System.Text.Json.Serialization;
using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>
/// An import on the bench: the reading as it came out of the file, and every step taken since. What stands now is the
/// reading with the steps replayed, so undoing is leaving out the last one.
/// </summary>
public sealed class ImportWork
{
    /// <summary>Older steps become part of the reading.</summary>
    public const int MostSteps = 200;

    /// <summary>The reading as JSON: replaying never touches it.</summary>
    public JsonElement Read { get; set; }

    /// <summary>What stands after all steps, so that only undoing has to replay; none before the first step.</summary>
    public JsonElement? Current { get; set; }

    /// <summary>The file's tables and texts; none when they are larger than a draft may be.</summary>
    public JsonElement? Source { get; set; }

    /// <summary>The columns a person chose by hand.</summary>
    public ChosenColumns? Chosen { get; set; }

    /// <summary>No table was understood yet: the columns have to be chosen first.</summary>
    public bool IsUnread { get; set; }

    public List<RepairStep> Steps { get; init; } = [];

    /// <summary>Steps taken back, the last one last.</summary>
    public List<RepairStep> Undone { get; init; } = [];

    [JsonIgnore]
    public string? UndoLabel => Steps.LastOrDefault()?.Label;

    [JsonIgnore]
    public string? RedoLabel => Undone.LastOrDefault()?.Label;

    public static ImportWork Begin(ImportContent content, Document? source) => new()
    {
        Read = content.ToElement(),
        Source = source is null ? null : SourceJson.Write(source),
    };

    public static ImportWork From(string json) => JsonSerializer.Deserialize<ImportWork>(json, ImportContent.Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, ImportContent.Json);

    public Document? Document() => Source is { } source ? SourceJson.Read(source) : null;

    /// <summary>What stands now.</summary>
    public ImportContent Now() => ImportContent.From(Current ?? Read);

    /// <summary>Takes a step.</summary>
    public void Keep(RepairStep step)
    {
        Current = Replay(Current ?? Read, [step]).ToElement();
        Steps.Add(step);
        Undone.Clear();
        if (Steps.Count > MostSteps)
        {
            Read = Replay(Read, Steps.Take(1)).ToElement();
            Steps.RemoveAt(0);
        }
    }

    /// <summary>Begins anew with another reading of the same file.</summary>
    public void ReadAnew(ImportContent content, ChosenColumns chosen)
    {
        Read = content.ToElement();
        Current = null;
        Chosen = chosen;
        IsUnread = false;
        Steps.Clear();
        Undone.Clear();
    }

    /// <summary>Takes back the last step; null when there is none.</summary>
    public RepairStep? Undo() => Shift(Steps, Undone);

    /// <summary>Takes the last undone step again; null when there is none.</summary>
    public RepairStep? Redo() => Shift(Undone, Steps);

    private RepairStep? Shift(List<RepairStep> from, List<RepairStep> to)
    {
        if (from.LastOrDefault() is not { } step)
        {
            return null;
        }
        from.RemoveAt(from.Count - 1);
        to.Add(step);
        Current = Steps.Count == 0 ? null : Replay(Read, Steps).ToElement();
        return step;
    }

    private static ImportContent Replay(JsonElement reading, IEnumerable<RepairStep> steps)
    {
        var content = ImportContent.From(reading);
        foreach (var edit in steps.SelectMany(step => step.Edits))
        {
            edit.Apply(content);
        }
        return content;
    }
}

/// <summary>修正步驟: what a person did at once; the label says it in zh-TW, for the undo button.</summary>
public sealed record RepairStep(string Label, IReadOnlyList<RepairEdit> Edits);
