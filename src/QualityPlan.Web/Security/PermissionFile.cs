using QualityPlan.Domain.People;

namespace QualityPlan.Web.Security;

/// <summary>
/// permissions.txt: endpoint | who | scope | state. What has no line is refused. An endpoint may have several
/// lines; the widest scope among those that admit the actor counts.
/// </summary>
public sealed class PermissionFile
{
    private readonly ILookup<string, Permission> _lines;

    private PermissionFile(IReadOnlyList<Permission> lines)
    {
        Lines = lines;
        _lines = lines.ToLookup(line => line.Endpoint, StringComparer.Ordinal);
    }

    public IReadOnlyList<Permission> Lines { get; }

    public IEnumerable<Permission> For(string endpoint) => _lines[endpoint];

    /// <summary>The embedded file.</summary>
    public static PermissionFile Load()
    {
        using var stream = typeof(PermissionFile).Assembly.GetManifestResourceStream("permissions.txt")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Throws <see cref="FormatException"/> with the line at fault.</summary>
    public static PermissionFile Parse(string text) => new(
        text.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(ParseLine)
            .ToList());

    private static Permission ParseLine(string line)
    {
        var fields = line.Split('|').Select(field => field.Trim()).ToArray();
        var endpoint = string.Join(' ', fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (fields.Length != 4 || endpoint.Count(character => character == ' ') != 1)
        {
            throw new FormatException($"permissions.txt: not 'VERB Endpoint | who | scope | state': {line}");
        }
        var (who, roles) = ParseWho(fields[1], line);
        return new Permission(endpoint, who, roles, ParseScope(fields[2], line), fields[3]);
    }

    private static (Audience, IReadOnlySet<Role>) ParseWho(string text, string line) => text switch
    {
        "anonymous" => (Audience.Anonymous, new HashSet<Role>()),
        "everyone" => (Audience.Everyone, new HashSet<Role>()),
        _ => (Audience.Roles, text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(name => ParseRole(name, line)).ToHashSet()),
    };

    private static Role ParseRole(string name, string line) =>
        Enum.TryParse<Role>(name, out var role) && Enum.IsDefined(role)
            ? role
            : throw new FormatException($"permissions.txt: unknown role '{name}': {line}");

    private static Scope ParseScope(string text, string line) => text switch
    {
        "any" => Scope.Any,
        "own-unit" => Scope.OwnUnit,
        "self" => Scope.Self,
        _ => throw new FormatException($"permissions.txt: unknown scope '{text}': {line}"),
    };
}
