using System.Net;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Signing;

/// <summary>The whole way of a report on every engine that is given, with several who sign at once.</summary>
public class SigningOnEachEngineTests
{
    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_report_goes_its_way_and_one_of_many_signatures_counts(string engine)
    {
        using var site = new EngineSite(engine);
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own);
        var office = await library.OfficeAsync();
        await office.SubmitAsync(await office.GetAsync($"/compiling/{library.RoundId}"), "[data-testid=compile-all-form]");
        await office.SubmitAsync(await office.GetAsync($"/compiling/{library.RoundId}/table"), "[data-testid=wording-form]", ("Summary.Wording", "概況"));
        (await office.GetAsync("/rounds")).Status.ShouldBe(HttpStatusCode.OK);
        await library.SendUpAsync(office);
        (await library.SignAsync(await site.SignInAsync(Role.DeputyConvener))).Status.ShouldBe(HttpStatusCode.Redirect);
        var (one, other) = (await site.SignInAsync(Role.Convener), await site.SignInAsync(Role.Convener));
        var (page, otherPage) = (await one.GetAsync($"/signing/{library.RoundId}"), await other.GetAsync($"/signing/{library.RoundId}"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => at % 2 == 0
            ? one.SubmitAsync(page, "[data-testid=sign-form]")
            : other.SubmitAsync(otherPage, "[data-testid=sign-form]")));

        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(5);
        var report = await library.ReportAsync();
        (report.State, report.SignOffs.Count, report.Files.Count).ShouldBe((CompiledReportState.Signed, 3, 6));
        (await one.GetAsync($"/signing/{library.RoundId}")).Find("signed-files").ShouldNotBeNull();
    }

    private sealed class EngineSite(string engine) : QuarterSite(engine);
}
