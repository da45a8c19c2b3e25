using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Setup;

/// <summary>The demonstration library, filled in on several days of the year.</summary>
public class DemonstrationTests
{
    public static TheoryData<string, string> Days => new()
    {
        { "2027-01-01", "first day of the year: no round is open yet" },
        { "2024-02-29", "leap day in the first quarter: nothing to sign yet" },
        { "2026-04-01", "first day after a quarter: its usual dates are still to come" },
        { "2026-07-20", "the second quarter's dates run: signed early" },
        { "2026-11-22", "a day in the middle of the last quarter" },
        { "2026-12-31", "last day of the year" },
    };

    [Theory, MemberData(nameof(Days))]
    public async Task Every_quarter_before_today_is_signed_and_nothing_lies_in_the_future(string day, string why)
    {
        await using var site = new DemonstrationSite(DateOnly.Parse(day), TimeSpan.FromMinutes(10));
        var filled = await site.LookAsync();

        filled.Rounds.Count().ShouldBe(4, why);
        filled.Rounds.ShouldAllBe(round => round.IsLocked == (round.Quarter < site.Quarter));
        filled.Reports.Count.ShouldBe(site.Quarter.Number - 1);
        filled.Reports.ShouldAllBe(report => report.State == CompiledReportState.Signed);
        filled.Filings.Where(filing => filing.Round.Quarter > site.Quarter).ShouldAllBe(filing => filing.State == FilingState.Empty);
        filled.Filings.Where(filing => filing.Round.IsLocked && filing.State != FilingState.Locked).Select(filing => filing.UnitName)
            .ShouldBe(site.Quarter.Number > 2 ? ["政風室"] : []);
        filled.Trail.Concat(filled.Filings.Select(filing => filing.SubmittedAtUtc ?? default))
            .Concat(filled.Reports.SelectMany(report => report.SignOffs).Select(one => one.AtUtc))
            .Max().ShouldBeLessThanOrEqualTo(site.Now);
        await EveryFiledReportSaysEnoughAsync(site, filled);
        TheSignedBytesAreThere(filled);
    }

    [Fact]
    public async Task The_real_table_is_moved_to_this_year_and_the_old_plans_are_closed()
    {
        await using var site = Autumn();
        var filled = await site.LookAsync();

        filled.Plans.Select(plan => (plan.Year.Value, plan.State)).ShouldBe(
            [(100, PlanState.Closed), (103, PlanState.Closed), (115, PlanState.Approved)]);
        filled.Plans.Select(plan => filled.MeasuresOf(plan).Count()).ShouldBe([97, 36, 97]);
        filled.Measures.SelectMany(measure => measure.Undecided).ShouldBeEmpty();
        filled.Plans.ShouldAllBe(plan => plan.Revisions.Count == 1);
        var texts = filled.MeasuresOf(filled.Current).Select(measure => measure.Approach + measure.DeadlineText).ToList();
        texts.ShouldAllBe(text => !Regex.IsMatch(text, "(?<![0-9])(100|99|2011) ?年"));
        texts.Count(text => text.Contains("115年12月")).ShouldBeGreaterThan(30);
        filled.MeasuresOf(filled.Current).Single(measure => measure.DeadlineText.Length == 0).Checkpoints
            .Single().DueOn.ShouldBe(new DateOnly(2026, 12, 31));
        filled.MeasuresOf(filled.Plans[1]).SelectMany(measure => measure.Assignments).Select(one => one.UnitName)
            .ShouldContain("秘書室", "under the name it had then");
    }

    [Fact]
    public async Task The_quarter_under_way_shows_every_state_of_a_filing()
    {
        await using var site = Autumn();
        var filled = await site.LookAsync();

        var states = filled.Filings.Where(filing => filing.Round.Quarter == site.Quarter).Select(filing => filing.State).ToHashSet();
        states.ShouldBe(
            [FilingState.Empty, FilingState.Draft, FilingState.Submitted, FilingState.Returned, FilingState.Approved], ignoreOrder: true);
        filled.Filings.Count(filing => filing.SubmissionCount == 2).ShouldBe(4, "returned and resubmitted in each quarter");
        filled.Filings.ShouldContain(filing => filing.IsSupplement);
        filled.Filings.ShouldContain(filing => filing.IsOnBehalf);
        filled.Filings.SelectMany(filing => filing.Reports).ShouldContain(report => report.Cause.Length > 0);
    }

