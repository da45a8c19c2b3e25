using System.Data;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Security;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Security;

/// <summary>Every endpoint, reading and writing, asked by everybody who has no line for it, with ids that exist.</summary>
public class RefusalMatrixTests(Site site) : IClassFixture<Site>
{
    /// <summary>What a refusal itself writes: the trail, and who is signed in.</summary>
    private static readonly string[] WrittenByRefusing = [nameof(AuditEntry), nameof(AuditHead), "OpenSession"];

    [Fact]
    public async Task Whoever_has_no_line_is_refused_at_every_endpoint_and_nothing_changes()
    {
        var seed = await PlanSeed.PlantAsync(site, 4);
        var visits = await VisitsAsync();
        var file = PermissionFile.Load();
        var doors = Doors().ToList();
        doors.Count.ShouldBeGreaterThan(100);
        var before = await FingerprintAsync();
        var wrong = new List<string>();
        var cells = 0;
        foreach (var door in doors)
        {
            var lines = file.For(door.Name).ToList();
            foreach (var (role, visit, token) in visits.Where(one => !IsAdmitted(one.Role, lines)))
            {
                cells++;
                var answer = await door.KnockAsync(visit, token, seed.PlanId);
                if (answer.Status != Refusal(role, door) || (role is not null && !answer.Text.Contains("沒有權限")))
                {
                    wrong.Add($"{role?.ToString() ?? "nobody"} {door.Name}: {(int)answer.Status}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        cells.ShouldBeGreaterThan(500);
        (await FingerprintAsync()).ShouldBe(before);
        TestContext.Current.SendDiagnosticMessage($"{cells} cells of {doors.Count} endpoints");
    }

    [Fact]
    public async Task The_fingerprint_sees_a_changed_word()
    {
        var before = await FingerprintAsync();
        await site.AddUnitAsync();
        (await FingerprintAsync()).ShouldNotBe(before);
    }

    /// <summary>One person of each role, and nobody.</summary>
    private async Task<List<(Role? Role, Visit Visit, string Token)>> VisitsAsync()
    {
        var stranger = site.Visit();
        var visits = new List<(Role?, Visit, string)> { (null, stranger, (await stranger.GetAsync("/sign-in")).Token!) };
        foreach (var role in Enum.GetValues<Role>())
        {
            var visit = await site.SignInAsync((await site.AddUnitAsync()).Id, role);
            visits.Add((role, visit, (await visit.GetAsync("/my-account/password")).Token!));
        }
        return visits;
    }

    private static bool IsAdmitted(Role? role, List<Permission> lines) => role is { } one
        ? lines.Exists(line => line.Admits(new Actor(1, "某人", new HashSet<Role> { one }, 1)))
        : lines.Exists(line => line.Who == Audience.Anonymous);

    /// <summary>Who is not signed in is asked to, a form is told so.</summary>
    private static HttpStatusCode Refusal(Role? role, Door door) => (role, door.Verb) switch
    {
        (not null, _) => HttpStatusCode.Forbidden,
        (null, "GET") => HttpStatusCode.Redirect,
        _ => HttpStatusCode.Unauthorized,
    };

    private IEnumerable<Door> Doors()
    {
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        foreach (var endpoint in endpoints)
        {
            foreach (var verb in new[] { "GET", "POST" })
            {
                if (EndpointNames.Of(endpoint, verb) is { } name && EndpointNames.All([endpoint]).Contains(name))
                {
                    yield return new Door(name, verb, PathOf(endpoint.RoutePattern));
                }
            }
        }
    }

    /// <summary>The address with {0} where an id belongs.</summary>
    private static string PathOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => pattern.RequiredValues.GetValueOrDefault(parameter.Name)?.ToString() ?? "{0}",
            _ => "",
        }))));

    /// <summary>A hash over every row of every table but those that a refusal writes.</summary>
    private Task<string> FingerprintAsync() => site.AskAsync(async db =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Where(type => !WrittenByRefusing.Contains(type.ClrType.Name))
            .Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
            await using var rows = await command.ExecuteReaderAsync(CommandBehavior.Default);
            while (await rows.ReadAsync())
            {
                var values = new object[rows.FieldCount];
                rows.GetValues(values);
                hash.AppendData(Encoding.UTF8.GetBytes(table + string.Join('\u001f', values.Select(value =>
                    value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString())) + "\n"));
            }
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    });

    private sealed record Door(string Name, string Verb, string Path)
    {
        public Task<Answer> KnockAsync(Visit visit, string token, int id)
        {
            var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, Path, id);
            return Verb == "GET" ? visit.GetAsync(path) : visit.PostRawAsync(
                path, [("__RequestVerificationToken", token), ("id", $"{id}"), ("version", "1")]);
        }
    }
}
