using System.Text.Json;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.People;

/// <summary>The names in the two real plans against their official units, before any alias is learned.</summary>
public class RealPlanUnitTests
{
    [Theory]
    [InlineData("ncl-100")]
    [InlineData("nlpi-103")]
    public void The_first_suggestion_for_a_short_name_is_the_right_unit(string plan)
    {
        using var json = Open(plan);
        var directory = DirectoryOf(json.RootElement, withAliases: false);
        var aliases = json.RootElement.GetProperty("aliases").EnumerateObject().ToList();

        aliases.ShouldNotBeEmpty();
        foreach (var alias in aliases)
        {
            var match = directory.Resolve(alias.Name);

            match.IsKnown.ShouldBeFalse(alias.Name);
            match.Suggestions[0].Name.ShouldBe(alias.Value.GetString(), alias.Name);
        }
    }

    [Theory]
    [InlineData("ncl-100", "")]
    [InlineData("nlpi-103", "網頁內容管理小組")] // not among its 執行對象
    public void With_aliases_learned_only_the_unlisted_unit_is_unknown(string plan, string unknown)
    {
        using var json = Open(plan);
        var directory = DirectoryOf(json.RootElement, withAliases: true);

        var names = json.RootElement.GetProperty("rows").EnumerateArray()
            .SelectMany(row => row.GetProperty("units").EnumerateArray()).Select(name => name.GetString()!).Distinct();

        string.Join(' ', names.Where(name => !directory.Resolve(name).IsKnown)).ShouldBe(unknown);
    }

    private static UnitDirectory DirectoryOf(JsonElement plan, bool withAliases)
    {
        var aliases = plan.GetProperty("aliases").EnumerateObject().ToLookup(pair => pair.Value.GetString(), pair => pair.Name);
        var units = plan.GetProperty("units").EnumerateArray().Select((name, index) =>
            new UnitName(index + 1, name.GetString()!, withAliases ? [.. aliases[name.GetString()]] : [])).ToList();
        var groups = plan.GetProperty("groups").EnumerateObject().Select((group, index) =>
            new GroupName(index + 1, group.Name, [.. units.Select(unit => unit.Id)])).ToList();
        return new UnitDirectory(units, groups);
    }

    private static JsonDocument Open(string plan) => JsonDocument.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Samples", "plans", plan + ".json")));
}
