namespace QualityPlan.Benchmarks;

/// <summary>One measured thing beside its budget; without a budget it is told for comparison.</summary>
internal sealed record Figure(string Name, string Measured, string Budget)
{
    public bool? IsOk { get; init; }

    /// <summary>How often it was done.</summary>
    public string Runs { get; init; } = "1";

    public string Verdict => IsOk switch { true => "ok", false => "MISSED", null => "" };
}

/// <summary>All figures of a run.</summary>
internal sealed class FigureTable
{
    private readonly List<Figure> _figures = [];

    public IReadOnlyList<Figure> Figures => _figures;

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        Console.Error.WriteLine($"  {figure.Name}: {figure.Measured} ({figure.Budget}) {figure.Verdict}");
    }

    /// <summary>A number that has to stay under a budget.</summary>
    public void Add(string name, double value, double budget, string unit, string runs) => Add(
        new Figure(name, $"{Round(value)} {unit}", $"≤ {Round(budget)} {unit}") { IsOk = value <= budget, Runs = runs });

    /// <summary>CPU time of an act, against a budget in milliseconds.</summary>
    public void Add(string name, Cost cost, double budget) => Add(
        new Figure(name, cost.ToString(), $"≤ {Round(budget)} ms") { IsOk = cost.Least <= budget, Runs = cost.Runs });

    public void Tell(string name, string measured, string runs = "1") => Add(new Figure(name, measured, "") { Runs = runs });

    public void Print(TextWriter output)
    {
        output.WriteLine("figure | measured | budget | ok | N");
        foreach (var figure in _figures)
        {
            output.WriteLine($"{figure.Name} | {figure.Measured} | {figure.Budget} | {figure.Verdict} | {figure.Runs}");
        }
        output.WriteLine($"{_figures.Count(one => one.IsOk == true)} ok, {_figures.Count(one => one.IsOk == false)} missed");
    }

    public static string Round(double value) => value switch
    {
        >= 100 => value.ToString("0"),
        >= 10 => value.ToString("0.#"),
        _ => value.ToString("0.##"),
    };
}
