using QualityPlan.Domain.People;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>Statements per page, sign-in aside: few, and as many for little as for much.</summary>
internal static class QueryFigures
{
    private const int Most = 6;

    /// <summary>The check of who is signed in, at every request.</summary>
    private const int SignIn = 1;

    public static async Task MeasureAsync(Libraries libraries, FigureTable table)
    {
        var counts = new List<IReadOnlyList<(string Name, int Count)>>();
        foreach (var library in new[] { libraries.Small, libraries.TenYears, libraries.TenThousand })
        {
            counts.Add(await CountAsync(library));
        }
        for (var page = 0; page < counts[0].Count; page++)
        {
            var each = counts.Select(library => library[page].Count).ToList();
            table.Add(new Figure($"queries: {counts[0][page].Name}", string.Join(" / ", each), $"≤ {Most}, all the same")
            {
                IsOk = each.Max() <= Most && each.Distinct().Count() == 1,
                Runs = "100 rows / 10 years of 150 / 10,000 rows",
            });
        }
    }

    private static async Task<IReadOnlyList<(string Name, int Count)>> CountAsync(Library library)
    {
        var counts = new List<(string, int)>();
        var everyone = await library.Site.SignInAsync(library.UnitId, Enum.GetValues<Role>());
        foreach (var (name, path) in Pages.Of(library))
        {
            counts.Add((name, await CountAsync(library, everyone, path)));
        }
        var head = await library.Site.SignInAsync(library.Submitted.UnitId, Role.UnitHead);
        counts.Add(("單位審核一件", await CountAsync(library, head, $"/reviews/{library.Submitted.FilingId}")));
        return counts;
    }

    private static async Task<int> CountAsync(Library library, Caller caller, string path)
    {
        await caller.GetWellAsync(path);
        var before = library.Site.Statements.Count;
        await caller.GetWellAsync(path);
        return library.Site.Statements.Count - before - SignIn;
    }
}
