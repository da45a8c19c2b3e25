using System.Text;
using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>A list style of OpenDocument and how far it has counted.</summary>
internal sealed class OdfList
{
    private const int Deepest = 10;
    private readonly OdfListLevel?[] levels = new OdfListLevel?[Deepest];
    private readonly int?[] counters = new int?[Deepest];

    /// <summary>A list without a style prints no numbers.</summary>
    public static OdfList Plain => new();

    public static OdfList Read(PartReader reader)
    {
        var list = new OdfList();
        foreach (var name in reader.Children())
        {
            var level = reader.Integer("text:level", 0) - 1;
            if (level is >= 0 and < Deepest && name is "text:list-level-style-number" or "text:outline-level-style")
            {
                list.levels[level] = OdfListLevel.Read(reader);
            }
        }

        return list;
    }

    public void Restart() => Array.Clear(counters);

    /// <summary>Counts one item of a level from 0 and gives its number as printed; empty for bullets.</summary>
    public string Next(int level, int? start)
    {
        if (level is < 0 or >= Deepest)
        {
            return "";
        }

        counters[level] = start ?? (counters[level] ?? (levels[level]?.Start ?? 1) - 1) + 1;
        Array.Clear(counters, level + 1, Deepest - level - 1);
        return levels[level] is { } here ? Label(here, level) : "";
    }

    private string Label(OdfListLevel here, int level)
    {
        if (here.Pattern is { } pattern)
        {
            var label = new StringBuilder(pattern);
            for (var i = 0; i <= level; i++)
            {
                label.Replace($"%{i + 1}%", Number(i));
            }

            return label.ToString().Trim();
        }

        var first = Math.Max(0, level + 1 - here.ShownLevels);
        var numbers = Enumerable.Range(first, level + 1 - first).Select(Number).Where(number => number.Length > 0);
        return (here.Prefix + string.Join('.', numbers) + here.Suffix).Trim();
    }

    private string Number(int level) =>
        OdfListLevel.Print(counters[level] ?? levels[level]?.Start ?? 1, levels[level]?.Format ?? "");
}

/// <summary>One level of a list style: first number, number format, and what stands before and behind it.</summary>
internal sealed record OdfListLevel(string Format, string Prefix, string Suffix, string? Pattern)
{
    public int Start { get; private init; } = 1;

    public int ShownLevels { get; private init; } = 1;

    public static OdfListLevel Read(PartReader reader) => new(
        reader["style:num-format"] ?? "",
        ListNumbers.Pattern(reader["style:num-prefix"]),
        ListNumbers.Pattern(reader["style:num-suffix"]),
        (reader["style:num-list-format"] ?? reader["loext:num-list-format"]) is { } pattern ? ListNumbers.Pattern(pattern) : null)
    {
        Start = reader.Integer("text:start-value", 1),
        ShownLevels = reader.Integer("text:display-levels", 1),
    };

    /// <summary>A Chinese format is written as its first numbers, e.g. 「一, 二, 三, ...」.</summary>
    public static string Print(int number, string format) => format.Split(',')[0].Trim() switch
    {
        "" => "",
        "A" => ListNumbers.Letter(number, 'A'),
        "a" => ListNumbers.Letter(number, 'a'),
        "I" => ListNumbers.Roman(number),
        "i" => ListNumbers.Roman(number).ToLowerInvariant(),
        "一" => ListNumbers.Counting(number),
        "壹" or "壱" or "壹拾" => ListNumbers.FormalCounting(number),
        "甲" => ListNumbers.Stem(number),
        "子" => ListNumbers.Branch(number),
        "①" => ListNumbers.Circled(number),
        "⑴" => ListNumbers.InParens(number),
        "㊀" => ListNumbers.CircledCounting(number),
        "１" => ListNumbers.FullWidth(number),
        "01" => number.ToString("00"),
        _ => ListNumbers.Decimal(number),
    };
}
