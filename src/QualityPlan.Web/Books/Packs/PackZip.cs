using System.IO.Compression;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Books.Packs;

/// <summary>
/// Writes a pack as a zip to a stream that only goes forward; no file is held in memory. Each file is read through and compared
/// before its first byte goes out, and compared again while it is copied; see docs/decisions/0017.
/// </summary>
public sealed class PackZip(PackInspection inspection, EvidenceStore store, BookPress press)
{
    private static readonly HashSet<string> Compressible = [".csv", ".txt"];

    /// <summary>The pack with the faults that came to light. Throws <see cref="PackBrokenException"/> when a file changed while it was copied.</summary>
    public async Task<EvidencePack> WriteAsync(EvidencePack pack, Stream output, DateOnly today, CancellationToken cancellation)
    {
        var faults = new Dictionary<Guid, PackFault>();
        var sound = new HashSet<Guid>();
        var gate = new ForwardStream(output);
        try
        {
            var zip = await ZipArchive.CreateAsync(gate, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
            await using (zip)
            {
                await gate.GuardAsync(async () =>
                {
                    foreach (var file in pack.Files)
                    {
                        await AddAsync(zip, file, (faults, sound), cancellation);
                    }
                    pack = pack with { Faults = faults, IsRead = true };
                    await AddIndexAsync(zip, pack, today, cancellation);
                });
            }
            await gate.FlushAsync(cancellation);
        }
        catch (IOException) when (gate.IsShut)
        {
            throw new PackBrokenException();
        }
        return pack;
    }

    private async Task AddAsync(
        ZipArchive zip, PackFile file, (Dictionary<Guid, PackFault> Faults, HashSet<Guid> Sound) known, CancellationToken cancellation)
    {
        if (known.Faults.ContainsKey(file.StoredName))
        {
            return;
        }
        if (!known.Sound.Contains(file.StoredName) && await inspection.FaultOfAsync(file, cancellation) is { } fault)
        {
            known.Faults.Add(file.StoredName, fault);
            return;
        }
        known.Sound.Add(file.StoredName);
        var isText = Compressible.Contains(FileNames.ExtensionOf(file.Path));
        var entry = zip.CreateEntry(file.Path, isText ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(TaipeiClock.ToTaipei(file.UploadedAtUtc), TimeSpan.Zero);
        await using var content = store.Open(file.StoredName) ?? throw new PackBrokenException();
        await using var target = await entry.OpenAsync(cancellation);
        var copied = await CheckedCopy.RunAsync(content, target, cancellation);
        if (copied.Length != file.Length || copied.Sha256 != file.Sha256)
        {
            throw new PackBrokenException();
        }
    }

    /// <summary>Last, for only now it is known what is in the pack; its name sorts first.</summary>
    private async Task AddIndexAsync(ZipArchive zip, EvidencePack pack, DateOnly today, CancellationToken cancellation)
    {
        var index = PackIndexBook.Build(pack, today);
        foreach (var format in PackIndexBook.Formats)
        {
            var entry = zip.CreateEntry($"00 佐證資料索引.{BookPress.Extension(format)}", CompressionLevel.NoCompression);
            await using var target = await entry.OpenAsync(cancellation);
            await target.WriteAsync(press.Print(index, format), cancellation);
        }
    }
}

/// <summary>A file changed or went away while it was being copied: what was sent is no pack.</summary>
public sealed class PackBrokenException() : IOException("A file of the pack changed while it was copied.");
