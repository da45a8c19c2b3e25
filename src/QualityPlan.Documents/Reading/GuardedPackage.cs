using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// A zip of a stranger whose every part has been inflated once, counted and checked before any parser sees it.
/// </summary>
internal sealed class GuardedPackage
{
    private readonly Dictionary<string, ZipItem> parts = new(StringComparer.OrdinalIgnoreCase);

    private GuardedPackage(IReadOnlyList<ZipItem> items)
    {
        foreach (var item in items)
        {
            if (!IsSafeName(item.Name) || !parts.TryAdd(item.Name, item))
            {
                throw new RefusedException(Refusals.Structure);
            }
        }
    }

    public ReadingBudget Budget { get; } = new();

    public IEnumerable<string> Names => parts.Values.Where(part => !part.IsFolder).Select(part => part.Name);

    public static GuardedPackage Open(ReadOnlyMemory<byte> file)
    {
        var package = new GuardedPackage(ZipDirectory.Read(file));
        package.CheckOverlap(file.Length);
        package.CheckContents();
        return package;
    }

    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>A reader over one part, or null when the package lacks it.</summary>
    public PartReader? Part(string name) =>
        parts.TryGetValue(name, out var part) ? new PartReader(Inflate(part), Budget) : null;

    /// <summary>The same for a part without which the file is nothing.</summary>
    public PartReader RequiredPart(string name) => Part(name) ?? throw new RefusedException(Refusals.Damaged);

    /// <summary>A small part as it is, e.g. <c>mimetype</c>; cut after 200 bytes.</summary>
    public byte[] Beginning(string name)
    {
        using var stream = Inflate(parts[name]);
        var buffer = new byte[200];
        return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }

    private static bool IsSafeName(string name) =>
        name.Length > 0
        && name[0] != '/'
        && !name.Any(character => character is '\\' or ':' or < ' ')
        && name.Split('/').All(step => step is not (".." or "."));

    /// <summary>Parts that share bytes are a bomb: few bytes, many files.</summary>
    private void CheckOverlap(long fileLength)
    {
        if (parts.Values.Sum(part => (long)part.Packed.Length) > fileLength)
        {
            throw new RefusedException(Refusals.Bomb);
        }
    }

    private void CheckContents()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var unpacked = 0L;
            foreach (var part in parts.Values)
            {
                unpacked += CheckContent(part, ReadingLimits.UnpackedBytes - unpacked, buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Counts what really comes out; the declared size is only what the sender says.</summary>
    private long CheckContent(ZipItem part, long room, byte[] buffer)
    {
        using var stream = Inflate(part);
        var most = Math.Max(ReadingLimits.RatioCountsAbove, (long)part.Packed.Length * ReadingLimits.Ratio);
        var crc = new Crc32();
        long length = 0;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            Budget.Tick();
            length += read;
            crc.Add(buffer.AsSpan(0, read));
            if (length > room || length > most)
            {
                throw new RefusedException(Refusals.Bomb);
            }
        }

        return length == part.Size && crc.Value == part.Crc ? length : throw new RefusedException(Refusals.Structure);
    }

    private static Stream Inflate(ZipItem part)
    {
        MemoryMarshal.TryGetArray(part.Packed, out var bytes);
        var packed = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return part.Method switch
        {
            0 => packed,
            8 => new DeflateStream(packed, CompressionMode.Decompress),
            _ => throw new RefusedException(Refusals.Damaged),
        };
    }
}
