using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents.Reading;
using QualityPlan.UnitTests.Reading;
using QualityPlan.Web.Features.Imports;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>All hostile files, and files spoilt by chance, through the real upload page.</summary>
public class HostileUploadTests(Site site) : IClassFixture<Site>
{
    private const int OneIn = 20;

    [Fact]
    public async Task A_hostile_file_is_explained_on_the_page_and_leaves_nothing()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        await desk.Visit.GetAsync("/Imports");
        var (rows, files) = (await RowsAsync(), TemporaryFiles());
        var failures = new List<string>();
        foreach (var (what, (name, make, code)) in HostileFiles.All.Concat(HostileTexts.All))
        {
            var bytes = make();
            var answer = await desk.UploadAsync(name, bytes);
            var message = answer.Html.QuerySelector(".errors li")?.TextContent ?? "";
            var sentence = DocumentReading.Read(name, bytes).Refusal!.Sentence;
            if (answer.Status != HttpStatusCode.UnprocessableEntity || !message.StartsWith($"{sentence}（錯誤代碼：{code}，追蹤碼：", StringComparison.Ordinal))
            {
                failures.Add($"{what}: {(int)answer.Status} {message}");
            }
        }

        failures.ShouldBeEmpty();
        (await RowsAsync()).ShouldBe(rows);
        TemporaryFiles().Except(files).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_spoilt_file_leads_to_a_preview_or_to_an_explanation()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var failures = new List<string>();
        for (var seed = 0; seed < Mutations.Count; seed += OneIn)
        {
            var (name, bytes) = Mutations.Make(seed);
            var answer = await desk.UploadAsync(name, bytes);
            if (answer.Status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.Redirect))
            {
                failures.Add($"seed {seed}, {name}: {(int)answer.Status}");
            }
        }

        failures.ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_is_recovered_from_a_spoilt_file_or_refused_in_time()
    {
        var failures = new List<string>();
        for (var seed = 0; seed < Mutations.Count; seed++)
        {
            var (name, bytes) = Mutations.Make(seed);
            RecoveryResult? result = null;
            var time = ProcessorTime.Of(() => result = Recover(name, bytes));
            if (result!.Plan is null == result.Refusal is null || time > ProcessorTime.Longest || result.Refusal?.Code == Refusals.Unreadable.Code)
            {
                failures.Add($"seed {seed}, {name}: {result.Refusal?.Code ?? "read"} in {time.TotalSeconds:0.0} s");
            }
        }

        failures.ShouldBeEmpty();
    }

    private static RecoveryResult Recover(string name, byte[] bytes)
    {
        var read = PlanFile.Read(name, bytes);
        return read.Document is null ? read.Refusal! : PlanFile.Recover(read.Document, HeadingHints.None);
    }

    private Task<(int Drafts, int Plans, int Trail)> RowsAsync() => site.AskAsync(async db =>
        (await db.ImportDrafts.CountAsync(), await db.Plans.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Action == "read-plan-file")));

    private static List<string> TemporaryFiles() => [.. Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*").Order()];
}
