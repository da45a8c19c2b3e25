using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Data;

/// <summary>Two who wait for each other: the database ends one of them, and he tries again.</summary>
public class DeadlockTests
{
    private const int MostMeetings = 5;

    public static TheoryData<string> Engines => [.. SiteDatabase.Engines.Where(engine => engine == "Postgres")];

    /// <summary>The import holds the unit's row, whose alias it learnt, and wants the head of the trail; the rename the other way round.</summary>
    [Theory, MemberData(nameof(Engines))]
    public async Task A_rename_that_was_ended_for_an_imports_sake_is_done_all_the_same(string engine)
    {
        using var site = new EngineSite(engine);
        var unit = await site.AddUnitAsync();
        var office = await site.SignInAsync(Role.PlanOffice);
        var wasEnded = false;
        for (var meeting = 1; !wasEnded; meeting++)
        {
            meeting.ShouldBeLessThanOrEqualTo(MostMeetings, "the import was ended each time");
            var name = $"改名{meeting}組";
            Answer? answer;
            (answer, wasEnded) = await MeetAsync(site, unit.Id, async () => await office.SubmitAsync(
                await office.GetAsync($"/units/{unit.Id}"), "[data-testid=unit-form]", ("Form.Name", name)));

            answer.Location.ShouldBe("/units", answer.Text);
            (await site.AskAsync(db => db.Units.SingleAsync(one => one.Id == unit.Id))).Name.ShouldBe(name);
            (await site.AskAsync(db => db.AuditEntries.CountAsync(one => one.Action == "change-unit"))).ShouldBe(meeting);
        }
        site.Queries.Failed.ShouldBeGreaterThan(0);
    }

    /// <summary>The database ends whoever finds that he has waited for a second in vain: usually the rename, which waits first.</summary>
    private static async Task<(Answer Answer, bool WasEnded)> MeetAsync(Site site, int unitId, Func<Task<Answer>> rename)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QualityPlanDb>();
        Task<Answer> renaming;
        var wasEnded = true;
        await using (var import = await db.Database.BeginTransactionAsync())
        {
            await db.Units.Where(one => one.Id == unitId).ExecuteUpdateAsync(row => row.SetProperty(one => one.Position, one => one.Position));
            renaming = rename();
            while (await WaitingAsync(site) == 0)
            {
                renaming.IsCompleted.ShouldBeFalse("the rename waits for the unit's row");
                await Task.Delay(10);
            }
            try
            {
                await db.AuditHeads.ExecuteUpdateAsync(row => row.SetProperty(head => head.Sequence, head => head.Sequence));
            }
            catch (Exception problem) when (problem.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected })
            {
                wasEnded = false;
            }
        }
        return (await renaming, wasEnded);
    }

    private static Task<int> WaitingAsync(Site site) => site.AskAsync(db => db.Database.SqlQueryRaw<int>(
        "SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync());

    private sealed class EngineSite(string engine) : Site(engine);
}
