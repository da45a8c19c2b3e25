using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.HouseRules;

/// <summary>The walls of design/house.md. Each test proves first that its net catches a fish.</summary>
public partial class WallTests
{
    private static readonly Regex EngineName = EngineNames();

    [Fact]
    public void A_known_arrow_is_seen_and_a_missing_one_is_not()
    {
        var file = new SourceFile("src/QualityPlan.Web/Features/Units/X.cs",
            "using QualityPlan.Web.Data;\nnamespace QualityPlan.Web.Features.Units;\n// QualityPlan.Web.Files\nclass X { QualityPlan.Web.Features.Plans.Y y; }");
        Arrows.From(file).ShouldBe(["Data", "Features/Plans"], ignoreOrder: true);
        var rooms = SourceFile.Code.Select(Arrows.RoomOf).ToHashSet();
        foreach (var room in new[] { "Data", "Data/Providers", "Security", "Files", "TagHelpers", "Features/Units", "Features/Shared", "Setup" })
        {
            rooms.ShouldContain(room);
        }
        SourceFile.Code.SelectMany(Arrows.From).ShouldContain("Data");
    }

    [Fact]
    public void Data_knows_no_feature() => Forbidden(
        room => room is "Data" or "Data/Providers", to => to.StartsWith("Features", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Data_knows_no_documents() => SourceFile.Code
        .Where(file => Arrows.RoomOf(file).StartsWith("Data", StringComparison.Ordinal) && file.Text.Contains("QualityPlan.Documents"))
        .Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Providers_are_known_to_setup_only() => Forbidden(
        room => room is not ("Setup" or "Data/Providers"), to => to == "Data/Providers").ShouldBeEmpty();

    [Fact]
    public void Engines_are_named_in_providers_and_setup_only()
    {
        Named(room => room is "Data/Providers").ShouldNotBeEmpty();
        Named(room => room is not ("Data/Providers" or "Setup")).ShouldBeEmpty();

        static IEnumerable<string> Named(Func<string, bool> room) => SourceFile.Code
            .Where(file => room(Arrows.RoomOf(file)) && file.Lines.Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && EngineName.IsMatch(line)))
            .Select(file => file.Path);
    }

    [Fact]
    public void Security_files_and_tag_helpers_know_neither_data_nor_features() => Forbidden(
        room => room is "Security" or "Files" or "TagHelpers",
        to => to.StartsWith("Data", StringComparison.Ordinal) || to.StartsWith("Features", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_feature_knows_another() => Forbidden(
        room => room.StartsWith("Features/", StringComparison.Ordinal),
        to => to.StartsWith("Features/", StringComparison.Ordinal) && to != "Features/Shared").ShouldBeEmpty();

    [Fact]
    public void Controllers_know_no_database()
    {
        var controllers = SourceFile.Code.Where(file => file.Name.EndsWith("Controller.cs", StringComparison.Ordinal)).ToList();
        controllers.Count.ShouldBeGreaterThan(5);
        controllers.Where(file => file.Text.Contains("QualityPlanDb") || file.Text.Contains("EntityFrameworkCore"))
            .Select(file => file.Path).ShouldBeEmpty();
        SourceFile.Code.ShouldContain(file => file.Name.EndsWith("Queries.cs", StringComparison.Ordinal) && file.Text.Contains("QualityPlanDb"));
    }

    [Theory]
    [InlineData("QualityPlan.Domain", new string[0])]
    [InlineData("QualityPlan.Documents", new[] { "ClosedXML", "DocumentFormat.OpenXml", "System.Drawing.Common", "System.IO.Packaging", "AngleSharp" })]
    public void A_project_refers_to_what_its_wall_allows(string project, string[] packages)
    {
        var text = File.ReadAllText(Path.Combine(SourceFile.Root, "src", project, project + ".csproj"));
        References().Matches(text).Select(match => match.Groups[1].Value).Except(packages).ShouldBeEmpty();
        References().Matches("<PackageReference Include=\"Some\" />").ShouldNotBeEmpty();
        Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("QualityPlan.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Forbidden(Func<string, bool> inside, Func<string, bool> target)
    {
        SourceFile.Code.Select(Arrows.RoomOf).ShouldContain(room => inside(room), "the room is empty");
        return from file in SourceFile.Code.Concat(SourceFile.Views)
               where inside(Arrows.RoomOf(file))
               from arrow in Arrows.From(file)
               where target(arrow)
               select $"{file.Path} -> {arrow}";
    }

    [GeneratedRegex("<(?:Package|Project|Framework)Reference Include=\"([^\"]+)\"")]
    private static partial Regex References();

    [GeneratedRegex("(?i)sqlite|sqlserver|npgsql|postgres")]
    private static partial Regex EngineNames();
}
