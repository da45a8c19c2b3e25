using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Signing;

/// <summary>Walks the table of the compiled report through the pages: every state, every action, every role.</summary>
public class ReportWorkflowTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    public static TheoryData<CompiledReportState> States => [.. Enum.GetValues<CompiledReportState>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Each_action_works_exactly_where_the_table_has_a_row(CompiledReportState state)
    {
        var refused = await InAsync(state);
        foreach (var role in Enum.GetValues<Role>())
        {
            var visit = await site.SignInAsync(refused.Own.Id, role);
            foreach (var action in Enum.GetValues<CompiledReportAction>())
            {
                var next = CompiledReportWorkflow.Table.Next(state, action, Library.Someone(role));
                var library = next is null ? refused : await InAsync(state);

                var answer = await ActAsync(library, visit, action);

                var told = $"{state} {action} {role}: {answer.Status}";
                (answer.Status == HttpStatusCode.Redirect && !await WasRefusedAsync(visit, answer)).ShouldBe(next is not null, told);
                (await library.ReportAsync()).State.ShouldBe(next ?? state, told);
                (await library.ReportAsync()).Entries.Count.ShouldBe(next is not null && action == CompiledReportAction.Word ? 1 : 0, told);
            }
        }
    }

    /// <summary>Posts as the page would, with the version and content that are there now.</summary>
    private async Task<Answer> ActAsync(Library library, Visit visit, CompiledReportAction action)
    {
        var (compiling, signing) = ($"/compiling/{library.RoundId}", $"/signing/{library.RoundId}");
        var version = (await library.ReportAsync()).Version.Text();
        switch (action)
        {
            case CompiledReportAction.Word:
                var measure = await site.AskAsync(db => db.Measures.Where(one => one.PlanId == library.PlanId).Select(one => one.Id).FirstAsync());
                return await visit.PostAsync($"{compiling}/table", ($"Rows[{measure}].Wording", "彙整"), ($"Rows[{measure}].Stamp", EmptyStamp));
            case CompiledReportAction.SendUp:
                return await visit.PostAsync(
                    $"{compiling}/send-up", ("Form.VersionShown", version), ("Form.IsConfirmed", "true"), ("Form.FilingsShown", await FilingsAsync(library)));
            case CompiledReportAction.Withdraw:
                return await visit.PostAsync($"{compiling}/withdraw", ("VersionShown", version));
            case CompiledReportAction.Sign:
                return await visit.PostAsync($"{signing}/sign", ("VersionShown", version), ("ContentShown", await ContentAsync(library)));
            default:
                return await visit.PostAsync($"{signing}/return", ("VersionShown", version), ("Directive", "請再看"));
        }
    }

    /// <summary>The stamp of no text, as the page of an unworded row bears it.</summary>
    private const string EmptyStamp = "e3b0c44298fc";

    private static async Task<bool> WasRefusedAsync(Visit visit, Answer answer) =>
        (await visit.GetAsync(answer.Location!)).Text.Contains("系統未執行", StringComparison.Ordinal);

    private Task<string> FilingsAsync(Library library) => site.AskAsync(async db =>
        string.Join(',', await db.Filings.Where(one => one.RoundId == library.RoundId).Select(one => one.Id + ":" + one.Version).ToListAsync()));

    private async Task<string> ContentAsync(Library library)
    {
        var deputy = await site.SignInAsync(Role.DeputyConvener, Role.Convener);
        var form = (await deputy.GetAsync($"/signing/{library.RoundId}")).Html.QuerySelector("input[name=ContentShown]");
        return form?.GetAttribute("value") ?? "";
    }

    private async Task<Library> InAsync(CompiledReportState state)
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own, FilingState.Compiled);
        await library.ReportInAsync(state);
        if (state == CompiledReportState.Signed)
        {
            (await library.SignAsync(await site.SignInAsync(Role.Convener))).Status.ShouldBe(HttpStatusCode.Redirect);
        }
        return library;
    }
}
