using System.IO.Compression;
using System.Security.Cryptography;

namespace QualityPlan.Documents.Writing.Pdf.Files;

/// <summary>
/// The outer shell of a PDF 1.7 file: numbered objects, compressed streams and the cross-reference stream.
/// Streams go out at once; all other objects wait in object streams, which makes a book of
/// 10,000 rows with its 60,000 tags a tenth of the size. No clock and no random numbers.
/// </summary>
internal sealed class PdfFile
{
    private const int ObjectsPerStream = 200;

    private readonly Stream output;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<Place> places = [default];
    private readonly List<int> waiting = [];
    private readonly PdfBytes waitingOffsets = new();
    private readonly PdfBytes waitingBodies = new();
    private readonly PdfBytes line = new();
    private readonly MemoryStream compressed = new();
    private int offset;

    public PdfFile(Stream output)
    {
        this.output = output;
        Send("%PDF-1.7\n"u8);
        Send([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        places.Add(default);
        return places.Count - 1;
    }

    public int Add(PdfBytes body)
    {
        var id = Reserve();
        Put(id, body);
        return id;
    }

    public void Put(int id, PdfBytes body)
    {
        waitingOffsets.Add(id).Add(waitingBodies.Length);
        waitingBodies.Add(body.Written).Add("\n"u8);
        waiting.Add(id);
        if (waiting.Count == ObjectsPerStream)
        {
            FlushObjects();
        }
    }

    /// <summary>A compressed stream; <paramref name="entries"/> are further entries of its dictionary.</summary>
    public int AddStream(ReadOnlySpan<byte> content, string entries = "")
    {
        var id = Reserve();
        PutStream(id, content, entries);
        return id;
    }

    /// <summary>A stream that other programs look for without unpacking, as the metadata is.</summary>
    public int AddPlainStream(ReadOnlySpan<byte> content, string entries)
    {
        var id = Reserve();
        SendStream(id, content, entries);
        return id;
    }

    /// <summary>Writes what is waiting, the cross-reference stream and the end mark.</summary>
    public void Finish(int catalog, int information)
    {
        FlushObjects();
        var table = Reserve();
        places[table] = new Place(1, offset, 0);
        var rows = new byte[places.Count * 7];
        for (var id = 0; id < places.Count; id++)
        {
            places[id].Write(rows.AsSpan(id * 7, 7));
        }

        var start = offset;
        var mark = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        PutStream(table, rows, $"/Type/XRef/Size {places.Count}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{mark}><{mark}>]");
        line.Clear().Add("startxref\n"u8).Add(start).Add("\n%%EOF\n"u8);
        Send(line.Written);
        output.Flush();
        hash.Dispose();
    }

    private void FlushObjects()
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var id = Reserve();
        for (var index = 0; index < waiting.Count; index++)
        {
            places[waiting[index]] = new Place(2, id, index);
        }

        var first = waitingOffsets.Length;
        waitingOffsets.Add(waitingBodies.Written);
        PutStream(id, waitingOffsets.Written, $"/Type/ObjStm/N {waiting.Count}/First {first}");
        waiting.Clear();
        waitingOffsets.Clear();
        waitingBodies.Clear();
    }

    private void PutStream(int id, ReadOnlySpan<byte> content, string entries)
    {
        compressed.SetLength(0);
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        SendStream(id, compressed.GetBuffer().AsSpan(0, (int)compressed.Length), entries + "/Filter/FlateDecode");
    }

    private void SendStream(int id, ReadOnlySpan<byte> content, string entries)
    {
        places[id] = new Place(1, offset, 0);
        line.Clear().Add(id).Add("0 obj\n<<"u8).Add(entries).Add("/Length "u8).Add(content.Length).Add(">>\nstream\n"u8);
        Send(line.Written);
        Send(content);
        Send("\nendstream\nendobj\n"u8);
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        hash.AppendData(bytes);
        offset += bytes.Length;
    }

    /// <summary>Where an object lies: 0 free, 1 at an offset, 2 in an object stream at an index.</summary>
    private readonly record struct Place(byte Kind, int At, int Index)
    {
        public void Write(Span<byte> row)
        {
            row[0] = Kind;
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(row[1..], At);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)Index);
        }
    }
}
