using System.Diagnostics;
using System.Runtime;

namespace QualityPlan.Benchmarks;

/// <summary>
/// What one act costs, in milliseconds, as measured in batches: the quietest batch, which other programs on the
/// machine disturbed least, and the median of all.
/// </summary>
internal sealed record Cost(double Least, double Median, string Runs)
{
    private const int Batches = 7;

    private static readonly TimeSpan LeastWarmingUp = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan MostWarmingUp = TimeSpan.FromSeconds(40);

    /// <summary>What the compiler may take in one round while the code counts as compiled at its best.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(5);

    public override string ToString() => $"{FigureTable.Round(Least)} ms (median {FigureTable.Round(Median)})";

    /// <summary>CPU time of the whole process per act.</summary>
    public static Task<Cost> OfCpuAsync(int times, Func<Task> act) =>
        MeasureAsync(times, act);

    /// <summary>CPU time of an act that waits for nothing.</summary>
    public static Task<Cost> OfCpuAsync(int times, Action act) => OfCpuAsync(times, () =>
    {
        act();
        return Task.CompletedTask;
    });

    private static async Task<Cost> MeasureAsync(int times, Func<Task> act)
    {
        await WarmUpAsync(times, act);
        var costs = new List<double>();
        for (var batch = 0; batch < Batches; batch++)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var at = 0; at < times; at++)
            {
                await act();
            }
            costs.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times);
        }
        costs.Sort();
        return new Cost(costs[0], costs[Batches / 2], $"{Batches} × {times}");
    }

    /// <summary>
    /// Until the code is compiled at its best, which takes seconds, and many where other programs work too: the compiler
    /// behind waits while new code comes in, and what it takes would be counted with the acts.
    /// </summary>
    private static async Task WarmUpAsync(int times, Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan compiled;
        do
        {
            compiled = JitInfo.GetCompilationTime();
            for (var at = 0; at < Math.Clamp(times, 3, 60); at++)
            {
                await act();
            }
            await Task.Delay(200);
        }
        while (watch.Elapsed < LeastWarmingUp || (JitInfo.GetCompilationTime() - compiled > Settled && watch.Elapsed < MostWarmingUp));
        GC.Collect();
    }
}
