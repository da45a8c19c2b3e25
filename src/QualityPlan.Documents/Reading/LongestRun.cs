namespace QualityPlan.Documents.Reading;

/// <summary>
/// Passes XML bytes on while no single text, name or attribute value grows beyond what may be held in memory at once.
/// </summary>
internal sealed class LongestRun(Stream inner) : Stream
{
    private long run;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        var last = buffer.AsSpan(offset, read).LastIndexOfAny((byte)'<', (byte)'>');
        run = last < 0 ? run + read : read - last;
        return run <= ReadingLimits.XmlRunBytes ? read : throw new RefusedException(Refusals.TooComplex);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
