using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Web.Features.Compiling;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Compiling;

/// <summary>Many boxes of one board left at the same time, on every engine that is given.</summary>
public class ParallelWordingTests
{
    private const int Boxes = 20;

    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory, MemberData(nameof(Engines))]
    public async Task Twenty_boxes_of_a_board_that_nobody_began_are_all_kept_without_an_error(string engine)
    {
        using var site = new EngineSite(engine);
        var library = await site.AddLibraryAsync(measures: Boxes, ofThem: Boxes);
        var rows = await site.AskAsync(db => db.Measures.Where(one => one.PlanId == library.PlanId).Select(one => one.Id).ToListAsync());
        var office = await library.OfficeAsync();
        var token = (await office.GetAsync($"/compiling/{library.RoundId}/table")).Token!;

        var answers = await Task.WhenAll(rows.Select(row => office.PostRawAsync($"/compiling/{library.RoundId}/table/autosave",
        [
            ("__RequestVerificationToken", token), ($"Rows[{row}].Wording", $"第{row}列"), ($"Rows[{row}].Stamp", TextStamp.Of("")),
        ])));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        var saved = (await library.ReportAsync()).Entries.ToDictionary(one => one.MeasureId, one => one.Wording);
        rows.ShouldAllBe(row => saved[row] == $"第{row}列");
        site.Queries.Failed.ShouldBe(0, "every refused statement is an error in the log");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Wording_and_sending_up_at_the_same_time_begin_one_report(string engine)
    {
        using var site = new EngineSite(engine);
        var library = await site.AddLibraryAsync(measures: 2, ofThem: 2);
        var row = await site.AskAsync(db => db.Measures.Where(one => one.PlanId == library.PlanId).Select(one => one.Id).FirstAsync());
        var office = await library.OfficeAsync();
        var (table, sendUp) = (await office.GetAsync($"/compiling/{library.RoundId}/table"), await office.GetAsync($"/compiling/{library.RoundId}/send-up"));

        var answers = await Task.WhenAll(
            office.SubmitAsync(table, "[data-testid=wording-form]", ($"Rows[{row}].Wording", "文字")),
            office.SubmitAsync(sendUp, "[data-testid=send-up-form]", ("Form.IsConfirmed", "true")));

        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1, "the one who is later sees what changed");
        answers.ShouldAllBe(answer => (int)answer.Status < 500);
        site.Queries.Failed.ShouldBe(0);
    }

    private sealed class EngineSite(string engine) : QuarterSite(engine);
}
