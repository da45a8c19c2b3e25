using System.Text.Json;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using Shouldly;

namespace QualityPlan.UnitTests.Reading;

/// <summary>The two real plans as files and what a perfect reading of them is.</summary>
internal static class Samples
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples", "plans");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static Document Read(string name)
    {
        var result = DocumentReading.Read(name, Bytes(name));
        result.Refusal.ShouldBeNull();
        return result.Document!;
    }

    public static IReadOnlyList<string> Approaches(string plan) =>
        [.. Rows(plan).Select(row => row.GetProperty("approach").GetString()!)];

    public static IReadOnlyList<JsonElement> Rows(string plan)
    {
        using var json = JsonDocument.Parse(Bytes(plan + ".json"));
        return [.. json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.Clone())];
    }

    public static string Title(string plan)
    {
        using var json = JsonDocument.Parse(Bytes(plan + ".json"));
        return json.RootElement.GetProperty("title").GetString()!;
    }

    public static string Folded(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
