using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.HouseRules;

public class SizeTests
{
    [Fact]
    public void No_file_is_longer_than_300_lines_and_most_are_short()
    {
        var lengths = SourceFile.Code.Select(file => file.Lines.Count).Order().ToList();
        LongerThan(300, SourceFile.Code.Concat(SourceFile.Views).Concat(SourceFile.Tests)).ShouldBeEmpty();
        lengths[lengths.Count / 2].ShouldBeLessThanOrEqualTo(80, "the median");
        lengths[lengths.Count * 95 / 100].ShouldBeLessThanOrEqualTo(200, "95 of 100");
    }

    [Fact]
    public void Controllers_and_views_are_at_most_150_lines() => LongerThan(150, SourceFile.Views
        .Concat(SourceFile.Code.Where(file => file.Name.EndsWith("Controller.cs", StringComparison.Ordinal)))).ShouldBeEmpty();

    /// <summary>30 is the habit; a projection or a table of cases may run on a little.</summary>
    [Fact]
    public void Methods_are_at_most_30_lines_with_few_exceptions_up_to_45()
    {
        var methods = SourceFile.Code.SelectMany(Methods).ToList();
        methods.Where(method => method.Lines > 45).Select(method => $"{method.Name}: {method.Lines}").ShouldBeEmpty();
        methods.Count(method => method.Lines > 30).ShouldBeLessThanOrEqualTo(methods.Count / 50);
    }

    [Fact]
    public void What_is_too_long_is_found()
    {
        var body = string.Concat(Enumerable.Repeat("        Work();\n", 31));
        var file = new SourceFile("src/X.cs", "class X\n{\n    public void Long(int a)\n    {\n" + body + "    }\n}\n");
        Methods(file).ShouldBe([("src/X.cs public void Long(int a)", 31)]);
        LongerThan(30, [file]).ShouldNotBeEmpty();
        SourceFile.Code.SelectMany(Methods).Count().ShouldBeGreaterThan(300);
    }

    private static IEnumerable<string> LongerThan(int most, IEnumerable<SourceFile> files) =>
        files.Where(file => file.Lines.Count > most).Select(file => $"{file.Path}: {file.Lines.Count}");

    /// <summary>Members of the outermost types, by their indentation, which the formatter keeps; expression bodies are short.</summary>
    private static IEnumerable<(string Name, int Lines)> Methods(SourceFile file)
    {
        var lines = file.Lines;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i] != "    {" || !lines[i - 1].EndsWith(')') || IsType(lines[i - 1]))
            {
                continue;
            }
            var end = i + 1;
            while (end < lines.Count && !lines[end].StartsWith("    }", StringComparison.Ordinal))
            {
                end++;
            }
            yield return ($"{file.Path} {lines[i - 1].Trim()}", end - i - 1);
        }
    }

    private static bool IsType(string declaration) =>
        declaration.Contains(" class ") || declaration.Contains(" record ") || declaration.Contains(" struct ");
}
