using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books.Packs;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.EvidencePacks;

/// <summary>A pack goes out piece by piece, and a pack that broke on the way cannot be taken for a whole one.</summary>
public class PackStreamTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private const int Megabyte = 1024 * 1024;
    private const int Files = 6;
    private const int MegabytesEach = 40;

    /// <summary>QUALITYPLAN_PACK_MEGABYTES raises the size for a longer run by hand.</summary>
    private static readonly int MegabytesOfFile =
        int.TryParse(Environment.GetEnvironmentVariable("QUALITYPLAN_PACK_MEGABYTES"), out var all) ? all / Files : MegabytesEach;

    [Fact]
    public async Task A_pack_larger_than_the_memory_it_may_use_is_written_whole()
    {
        var desk = await PackDesk.SitDownAsync(site, Files);
        await desk.TagAsync("1.1", [.. Enumerable.Range(0, Files)]);
        var files = await desk.FileAsync([.. Enumerable.Range(0, Files).Select(row => (row, $"影片{row}.pdf", new byte[] { (byte)row }))]);
        foreach (var file in files)
        {
            await GrowAsync(desk.PathOf(file), file);
        }
        var zip = Path.Combine(site.EvidencePath, "pack.zip");
        try
        {
            var (code, error) = await RunAsync(desk, zip);

            (code, error).ShouldBe((0, ""));
            new FileInfo(zip).Length.ShouldBeGreaterThan((long)Files * MegabytesOfFile * Megabyte);
            using var pack = ZipFile.OpenRead(zip);
            pack.Entries.Count.ShouldBe(Files + 2);
            pack.Entries.Where(entry => entry.Length == (long)MegabytesOfFile * Megabyte).Count().ShouldBe(Files);
        }
        finally
        {
            File.Delete(zip);
            files.ForEach(file => File.Delete(desk.PathOf(file)));
        }
    }

    [Fact]
    public async Task A_file_that_changes_on_the_way_breaks_the_pack_and_leaves_no_end_that_makes_it_look_whole()
    {
        var desk = await PackDesk.SitDownAsync(site);
        await desk.TagAsync("1.1", 0);
        await desk.TagAsync("1.2", 0);
        var file = (await desk.FileAsync([(0, "一.pdf", PackDesk.Bytes(Megabyte, 1))]))[0];
        var pack = await site.AskAsync(db => PackReader.ReadAsync(new RoundSource(db, null), new PackWish(desk.ListId, desk.Library.PlanId), default));
        var path = desk.PathOf(file);
        // After the first copy went out whole the file is another one; the second copy finds out while it goes.
        var output = new TurningStream(Megabyte + 1000, () => File.WriteAllBytes(path, PackDesk.Bytes(Megabyte, 2)));

        await Should.ThrowAsync<PackBrokenException>(() => site.Services.GetRequiredService<PackZip>().WriteAsync(pack!, output, new DateOnly(2026, 4, 7), default));

        output.Length.ShouldBeGreaterThan(2 * Megabyte);
        Should.Throw<InvalidDataException>(() => new ZipArchive(output, ZipArchiveMode.Read));
    }

    /// <summary>Makes the stored file large without writing it, and its record true.</summary>
    private async Task GrowAsync(string path, Evidence evidence)
    {
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.SetLength((long)MegabytesOfFile * Megabyte);
        }
        string sha;
        await using (var file = File.OpenRead(path))
        {
            sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
        }
        await site.ChangeAsync(db =>
        {
            var entry = db.Entry(db.Set<Evidence>().Single(one => one.Id == evidence.Id));
            entry.Property(one => one.Length).CurrentValue = (long)MegabytesOfFile * Megabyte;
            entry.Property(one => one.Sha256).CurrentValue = sha;
        });
    }

    /// <summary>The verb in a process of its own whose heap may not grow beyond 96 MB.</summary>
    private async Task<(int Code, string Error)> RunAsync(PackDesk desk, string zip)
    {
        var connection = site.Services.GetRequiredService<IConfiguration>()["ConnectionStrings:QualityPlan"];
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "QualityPlan.Web.dll"), $"--ConnectionStrings:QualityPlan={connection}", $"--Files:EvidencePath={site.EvidencePath}",
            "export", "--book", "evidence", "--plan", $"{desk.Library.PlanId}", "--list", $"{desk.ListId}", "--out", zip,
        ])
        {
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x6000000";
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    /// <summary>Keeps what is written, and does something once so much went by; goes forward only while it is written.</summary>
    private sealed class TurningStream(long at, Action turn) : MemoryStream
    {
        private bool _isTurned;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await base.WriteAsync(buffer, cancellationToken);
            if (Length > at && !_isTurned)
            {
                _isTurned = true;
                turn();
            }
        }
    }
}
