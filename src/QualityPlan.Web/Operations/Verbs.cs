namespace QualityPlan.Web.Operations;

/// <summary>What the program does instead of serving pages: the first argument is the verb.</summary>
public static class Verbs
{
    private static readonly Dictionary<string, Func<string[], Task<int>>> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["read"] = ReadVerb.Run,
    };

    /// <summary>Runs the verb and gives its exit code, or null when the arguments name none and the site is to start.</summary>
    public static async Task<int?> TryRun(string[] args) =>
        args.Length > 0 && All.TryGetValue(args[0], out var verb) ? await verb(args[1..]) : null;
}
