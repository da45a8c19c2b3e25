using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Docs;

/// <summary>docs/glossary.md: every code name in it is a type of ours, and its summary bears the Chinese word.</summary>
public partial class GlossaryTests
{
    private static readonly List<(string Chinese, string Code)> Words =
        [.. File.ReadLines(Repository.PathOf("docs", "glossary.md"))
            .TakeWhile(line => !line.StartsWith("## 保留"))
            .Select(line => WordRow().Match(line))
            .Where(match => match.Success)
            .Select(match => (match.Groups["chinese"].Value, match.Groups["code"].Value))];

    [Fact]
    public void Every_word_of_the_glossary_is_a_type_whose_summary_bears_the_chinese_word()
    {
        var summaries = Summaries();
        Words.Count.ShouldBeGreaterThan(25);
        summaries.ShouldContainKey("Plan");

        foreach (var (chinese, code) in Words)
        {
            summaries.ShouldContainKey(code, $"{chinese} names a type that is not there");
            summaries[code].ShouldContain(chinese, customMessage: $"the summary of {code}");
        }
    }

    [Fact]
    public void One_word_stands_for_one_thing()
    {
        Words.Select(word => word.Chinese).ShouldBeUnique();
        Words.Select(word => word.Code).ShouldBeUnique();
    }

    private static Dictionary<string, string> Summaries()
    {
        var summaries = new Dictionary<string, string>();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules") && !file.Contains("Migrations")))
        {
            foreach (Match type in Declaration().Matches(File.ReadAllText(file)))
            {
                summaries[type.Groups["name"].Value] =
                    summaries.GetValueOrDefault(type.Groups["name"].Value) + type.Groups["summary"].Value;
            }
        }
        return summaries;
    }

    [GeneratedRegex(@"^\| (?<chinese>[^|]+?) \| `(?<code>\w+)` \|")]
    private static partial Regex WordRow();

    [GeneratedRegex(
        @"(?<summary>(^[ \t]*///[^\n]*\n)*)(^[ \t]*\[[^\n]*\n)*^[ \t]*public (?:\w+ )*?(?:record struct|record|class|enum|struct|interface) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
