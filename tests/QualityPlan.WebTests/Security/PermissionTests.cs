using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.People;
using QualityPlan.Web.Security;
using QualityPlan.Web.Setup;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Security;

public class PermissionTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public void Every_endpoint_has_a_line_and_every_line_an_endpoint()
    {
        PermissionCheck.Differences(Endpoints, PermissionFile.Load()).ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_line_and_a_line_too_many_are_found()
    {
        var kept = PermissionFile.Load().Lines.Where(line => line.Endpoint != "POST SignIn.Leave").Select(line => line.Endpoint);
        var file = PermissionFile.Parse(string.Join('\n', kept.Append("GET Plans.Nothing").Select(name => name + " | everyone | any |")));
        PermissionCheck.Differences(Endpoints, file)
            .ShouldBe(["no endpoint for GET Plans.Nothing", "no line for POST SignIn.Leave"]);
    }

    [Theory]
    [InlineData("GET Plans.Index | everyone | any")]
    [InlineData("Plans.Index | everyone | any |")]
    [InlineData("GET Plans.Index | Everybody | any |")]
    [InlineData("GET Plans.Index | everyone | some |")]
    [InlineData("GET Plans.Index | PlanOffice; Viewer | any |")]
    public void A_line_that_cannot_be_read_stops_the_program(string line) =>
        Should.Throw<FormatException>(() => PermissionFile.Parse(line));

    [Fact]
    public void Several_lines_give_each_role_its_own_reach()
    {
        var file = PermissionFile.Parse("GET A.B | Reporter, UnitHead | own-unit |\nGET A.B | PlanOffice | any | closed rounds too");
        var lines = file.For("GET A.B").ToList();
        lines.Single(line => line.Admits(Actor(Role.Reporter))).Scope.ShouldBe(Scope.OwnUnit);
        lines.Single(line => line.Admits(Actor(Role.PlanOffice))).Scope.ShouldBe(Scope.Any);
        lines.ShouldAllBe(line => !line.Admits(Actor(Role.Viewer)));
    }

    [Fact]
    public void No_line_lets_people_change_anything_without_signing_in_except_to_sign_in()
    {
        PermissionFile.Load().Lines
            .Where(line => line.Who == Audience.Anonymous && !line.Endpoint.StartsWith("GET ", StringComparison.Ordinal))
            .Select(line => line.Endpoint)
            .ShouldBe(["ANY Error.Show", "POST SignIn.Index", "POST SignIn.Demonstration", "POST FirstAdministrator.Index"], ignoreOrder: true);
    }

    [Fact]
    public async Task Each_role_enters_exactly_where_its_line_says()
    {
        var lines = PermissionFile.Load();
        var pages = ReadingEndpointsWithoutParameters().ToList();
        pages.Count.ShouldBeGreaterThan(3);
        foreach (var role in Enum.GetValues<Role>())
        {
            var unit = await site.AddUnitAsync();
            var visit = await site.SignInAsync(unit.Id, role);
            foreach (var (name, path) in pages)
            {
                var admitted = lines.For(name).Any(line => line.Admits(Actor(role)));
                var answer = await visit.GetAsync(path);
                ((int)answer.Status).ShouldBeLessThan(500, $"{role} {name} {path}");
                (answer.Status != HttpStatusCode.Forbidden).ShouldBe(admitted, $"{role} {name} {path}");
            }
        }
    }

    [Fact]
    public async Task A_refusal_is_a_page_in_Chinese_and_stands_in_the_trail()
    {
        var forbidden = ReadingEndpointsWithoutParameters().FirstOrDefault(page =>
            PermissionFile.Load().For(page.Name).All(line => !line.Admits(Actor(Role.Viewer))));
        Assert.SkipWhen(forbidden.Path is null, "Every page is open to viewers so far.");
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = await site.SignInAsync(account.UserName!);

        var answer = await visit.GetAsync(forbidden.Path);

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Text.ShouldContain("沒有權限");
        var noted = await site.AskAsync(db => db.AuditEntries.SingleAsync(entry => entry.AccountId == account.Id && entry.Action == "refused"));
        noted.EntityId.ShouldBe(forbidden.Name);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var visit = await site.SignInAsync(Role.Viewer);
        (await visit.PostRawAsync("/sign-out", [])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private IEnumerable<Microsoft.AspNetCore.Http.Endpoint> Endpoints =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    private static Actor Actor(Role role) => new(1, "某人", new HashSet<Role> { role }, 1);

    private IEnumerable<(string Name, string Path)> ReadingEndpointsWithoutParameters() =>
        from endpoint in Endpoints.OfType<RouteEndpoint>()
        let name = EndpointNames.Of(endpoint, "GET")
        where name is not null && EndpointNames.All([endpoint]).Contains(name)
        let path = PathOf(endpoint)
        where path is not null
        select (name, path);

    private static string? PathOf(RouteEndpoint endpoint)
    {
        var pattern = endpoint.RoutePattern;
        if (pattern.Parameters.All(parameter => parameter.IsOptional || pattern.Defaults.ContainsKey(parameter.Name)
            || pattern.RequiredValues.ContainsKey(parameter.Name)))
        {
            var words = pattern.PathSegments
                .Select(segment => segment.Parts[0])
                .Select(part => part switch
                {
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter =>
                        pattern.RequiredValues.GetValueOrDefault(parameter.Name)?.ToString(),
                    _ => null,
                });
            return "/" + string.Join('/', words.OfType<string>());
        }
        return null;
    }
}
