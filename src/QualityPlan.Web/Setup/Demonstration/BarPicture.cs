using System.Buffers.Binary;
using System.IO.Compression;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>A small PNG with one bar for each figure, so that the demonstration has pictures without carrying any.</summary>
internal static class BarPicture
{
    private const int Width = 480;
    private const int Height = 300;
    private const int Margin = 24;

    /// <summary>Paper, bars, base line.</summary>
    private static readonly byte[] Palette = [0xFD, 0xFD, 0xFB, 0x0F, 0x5B, 0x66, 0x33, 0x33, 0x33];

    public static byte[] Draw(IReadOnlyList<int> figures)
    {
        using var picture = new MemoryStream();
        picture.Write([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 3);
        WriteChunk(picture, "IHDR"u8, head);
        WriteChunk(picture, "PLTE"u8, Palette);
        WriteChunk(picture, "IDAT"u8, Pixels(figures));
        WriteChunk(picture, "IEND"u8, []);
        return picture.ToArray();
    }

    private static byte[] Pixels(IReadOnlyList<int> figures)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            var line = new byte[Width + 1];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    line[x + 1] = ColourAt(figures, x, y);
                }
                zip.Write(line);
            }
        }
        return packed.ToArray();
    }

    private static byte ColourAt(IReadOnlyList<int> figures, int x, int y)
    {
        var fromBase = Height - Margin - y;
        var column = (Width - (2 * Margin)) / figures.Count;
        var bar = (x - Margin) / column;
        if (x < Margin || bar >= figures.Count || fromBase is < 0)
        {
            return 0;
        }
        var isBetween = (x - Margin) % column < column / 5 || (x - Margin) % column > column * 4 / 5;
        var height = (Height - (2 * Margin)) * figures[bar] / figures.Max();
        return fromBase < 2 ? (byte)2 : !isBetween && fromBase <= height ? (byte)1 : (byte)0;
    }

    private static void WriteChunk(Stream picture, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        picture.Write(number);
        byte[] checkedPart = [.. type, .. data];
        picture.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(checkedPart));
        picture.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }
        return ~crc;
    }
}
