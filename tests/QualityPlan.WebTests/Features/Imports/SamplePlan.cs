using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using QualityPlan.Documents.Reading;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>A real plan of a public library: what a perfect reading of its files is.</summary>
public sealed partial record SamplePlan(string Title, SampleChapter[] Chapters, SampleRow[] Rows)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Samples", "plans", file);

    public static SamplePlan Load(string name) => JsonSerializer.Deserialize<SamplePlan>(File.ReadAllText(PathOf(name + ".json")), Json)!;

    public static PlanReading Recover(string file)
    {
        var read = DocumentReading.Read(file, File.ReadAllBytes(PathOf(file)));
        return PlanRecovery.Recover(read.Document ?? throw new InvalidOperationException(read.Refusal!.Sentence)).Plan!;
    }

    public static string Fold(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

public sealed record SampleChapter(string Number, string Title, string[] Paragraphs)
{
    public override string ToString() => SamplePlan.Fold($"{Number}|{Title}|{string.Join('|', Paragraphs)}");
}

public sealed record SampleRow(string Area, string SubArea, string Item, string No, string Approach, string Deadline, string[] Units)
{
    [JsonIgnore]
    public string Line => SamplePlan.Fold($"{Area}|{SubArea}|{Item}|{No}|{Approach}|{Deadline}|{string.Join('、', Units)}");
}
