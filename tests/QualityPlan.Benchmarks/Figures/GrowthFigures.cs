using QualityPlan.Domain.People;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>What a page costs must not grow with the years kept, and with its rows no faster than they do.</summary>
internal static class GrowthFigures
{
    /// <summary>Room for noise: flat means that ten times the data costs less than half as much again.</summary>
    private const double Flat = 1.5;

    public static async Task MeasureAsync(Libraries libraries, FigureTable table)
    {
        foreach (var (name, path) in new (string, Func<Library, string>)[]
        {
            ("plan page", library => library.Plan), ("fill-in", library => library.FillIn), ("dashboard", _ => "/dashboard"),
            ("to-do list", _ => "/"), ("compiling board", library => $"/compiling/{library.RoundId}"),
        })
        {
            var one = await CostAsync(libraries.OneYear, path, 40);
            var ten = await CostAsync(libraries.TenYears, path, 40);
            table.Add(Ratio($"{name}: 10 years ÷ 1 year of 150 rows, CPU", ten, one, Flat));
        }
        var hundred = await CostAsync(libraries.Small, library => library.Plan, 40);
        var thousand = await CostAsync(libraries.Thousand, library => library.Plan, 10);
        table.Add(Ratio("plan page: 1,000 ÷ 100 rows, CPU", thousand, hundred, 10));
        table.Tell("filling 10 years of 150 rows (verb generate)", $"{FigureTable.Round(libraries.GeneratingSeconds)} s");
    }

    private static async Task<Cost> CostAsync(Library library, Func<Library, string> path, int times)
    {
        var everyone = await library.Site.SignInAsync(library.UnitId, Role.Reporter, Role.PlanOffice);
        return await Cost.OfCpuAsync(times, () => everyone.GetWellAsync(path(library)));
    }

    private static Figure Ratio(string name, Cost much, Cost little, double budget)
    {
        var ratio = much.Least / little.Least;
        return new Figure(
            name,
            $"{FigureTable.Round(ratio)} × ({FigureTable.Round(much.Least)} ÷ {FigureTable.Round(little.Least)} ms)",
            $"≤ {FigureTable.Round(budget)} ×")
        {
            IsOk = ratio <= budget,
            Runs = much.Runs,
        };
    }
}
