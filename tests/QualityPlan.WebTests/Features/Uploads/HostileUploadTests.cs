using Microsoft.EntityFrameworkCore;
using QualityPlan.UnitTests.Reading;
using QualityPlan.WebTests.Data;
using QualityPlan.WebTests.Features.Progress.Offline;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Uploads;

/// <summary>
/// All hostile files, and valid ones spoilt by chance, through every door that takes a file. A few here; two thousand for
/// each door, with the time and the memory of each, by <c>bash tests/run.sh hostile</c>.
/// </summary>
public sealed class HostileUploadTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    /// <summary>A taken file is kept; after so many the filing gets a successor, which holds none yet.</summary>
    private const int MostInOneFiling = 100;

    /// <summary>All, or the one that the full run gives a process of its own.</summary>
    public static readonly TheoryData<string> Doors = Environment.GetEnvironmentVariable("QUALITYPLAN_DOOR") is { Length: > 0 } one
        ? [one] : ["import", "offline", "evidence", "criteria", "verify"];

    private static IEnumerable<(string What, string FileName, byte[] Bytes, string Code)> Hostile =>
        HostileFiles.All.Concat(HostileTexts.All).Select(pair => (pair.Key, pair.Value.FileName, pair.Value.Make(), pair.Value.Code));

    [Theory, MemberData(nameof(Doors))]
    public async Task A_hostile_file_is_explained_and_leaves_nothing(string name)
    {
        var (door, _) = await DoorAsync(name);
        var tally = new UploadTally(door);
        await tally.UploadAsync("a first one, which signs in", "a.exe", [1]);
        var before = await ImprintAsync();
        var (temporary, stored) = (TemporaryUploads.Now(), site.StoredFiles);
        foreach (var (what, fileName, bytes, code) in Hostile)
        {
            var answer = await tally.UploadAsync(what, fileName, bytes);
            var expected = HostileAnswers.Of(name, (what, code));
            if (!UploadDoor.Complaint(answer).Contains(expected) || (expected.Length == 0) != (answer.Status == door.Accepts))
            {
                tally.Failures.Add($"{what}: 「{UploadDoor.Complaint(answer)}」, expected 「{expected}」");
            }
        }

        tally.Report("hostile");
        tally.Failures.ShouldBeEmpty();
        if (name != "evidence")
        {
            (await ImprintAsync()).ShouldBe(before);
            site.StoredFiles.ShouldBe(stored);
        }
        await TemporaryUploads.ShouldLeaveNothingAsync(temporary);
    }

    [Theory, MemberData(nameof(Doors))]
    public async Task A_spoilt_file_is_taken_or_explained_and_leaves_nothing(string name)
    {
        var (door, library) = await DoorAsync(name);
        var tally = new UploadTally(door);
        var forms = name == "offline" ? await FormsAsync(library) : [];
        var (before, temporary, stored) = (await KeptAsync(), TemporaryUploads.Now(), site.StoredFiles.Count);
        var imprint = await ImprintAsync();
        var inThisFiling = 0;
        foreach (var seed in Mutations.ThroughPages)
        {
            if (name == "evidence" && tally.Accepted - inThisFiling >= MostInOneFiling)
            {
                (inThisFiling, (door, library)) = (tally.Accepted, await DoorAsync(name));
                tally.MoveTo(door);
            }
            var (fileName, bytes) = forms.Count == 0 ? Mutations.Make(seed) : Mutations.Of(forms[seed % forms.Count], seed);
            await tally.UploadAsync($"seed {seed}, {fileName}", fileName, bytes);
        }

        tally.Report("spoilt");
        tally.Failures.ShouldBeEmpty();
        (await KeptAsync()).ShouldBe(before + (door.Keeps ? tally.Accepted : 0));
        site.StoredFiles.Count.ShouldBe(stored + (name == "evidence" ? tally.Accepted : 0));
        if (!door.Keeps)
        {
            (await ImprintAsync()).ShouldBe(imprint);
        }
        await TemporaryUploads.ShouldLeaveNothingAsync(temporary);
    }

    private async Task<(UploadDoor Door, Library Library)> DoorAsync(string name)
    {
        var library = await site.AddLibraryAsync();
        return (name switch
        {
            "import" => await UploadDoor.ImportAsync(site),
            "offline" => await UploadDoor.OfflineAsync(library),
            "evidence" => await UploadDoor.EvidenceAsync(library),
            "criteria" => await UploadDoor.CriteriaAsync(site),
            _ => await UploadDoor.VerifyAsync(site),
        }, library);
    }

    private static async Task<List<(string FileName, byte[] Bytes)>> FormsAsync(Library library)
    {
        var desk = await OfflineDesk.SitDownAsync(library);
        return [("form.xlsx", await desk.DownloadAsync("xlsx")), ("form.ods", await desk.DownloadAsync("ods"))];
    }

    private Task<int> KeptAsync() => site.AskAsync(async db =>
        await db.ImportDrafts.CountAsync() + await db.Filings.SelectMany(filing => filing.Reports).SelectMany(report => report.Evidence).CountAsync());

    private async Task<string> ImprintAsync() =>
        await DatabaseImprint.OfAsync(await site.AskAsync(db => Task.FromResult(db.Database.GetConnectionString()!)));
}
