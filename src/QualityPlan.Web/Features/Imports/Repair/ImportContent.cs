using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>A reading under repair: the texts as they stand now, and what a person has decided about the doubtful ones.</summary>
public sealed class ImportContent
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    public string Title { get; set; } = "";

    /// <summary>The plan's 民國 year.</summary>
    public int Year { get; set; }

    public string Agency { get; set; } = "";

    public PlanHeadings Headings { get; init; } = PlanHeadings.Usual;

    /// <summary>The fields that have a column in the file; an empty cell is a doubt only where there is a column.</summary>
    public HashSet<PlanField> Columns { get; init; } = [];

    public List<ChapterReading> Chapters { get; init; } = [];

    public List<RowReading> Rows { get; init; } = [];

    /// <summary>What recovery found doubtful; empty cells are looked for anew each time.</summary>
    public List<Remark> Remarks { get; init; } = [];

    /// <summary>Keys of doubts that the file does not answer: title, year.</summary>
    public HashSet<string> Guesses { get; init; } = [];

    /// <summary>Keys of doubts that a person accepted as they are.</summary>
    public HashSet<string> Accepted { get; init; } = [];

    /// <summary>Keys of doubts whose text a person changed: recovery's remarks on them are dealt with.</summary>
    public HashSet<string> Mended { get; init; } = [];

    /// <summary>What an unknown unit name means, by its folded form.</summary>
    public Dictionary<string, UnitDecision> Units { get; init; } = [];

    /// <summary>The highest number given to a row; numbers are never given twice.</summary>
    public int LastId { get; set; }

    /// <summary>The highest key given to a heading made by hand, counted far above those of the file.</summary>
    public int LastHeading { get; set; } = 1_000_000;

    internal static ImportContent From(JsonElement read) => read.Deserialize<ImportContent>(Json)!;

    internal JsonElement ToElement() => JsonSerializer.SerializeToElement(this, Json);

    /// <summary>Where a row stands now, or -1.</summary>
    public int IndexOf(int rowId) => Rows.FindIndex(row => row.Id == rowId);

    public RowReading? RowAt(int rowId) => Rows.Find(row => row.Id == rowId);

    public int NewId() => ++LastId;

    public int NewHeading() => ++LastHeading;

    /// <summary>A person changed this cell: recovery's remarks on it are dealt with, and what was agreed to is asked again.</summary>
    public void Mend(string key)
    {
        Mended.Add(key);
        Accepted.Remove(key);
    }

    /// <summary>The words of a column, as the plan itself heads it.</summary>
    public string HeadingOf(PlanField field) => field switch
    {
        PlanField.Area or PlanField.SubArea => Headings.Area,
        PlanField.Item => Headings.Item,
        PlanField.No => "編號",
        PlanField.Approach => Headings.Approach,
        PlanField.Deadline => Headings.Deadline,
        PlanField.Units => Headings.Units,
        PlanField.SupportingUnits => Headings.SupportingUnits.Length > 0 ? Headings.SupportingUnits : "協辦單位",
        _ => "計畫",
    };
}

/// <summary>What a person decided about a name that is in no directory.</summary>
public sealed record UnitDecision(UnitChoice Choice, int UnitId = 0, string Name = "");

/// <summary>The ways to decide about an unknown unit name; a fourth, other words, changes the rows at once.</summary>
public enum UnitChoice
{
    /// <summary>Stays unknown; somebody decides in the draft plan.</summary>
    Undecided,

    /// <summary>Another name of a unit there is, to be remembered.</summary>
    Existing,

    /// <summary>The same of a group; the number is the group's.</summary>
    ExistingGroup,

    NewDepartment,

    NewTaskForce,

    /// <summary>A group that stands for every unit, such as 各單位.</summary>
    NewEveryUnit,
}
