using QualityPlan.Web.Files;

namespace QualityPlan.Web.Books.Packs;

/// <summary>Looks whether the files of a pack lie in the evidence folder as they were uploaded.</summary>
public sealed class PackInspection(EvidenceStore store)
{
    /// <summary>Presence and size, without reading a byte.</summary>
    public EvidencePack Glance(EvidencePack pack) => pack with
    {
        Faults = pack.Files.DistinctBy(file => file.StoredName)
            .Select(file => (file.StoredName, Fault: Glance(file)))
            .Where(one => one.Fault is not null)
            .ToDictionary(one => one.StoredName, one => one.Fault!.Value),
    };

    /// <summary>Reads every byte and compares the hashes; each file once.</summary>
    public async Task<EvidencePack> ReadAsync(EvidencePack pack, CancellationToken cancellation)
    {
        var faults = new Dictionary<Guid, PackFault>();
        foreach (var file in pack.Files.DistinctBy(file => file.StoredName))
        {
            if (await FaultOfAsync(file, cancellation) is { } fault)
            {
                faults.Add(file.StoredName, fault);
            }
        }
        return pack with { Faults = faults, IsRead = true };
    }

    /// <summary>What is wrong with the bytes of a file; null when they are those that were uploaded.</summary>
    public async Task<PackFault?> FaultOfAsync(PackFile file, CancellationToken cancellation)
    {
        if (Glance(file) is { } fault)
        {
            return fault;
        }
        try
        {
            await using var content = store.Open(file.StoredName);
            if (content is null)
            {
                return PackFault.Missing;
            }
            var read = await CheckedCopy.RunAsync(content, Stream.Null, cancellation);
            return read.Sha256 == file.Sha256 ? null : PackFault.OtherHash;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return PackFault.Unreadable;
        }
    }

    private PackFault? Glance(PackFile file) => store.LengthOf(file.StoredName) switch
    {
        null => PackFault.Missing,
        var length when length != file.Length => PackFault.OtherLength,
        _ => null,
    };
}
