using QualityPlan.Web.Operations.Generating;

namespace QualityPlan.Web.Operations;

/// <summary>What the program does instead of serving pages: the first argument is the verb.</summary>
public static class Verbs
{
    private static readonly Dictionary<string, Func<VerbCall, Task<int>>> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["read"] = call => ReadVerb.Run(call.Words),
        ["export"] = ExportVerb.Run,
        ["generate"] = GenerateVerb.Run,
        ["verify-audit"] = VerifyAuditVerb.Run,
    };

    /// <summary>Runs the verb and gives its exit code, or null when the arguments name none and the site is to start.</summary>
    public static async Task<int?> TryRun(string[] args)
    {
        var call = VerbCall.From(args);
        return call is not null && All.TryGetValue(call.Verb, out var verb) ? await verb(call) : null;
    }
}

/// <summary>A verb with its words, and the options of the site that stood before it (<c>--contentRoot …</c>).</summary>
public sealed record VerbCall(string Verb, string[] Words, string[] SiteOptions)
{
    internal static VerbCall? From(string[] args)
    {
        var at = 0;
        while (at < args.Length && args[at].StartsWith("--", StringComparison.Ordinal))
        {
            at += args[at].Contains('=') ? 1 : 2;
        }
        return at < args.Length ? new VerbCall(args[at], args[(at + 1)..], args[..at]) : null;
    }
}
