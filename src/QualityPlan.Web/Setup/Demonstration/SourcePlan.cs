using System.Text.Json;
using System.Text.RegularExpressions;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>A plan that a library really issued, as it lies beside the program.</summary>
internal sealed partial record SourcePlan(
    string Agency, int Year, string Title, IReadOnlyList<string> Units, IReadOnlyList<SourceChapter> Chapters)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public IReadOnlyList<SourceRow> Rows { get; init; } = [];

    /// <summary>Short name → official name.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>Units that carry rows but stand in no list of the plan.</summary>
    public IReadOnlyList<string> Unlisted { get; init; } = [];

    /// <summary>False in a published folder: the demonstration's files are not published.</summary>
    public static bool IsThere => File.Exists(PathOf("ncl-100.json"));

    public static SourcePlan Load(string name) => Load<SourcePlan>(name);

    public static T Load<T>(string name)
    {
        using var file = File.OpenRead(PathOf(name));
        return JsonSerializer.Deserialize<T>(file, Json)
            ?? throw new InvalidDataException($"{name} is empty.");
    }

    /// <summary>The same plan as if it had been written for another year: years are replaced, nothing else.</summary>
    public SourcePlan MovedTo(RocYear year)
    {
        string Move(string text) => YearOfText().Replace(text, found => found.ValueSpan switch
        {
            "2011" => $"{year.Gregorian}",
            "99" => $"{year.Previous}",
            _ => $"{year}",
        });
        return this with
        {
            Year = year.Value,
            Title = Move(Title),
            Chapters = [.. Chapters.Select(one => one with { Paragraphs = [.. one.Paragraphs.Select(Move)] })],
            Rows = [.. Rows.Select(row => row with { Approach = Move(row.Approach), Deadline = Move(row.Deadline) })],
        };
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Setup", "Demonstration", name);

    /// <summary>「100年」「99 年度」「2011年」, and the year a letter number begins with.</summary>
    [GeneratedRegex("(?<![0-9])(?:100|99|2011)(?= ?年)|(?<=字第 ?)100(?=[0-9]{7})")]
    private static partial Regex YearOfText();
}

internal sealed record SourceChapter(string Number, string Title, IReadOnlyList<string> Paragraphs);

internal sealed record SourceRow(string Area, string SubArea, string Item, string No, string Approach, string Deadline)
{
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>By which the row's story is found, e.g. 一(一)1.1.</summary>
    public string Key => $"{Area[..1]}{SubArea[..3]}{No}";
}
