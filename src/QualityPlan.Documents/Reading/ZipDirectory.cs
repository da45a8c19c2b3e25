using System.Buffers.Binary;
using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>One file inside a zip as its central directory describes it; the data are a slice of the whole.</summary>
internal sealed record ZipItem(string Name, int Method, uint Crc, long Size, ReadOnlyMemory<byte> Packed)
{
    public bool IsFolder => Name.EndsWith('/');
}

/// <summary>
/// Reads the directory of a zip held in memory. Our own, because the platform's reader checks neither CRC nor
/// duplicate names and cuts a part silently where its declared size ends.
/// </summary>
internal static class ZipDirectory
{
    private const uint EndMark = 0x06054b50;
    private const uint End64Mark = 0x06064b50;
    private const uint End64LocatorMark = 0x07064b50;
    private const uint EntryMark = 0x02014b50;
    private const uint LocalMark = 0x04034b50;
    private const int EndLength = 22;

    public static IReadOnlyList<ZipItem> Read(ReadOnlyMemory<byte> file)
    {
        var (count, start) = FindDirectory(file.Span);
        if (count is < 0 or > ReadingLimits.Entries)
        {
            throw new RefusedException(count < 0 ? Refusals.Damaged : Refusals.Bomb);
        }

        var items = new List<ZipItem>((int)count);
        var at = start;
        for (var i = 0L; i < count; i++)
        {
            items.Add(ReadEntry(file, ref at));
        }

        RefuseMore(file.Span, at);
        return items;
    }

    /// <summary>An entry behind the last one that was counted shows only to programs that do not count.</summary>
    private static void RefuseMore(ReadOnlySpan<byte> file, long at)
    {
        if (U32(file, at) == EntryMark)
        {
            throw new RefusedException(Refusals.Structure);
        }
    }

    private static (long Count, long Start) FindDirectory(ReadOnlySpan<byte> file)
    {
        for (var at = file.Length - EndLength; at >= 0 && at >= file.Length - EndLength - ushort.MaxValue; at--)
        {
            if (U32(file, at) != EndMark)
            {
                continue;
            }

            long count = U16(file, at + 10);
            long start = U32(file, at + 16);
            if (U32(file, at + 4) is not (0 or uint.MaxValue) || U16(file, at + 8) != count)
            {
                // Said to be spread over several disks, which nobody has sent.
                throw new RefusedException(Refusals.Structure);
            }

            if (count == ushort.MaxValue || start == uint.MaxValue)
            {
                (count, start) = FindDirectory64(file, at - 20);
            }

            return (count, start);
        }

        throw new RefusedException(Refusals.Damaged);
    }

    private static (long Count, long Start) FindDirectory64(ReadOnlySpan<byte> file, long locator)
    {
        if (U32(file, locator) != End64LocatorMark)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        var end = I64(file, locator + 8);
        if (U32(file, end) != End64Mark)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        return (I64(file, end + 32), I64(file, end + 48));
    }

    private static ZipItem ReadEntry(ReadOnlyMemory<byte> file, ref long at)
    {
        var span = file.Span;
        if (U32(span, at) != EntryMark)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        if ((U16(span, at + 8) & 1) != 0)
        {
            throw new RefusedException(Refusals.Password);
        }

        int nameLength = U16(span, at + 28), extraLength = U16(span, at + 30), commentLength = U16(span, at + 32);
        var sizes = new long[] { U32(span, at + 24), U32(span, at + 20), U32(span, at + 42) };
        ReadExtra64(Slice(span, at + 46 + nameLength, extraLength), sizes);
        // parts are named in ASCII; Latin-1 keeps other names apart whatever their code page
        var nameBytes = Slice(span, at + 46, nameLength);
        var packed = LocalData(file, sizes[2], sizes[1], nameBytes);
        var item = new ZipItem(Encoding.Latin1.GetString(nameBytes), U16(span, at + 10), U32(span, at + 16), sizes[0], packed);
        at += 46 + nameLength + extraLength + commentLength;
        return item;
    }

    /// <summary>Sizes that did not fit into 32 bits stand in field 1 in this order: size, packed size, offset.</summary>
    private static void ReadExtra64(ReadOnlySpan<byte> extra, long[] sizes)
    {
        for (var at = 0; at + 4 <= extra.Length; at += 4 + U16(extra, at + 2))
        {
            if (U16(extra, at) != 1)
            {
                continue;
            }

            var field = at + 4;
            for (var i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] == uint.MaxValue)
                {
                    sizes[i] = I64(extra, field);
                    field += 8;
                }
            }
        }
    }

    /// <summary>A local header that names another file than the directory does is how one file shows two faces.</summary>
    private static ReadOnlyMemory<byte> LocalData(ReadOnlyMemory<byte> file, long offset, long length, ReadOnlySpan<byte> name)
    {
        var span = file.Span;
        if (U32(span, offset) != LocalMark || !Slice(span, offset + 30, U16(span, offset + 26)).SequenceEqual(name))
        {
            throw new RefusedException(Refusals.Structure);
        }

        var data = offset + 30 + U16(span, offset + 26) + U16(span, offset + 28);
        Slice(span, data, length);
        return file.Slice((int)data, (int)length);
    }

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> span, long at, long length)
    {
        if (at < 0 || length < 0 || at > span.Length || length > span.Length - at)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        return span.Slice((int)at, (int)length);
    }

    private static int U16(ReadOnlySpan<byte> span, long at) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(span, at, 2));

    private static uint U32(ReadOnlySpan<byte> span, long at) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(span, at, 4));

    private static long I64(ReadOnlySpan<byte> span, long at) => BinaryPrimitives.ReadInt64LittleEndian(Slice(span, at, 8));
}
