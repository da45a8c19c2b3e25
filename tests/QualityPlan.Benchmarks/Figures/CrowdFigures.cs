using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>The quarter-end afternoon on SQLite: 200 people fill in at once, each saved every five seconds.</summary>
internal static class CrowdFigures
{
    private const int People = 200;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(40);

    public static async Task MeasureAsync(Libraries libraries, FigureTable table)
    {
        var library = libraries.TenYears;
        var rows = await SitDownAsync(library);
        var times = new ConcurrentBag<double>();
        var last = new ConcurrentDictionary<AutosavedRow, string>();
        var errors = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(rows.Select((row, at) => Task.Run(async () =>
        {
            await Task.Delay(Every * at / rows.Count);
            for (var turn = 1; watch.Elapsed < Lasting; turn++)
            {
                var began = watch.Elapsed;
                var words = $"第 {at + 1} 人第 {turn} 次儲存，本季服務辦理情形良好。";
                try
                {
                    await row.SaveAsync(words);
                    last[row] = words;
                    times.Add((watch.Elapsed - began).TotalMilliseconds);
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref errors);
                }
                var rest = began + Every - watch.Elapsed;
                await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
            }
        })));
        var sorted = times.Order().ToList();
        var kept = await library.Site.AskAsync(db => db.Filings.Where(one => one.RoundId == library.RoundId)
            .SelectMany(one => one.Reports).Select(one => one.Narrative).ToListAsync());
        var lost = last.Values.Except(kept).Count();
        var runs = $"{rows.Count} people, {sorted.Count} saves in {Lasting.TotalSeconds} s";
        table.Add("quarter-end on SQLite: errors", errors, 0, "errors", runs);
        table.Add("quarter-end on SQLite: acknowledged words that are not there", lost, 0, "lost", $"{last.Count} rows");
        table.Add("quarter-end on SQLite: answer, 99th percentile (wall)", sorted[(int)(sorted.Count * 0.99)], 500, "ms", runs);
    }

    /// <summary>As many rows as people, each with a session of its own; filings that are under way in any unit.</summary>
    private static async Task<IReadOnlyList<AutosavedRow>> SitDownAsync(Library library)
    {
        var open = await library.Site.AskAsync(db => db.Filings
            .Where(one => one.RoundId == library.RoundId && (one.State == FilingState.Empty || one.State == FilingState.Draft))
            .Select(one => one.UnitId).ToListAsync());
        var rows = new List<AutosavedRow>();
        foreach (var unitId in open)
        {
            var page = $"/progress/{library.RoundId}/{unitId}";
            var count = (await AutosavedRow.AllAsync(await library.Site.SignInAsync(unitId, Role.Reporter), page)).Count;
            for (var at = 0; at < count && rows.Count < People; at++)
            {
                rows.Add((await AutosavedRow.AllAsync(await library.Site.SignInAsync(unitId, Role.Reporter), page))[at]);
            }
        }
        return rows;
    }
}
