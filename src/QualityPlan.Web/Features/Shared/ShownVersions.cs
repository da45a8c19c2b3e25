using System.Globalization;

namespace QualityPlan.Web.Features.Shared;

/// <summary>
/// Which version of each thing a page showed, as one hidden text 「12:3,13:5」; by it an act knows what changed since.
/// </summary>
public static class ShownVersions
{
    public static string Write(IEnumerable<(int Id, int Version)> shown) =>
        string.Join(',', shown.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Id}:{one.Version}")));

    /// <summary>What cannot be read is left out: it then counts as changed.</summary>
    public static IReadOnlyDictionary<int, int> Read(string? text)
    {
        var versions = new Dictionary<int, int>();
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(':');
            if (parts.Length == 2
                && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                versions[id] = version;
            }
        }
        return versions;
    }
}
