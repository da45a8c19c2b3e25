using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Data;
using QualityPlan.Web.Setup;

namespace QualityPlan.Web.Operations.Generating;

/// <summary>
/// <c>generate --years 10 --measures 150 --units 20 [--seed N] [--last-day 1151122] [--engine NAME] --database FILE|connection</c>:
/// fills an empty database with plans and reports for measuring. Exit code 0, or 2 with one sentence on standard error.
/// </summary>
public static class GenerateVerb
{
    private const string Usage =
        "用法：generate [--years 10] [--measures 150] [--units 20] [--seed 數字] [--last-day 民國日期] [--engine 資料庫種類] --database 檔案或連線字串。";

    public static async Task<int> Run(VerbCall call)
    {
        if (GenerateOrder.From(call.Words) is not { } order)
        {
            return await VerbOutput.RefuseAsync(Usage);
        }
        await using var services = Services(order).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QualityPlanDb>();
        var watch = Stopwatch.StartNew();
        try
        {
            await db.Database.MigrateAsync();
            if (await db.Units.AnyAsync() || await db.Plans.AnyAsync() || await db.Accounts.AnyAsync())
            {
                return await VerbOutput.RefuseAsync("資料庫裡已有資料，請指定空的資料庫。");
            }
            var reports = await new Generator(db, order.Size).FillAsync();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"已產生 {order.Size.Years} 年、每年 {order.Size.Measures} 列、{order.Size.Units} 個單位，執行情形 {reports} 筆，費時 {watch.Elapsed.TotalSeconds:0.0} 秒。"));
            return 0;
        }
        catch (System.Data.Common.DbException)
        {
            return await VerbOutput.RefuseAsync("無法寫入資料庫，請確認連線設定。");
        }
    }

    private static ServiceCollection Services(GenerateOrder order)
    {
        var services = new ServiceCollection();
        services.AddQualityPlanDb(order.Engine, EngineChoice.Connection(order.Database, CallerPath.New), Environment.CurrentDirectory);
        return services;
    }
}

/// <summary>How much is to be generated; <paramref name="LastDay"/> is the day that counts as today.</summary>
public sealed record GeneratedSize(int Years, int Measures, int Units, int Seed, DateOnly LastDay);

/// <summary>What the words of the command ask for.</summary>
internal sealed record GenerateOrder(GeneratedSize Size, string Database)
{
    /// <summary>The day that counts as today unless another is given, so that each run makes the same.</summary>
    public static readonly DateOnly UsualLastDay = new(2026, 11, 22);

    public string Engine { get; init; } = EngineChoice.Usual;

    public static GenerateOrder? From(string[] words)
    {
        var options = words.Chunk(2).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(pair => pair.Key, pair => pair.Last()[1]);
        var lastDay = options.TryGetValue("--last-day", out var text) ? RocDate.Parse(text).Date : UsualLastDay;
        var engine = options.GetValueOrDefault("--engine", EngineChoice.Usual);
        return Number("--years", 10, 200) is { } years
            && Number("--measures", 150, 10_000) is { } measures
            && Number("--units", 20, 1000) is { } units
            && Number("--seed", 1, int.MaxValue) is { } seed
            && lastDay is { } day
            && EngineChoice.Knows(engine)
            && options.TryGetValue("--database", out var database)
                ? new GenerateOrder(new GeneratedSize(years, measures, units, seed, day), database) { Engine = engine }
                : null;

        int? Number(string name, int usual, int most) =>
            !options.TryGetValue(name, out var given) ? usual
            : int.TryParse(given, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number
            : null;
    }
}
