namespace QualityPlan.Documents.Reading;

/// <summary>Where the parts of an Office Open XML package point to.</summary>
internal sealed class Relationships
{
    private readonly List<(string Type, string Target)> all = [];
    private readonly Dictionary<string, (string Type, string Target)> byId = [];

    private Relationships()
    {
    }

    /// <summary>The relationships of one part; of the whole package for an empty name. None when there is no such part.</summary>
    public static Relationships Of(GuardedPackage package, string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var relationships = new Relationships();
        using var reader = package.Part($"{folder}_rels/{part[folder.Length..]}.rels");
        if (reader is null || !reader.Root("rel:Relationships"))
        {
            return relationships;
        }

        foreach (var name in reader.Children())
        {
            if (name == "rel:Relationship" && reader["TargetMode"] != "External")
            {
                var target = Resolve(folder, reader["Target"] ?? "");
                relationships.all.Add((reader["Type"] ?? "", target));
                relationships.byId[reader["Id"] ?? ""] = relationships.all[^1];
            }
        }

        return relationships;
    }

    /// <summary>The part of a kind, told by the end of the type since strict files use other addresses.</summary>
    public string? Kind(string kind) =>
        all.FirstOrDefault(one => one.Type.EndsWith("/" + kind, StringComparison.Ordinal)).Target;

    public string? Id(string? id, string kind) =>
        byId.TryGetValue(id ?? "", out var one) && one.Type.EndsWith("/" + kind, StringComparison.Ordinal) ? one.Target : null;

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("" or "." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
