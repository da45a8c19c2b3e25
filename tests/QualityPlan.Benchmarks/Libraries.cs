using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data.Providers;
using QualityPlan.Web.Operations.Generating;
using QualityPlan.Web.Setup.Demonstration;

namespace QualityPlan.Benchmarks;

/// <summary>The filled databases that are measured: the demonstration's 97 real rows, and generated ones of several sizes.</summary>
internal sealed class Libraries(WorkFolder folder) : IAsyncDisposable
{
    private readonly List<Library> _all = [];
    private string? _published;

    /// <summary>The demonstration: the real plan of 97 rows in its year.</summary>
    public required Library Real { get; init; }

    /// <summary>One year of 100 rows.</summary>
    public required Library Small { get; init; }

    /// <summary>One year of 150 rows.</summary>
    public required Library OneYear { get; init; }

    /// <summary>Ten years of 150 rows.</summary>
    public required Library TenYears { get; init; }

    /// <summary>One year of 1,000 rows.</summary>
    public required Library Thousand { get; init; }

    /// <summary>One year of 10,000 rows.</summary>
    public required Library TenThousand { get; init; }

    /// <summary>Seconds that generating ten years of 150 rows took.</summary>
    public double GeneratingSeconds { get; private set; }

    public static async Task<Libraries> MakeAsync(WorkFolder folder)
    {
        var watch = Stopwatch.StartNew();
        var tenYears = await GenerateAsync(folder, "ten-years", 10, 150);
        var seconds = watch.Elapsed.TotalSeconds;
        var made = new Libraries(folder)
        {
            Real = await FillDemonstrationAsync(folder),
            Small = await GenerateAsync(folder, "small", 1, 100),
            OneYear = await GenerateAsync(folder, "one-year", 1, 150),
            TenYears = tenYears,
            Thousand = await GenerateAsync(folder, "thousand", 1, 1000),
            TenThousand = await GenerateAsync(folder, "ten-thousand", 1, 10_000),
            GeneratingSeconds = seconds,
        };
        made._all.AddRange([made.Real, made.Small, made.OneYear, made.TenYears, made.Thousand, made.TenThousand]);
        return made;
    }

    /// <summary>The folder of the published site, published when first asked for.</summary>
    public async Task<string> PublishedAsync()
    {
        if (_published is null)
        {
            Console.Error.WriteLine("… publishing");
            _published = folder.PathOf("published");
            await PublishedSite.PublishAsync(_published);
        }
        return _published;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var library in _all)
        {
            await library.Site.DisposeAsync();
        }
    }

    private static async Task<Library> GenerateAsync(WorkFolder folder, string name, int years, int measures)
    {
        Console.Error.WriteLine($"… filling {name}");
        var file = folder.PathOf(name + ".db");
        await using (var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={file}").Options))
        {
            await db.Database.MigrateAsync();
            await new Generator(db, new GeneratedSize(years, measures, 20, 1, BenchClock.Day)).FillAsync();
        }
        return await Library.OpenAsync(file);
    }

    private static async Task<Library> FillDemonstrationAsync(WorkFolder folder)
    {
        var file = folder.PathOf("real.db");
        await using (var site = new BenchSite(file))
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await DemonstrationLibrary.FillIfEmptyAsync(scope.ServiceProvider);
        }
        return await Library.OpenAsync(file);
    }
}

/// <summary>A filled database with the site on it, and the numbers by which its pages are found.</summary>
internal sealed record Library(string File, BenchSite Site, int PlanId, int RoundId)
{
    /// <summary>The unit whose number of rows is nearest to 30.</summary>
    public int UnitId { get; private init; }

    public int UnitRows { get; private init; }

    /// <summary>A filing of the current round that waits for its head.</summary>
    public (int FilingId, int UnitId) Submitted { get; private init; }

    public int MeasureId { get; private init; }

    public string FillIn => $"/progress/{RoundId}/{UnitId}";

    public string Plan => $"/plans/{PlanId}";

    public static async Task<Library> OpenAsync(string file)
    {
        var site = new BenchSite(file);
        var now = Quarter.Of(BenchClock.Day);
        return await site.AskAsync(async db =>
        {
            var plan = await db.Plans.Where(one => one.State == PlanState.Approved).OrderByDescending(one => one.Year).FirstAsync();
            var rounds = await db.Rounds.Where(one => one.PlanId == plan.Id).ToListAsync();
            var rows = await db.Measures.Where(one => one.PlanId == plan.Id).SelectMany(one => one.Assignments)
                .GroupBy(one => one.UnitId).Select(unit => new { unit.Key, Count = unit.Count() }).ToListAsync();
            var unit = rows.MinBy(one => Math.Abs(one.Count - 30))!;
            var current = rounds.Single(one => one.Quarter == now).Id;
            var submitted = await db.Filings.Where(one => one.RoundId == current && one.State == FilingState.Submitted)
                .OrderBy(one => one.Id).Select(one => new { one.Id, one.UnitId }).FirstOrDefaultAsync();
            return new Library(file, site, plan.Id, current)
            {
                UnitId = unit.Key,
                UnitRows = unit.Count,
                Submitted = (submitted?.Id ?? 0, submitted?.UnitId ?? 0),
                MeasureId = await db.Measures.Where(one => one.PlanId == plan.Id).MinAsync(one => one.Id),
            };
        });
    }
}
