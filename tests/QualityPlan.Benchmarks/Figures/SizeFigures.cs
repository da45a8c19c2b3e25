using AngleSharp.Html.Parser;
using QualityPlan.Domain.People;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>Bytes over the wire, compressed as the site sends them to a browser.</summary>
internal static class SizeFigures
{
    private const double Kilo = 1024;

    public static async Task MeasureAsync(Libraries libraries, FigureTable table)
    {
        var real = libraries.Real;
        var reporter = await real.Site.SignInAsync(real.UnitId, Role.Reporter);
        var everyone = await real.Site.SignInAsync(real.UnitId, Enum.GetValues<Role>());
        var plan = await reporter.GetAsync(real.Plan, isCompressed: true);
        table.Add("html of the plan page, 97 rows, compressed", plan.Body.Length / Kilo, 40, "KB", "1");

        using var published = await PublishedSite.StartAsync(await libraries.PublishedAsync(), real.File);
        var first = await FirstVisitAsync(reporter, published.Client);
        table.Add($"first visit (home page, style, scripts: {first.Files} files)", first.Bytes / Kilo, 300, "KB", "1");
        var sizes = new List<(string Page, double Size)>();
        foreach (var (name, path) in Pages.Of(real))
        {
            sizes.Add((name, (await everyone.GetAsync(path, isCompressed: true)).Body.Length / Kilo));
        }
        var largest = sizes.MaxBy(one => one.Size);
        table.Add($"later pages, the largest of {sizes.Count} ({largest.Page})", largest.Size, 60, "KB", $"{sizes.Count}");
    }

    /// <summary>The page and everything it names, as on a machine that has nothing yet.</summary>
    private static async Task<(long Bytes, int Files)> FirstVisitAsync(Caller caller, HttpClient published)
    {
        var page = await caller.GetAsync("/", isCompressed: true);
        var html = new HtmlParser().ParseDocument((await caller.GetAsync("/")).Text);
        var waiting = new Queue<string>(html.QuerySelectorAll("link[href], script[src], img[src]")
            .Where(one => one.GetAttribute("rel") is null or "stylesheet" or "icon" or "modulepreload")
            .Select(one => one.GetAttribute("href") ?? one.GetAttribute("src")!));
        var seen = new HashSet<string>();
        long bytes = page.Body.Length;
        while (waiting.TryDequeue(out var path))
        {
            if (!path.StartsWith('/') || !seen.Add(path))
            {
                continue;
            }
            bytes += await SizeAsync(published, path);
            if (path.Contains(".js", StringComparison.Ordinal))
            {
                foreach (var imported in ScriptImports.In((await caller.GetAsync(path)).Text, path))
                {
                    waiting.Enqueue(imported);
                }
            }
        }
        return (bytes, seen.Count + 1);
    }

    /// <summary>What a browser is sent of a static file.</summary>
    private static async Task<int> SizeAsync(HttpClient published, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br");
        using var answer = await published.SendAsync(request);
        var bytes = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        return bytes.Length > 0 ? bytes.Length : throw new InvalidOperationException($"{path} is empty.");
    }
}

/// <summary>The modules a script imports.</summary>
internal static partial class ScriptImports
{
    public static IEnumerable<string> In(string script, string path) => Import().Matches(script)
        .Select(found => new Uri(new Uri("https://localhost" + path), found.Groups["path"].Value).AbsolutePath);

    [System.Text.RegularExpressions.GeneratedRegex("""(?:from|import)\s*\(?["'](?<path>[./][^"']+)["']""")]
    private static partial System.Text.RegularExpressions.Regex Import();
}