    [Fact]
    public async Task Every_role_signs_in_with_one_click_and_nobody_has_a_password()
    {
        await using var site = Autumn();
        var filled = await site.LookAsync();

        filled.Accounts.ShouldAllBe(account => account.IsDemonstration && account.PasswordHash == null);
        filled.Accounts.SelectMany(account => account.Roles).Select(one => one.Role).Distinct().Count().ShouldBe(Enum.GetValues<Role>().Length);
        var active = filled.Units.Where(unit => unit.IsActive).ToList();
        active.Count.ShouldBe(18);
        foreach (var unit in active)
        {
            unit.HeadAccountId.ShouldBe(AccountOf(filled, unit.Id, Role.UnitHead).Id);
            AccountOf(filled, unit.Id, Role.Reporter).ShouldNotBeNull();
        }
        var answer = await site.Visit().PostAsync("/sign-in/demonstration", ("accountId", $"{filled.Accounts[0].Id}"));
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        await using var site = Autumn();
        var before = await site.AskAsync(db => db.AuditEntries.CountAsync());
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await QualityPlan.Web.Setup.Demonstration.DemonstrationLibrary.FillIfEmptyAsync(scope.ServiceProvider);
        }
        (await site.AskAsync(db => db.AuditEntries.CountAsync())).ShouldBe(before);
        (await site.AskAsync(db => db.Plans.CountAsync())).ShouldBe(3);
        (await site.AskAsync(db => db.CriteriaLists.CountAsync())).ShouldBe(1);
        var untagged = await site.AskAsync(db => db.Criteria.Where(one => one.Tags.Count == 0 && !db.Criteria.Any(below => below.ParentId == one.Id)).CountAsync());
        untagged.ShouldBe(2, "gaps on purpose");
    }

    [Fact]
    public async Task In_production_there_is_no_demonstration_and_no_one_click()
    {
        await using var site = new DemonstrationSite(new DateOnly(2026, 11, 22), TimeSpan.FromHours(10), "Production");
        (await site.AskAsync(db => db.Units.AnyAsync())).ShouldBeFalse();
        (await site.AskAsync(db => db.Accounts.AnyAsync())).ShouldBeFalse();
        var account = new Account("demo", "示範", [Role.Viewer], null) { IsDemonstration = true };
        await site.ChangeAsync(db => db.Accounts.Add(account));
        var answer = await site.Visit().PostAsync("/sign-in/demonstration", ("accountId", $"{account.Id}"));
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static DemonstrationSite Autumn() => new(new DateOnly(2026, 11, 22), TimeSpan.FromHours(10));

    private static Account AccountOf(Filled filled, int unitId, Role role) =>
        filled.Accounts.First(account => account.UnitId == unitId && account.Roles.Any(held => held.Role == role));

    private static async Task EveryFiledReportSaysEnoughAsync(DemonstrationSite site, Filled filled)
    {
        var today = TaipeiClock.DateAt(site.Now);
        var standings = await site.AskAsync(db => StandingsReader.ReadAsync(db, filled.Current.Id, today, TestContext.Current.CancellationToken));
        foreach (var filing in filled.Filings.Where(filing => filing.State.IsFiled()))
        {
            foreach (var report in filing.Reports)
            {
                var light = standings.OfAssignment(report.AssignmentId, report.MeasureId, filing.Round.Quarter);
                ReportRule.Lacks(report, light).ShouldBeEmpty($"{filing.UnitName} {filing.Round.Quarter}: {report.Narrative}");
                report.Narrative.ShouldNotContain("{");
            }
        }
        var owed = filled.Filings.Where(filing => filing.State.IsFiled()).SelectMany(filing => filled.MeasuresOf(filled.Current)
            .SelectMany(measure => measure.Assignments.Where(one => one.UnitId == filing.UnitId))
            .Where(one => standings.Owes(one.Id, one.MeasureId, filing.Round.Quarter))
            .Where(one => filing.Reports.All(report => report.AssignmentId != one.Id)));
        owed.ShouldBeEmpty("who files, files every row that is due");
    }

    private static void TheSignedBytesAreThere(Filled filled)
    {
        foreach (var report in filled.Reports)
        {
            report.Files.Select(file => file.Format).ShouldBe(["json", "xlsx", "ods", "docx", "odt", "pdf"], ignoreOrder: true);
            report.Files.ShouldAllBe(file => file.Sha256 == Convert.ToHexStringLower(SHA256.HashData(file.Bytes)));
            report.SignOffs.Count.ShouldBe(3);
        }
    }
}
