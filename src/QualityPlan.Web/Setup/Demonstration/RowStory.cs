using System.Globalization;
using System.Text.RegularExpressions;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>
/// What is told of one row: <c>{120-180}</c> stands for a figure of the quarter, <c>{+120-180}</c> for one added
/// up since January, <c>{unit}</c> for the unit's name.
/// </summary>
internal sealed partial record RowStory(string Row, string Text)
{
    /// <summary>What is to follow, told in some quarters.</summary>
    public string Next { get; init; } = "";

    /// <summary>What the row's evidence shows; empty when it has none.</summary>
    public string Evidence { get; init; } = "";

    public IReadOnlyList<Slip> Slips { get; init; } = [];

    public static IReadOnlyDictionary<string, RowStory> LoadAll() =>
        SourcePlan.Load<List<RowStory>>("stories.json").ToDictionary(story => story.Row);

    /// <summary>How the row is late in that quarter (1 to 4); null when it is not.</summary>
    public Slip? SlipIn(int quarter) => Slips.FirstOrDefault(one => one.From <= quarter && quarter < one.Until);

    /// <summary>Puts figures into a text; the same for the same dice.</summary>
    public static string Fill(string text, string unitName, int quarter, Random dice) =>
        Figure().Replace(text.Replace("{unit}", unitName, StringComparison.Ordinal), found =>
        {
            var from = int.Parse(found.Groups["from"].ValueSpan, CultureInfo.InvariantCulture);
            var to = int.Parse(found.Groups["to"].ValueSpan, CultureInfo.InvariantCulture);
            var figure = dice.Next(from, to + 1) * (found.Groups["sum"].Success ? quarter : 1);
            return figure.ToString(figure >= 1000 ? "N0" : "D", CultureInfo.InvariantCulture);
        });

    [GeneratedRegex(@"\{(?<sum>\+)?(?<from>[0-9]+)-(?<to>[0-9]+)\}")]
    private static partial Regex Figure();
}

/// <summary>A row late from one quarter until before another, with what its unit says of it.</summary>
internal sealed record Slip(int From, int Until, string Text, string Cause, string Countermeasure)
{
    public int Percent { get; init; }
}
