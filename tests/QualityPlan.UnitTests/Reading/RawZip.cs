using System.IO.Compression;
using System.Text;

namespace QualityPlan.UnitTests.Reading;

/// <summary>A part of a hand-made zip; what is set beside name and content is a lie.</summary>
internal sealed record RawPart(string Name, byte[] Content)
{
    public RawPart(string name, string content) : this(name, Encoding.UTF8.GetBytes(content)) { }

    public int Method { get; init; } = 8;

    public int Flags { get; init; } = 0x0800;

    public uint? Crc { get; init; }

    public uint? Size { get; init; }

    public uint? PackedSize { get; init; }

    public string? LocalName { get; init; }
}

/// <summary>Writes zips byte by byte, so that they may be wrong.</summary>
internal static class RawZip
{
    public static byte[] Of(params RawPart[] parts) => Of(parts, countInEnd: null);

    public static byte[] Of(IReadOnlyList<RawPart> parts, int? countInEnd)
    {
        using var output = new MemoryStream();
        using var writer = new BinaryWriter(output);
        using var directory = new MemoryStream();
        using var directoryWriter = new BinaryWriter(directory);
        foreach (var part in parts)
        {
            WritePart(writer, directoryWriter, part);
        }

        var start = (uint)output.Length;
        writer.Write(directory.ToArray());
        var count = (ushort)(countInEnd ?? parts.Count);
        writer.Write(0x06054b50u);
        writer.Write(0);
        writer.Write(count);
        writer.Write(count);
        writer.Write((uint)directory.Length);
        writer.Write(start);
        writer.Write((ushort)0);
        return output.ToArray();
    }

    private static void WritePart(BinaryWriter writer, BinaryWriter directory, RawPart part)
    {
        var offset = (uint)writer.BaseStream.Position;
        var packed = part.Method == 8 ? Deflate(part.Content) : part.Content;
        var name = Encoding.UTF8.GetBytes(part.Name);
        var localName = Encoding.UTF8.GetBytes(part.LocalName ?? part.Name);
        writer.Write(0x04034b50u);
        WriteCommon(writer, part, packed, localName);
        writer.Write(localName);
        writer.Write(packed);
        directory.Write(0x02014b50u);
        directory.Write((ushort)20);
        WriteCommon(directory, part, packed, name);
        directory.Write(new byte[10]);
        directory.Write(offset);
        directory.Write(name);
    }

    private static void WriteCommon(BinaryWriter writer, RawPart part, byte[] packed, byte[] name)
    {
        writer.Write((ushort)20);
        writer.Write((ushort)part.Flags);
        writer.Write((ushort)part.Method);
        writer.Write(0);
        writer.Write(part.Crc ?? Crc(part.Content));
        writer.Write(part.PackedSize ?? (uint)packed.Length);
        writer.Write(part.Size ?? (uint)part.Content.Length);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)0);
    }

    private static byte[] Deflate(byte[] content)
    {
        using var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.Fastest))
        {
            deflate.Write(content);
        }

        return output.ToArray();
    }

    /// <summary>Bit by bit, so that it is not the code under test.</summary>
    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
