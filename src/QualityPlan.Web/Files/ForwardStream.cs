namespace QualityPlan.Web.Files;

/// <summary>
/// A way out that only goes forward and can be shut. Once shut nothing more goes through, so that an archive that was given up
/// does not get the end that would make it look whole. The little that an archive writes synchronously (the heads of its entries)
/// is held until the next asynchronous write, for the server takes no other.
/// </summary>
public sealed class ForwardStream(Stream output) : Stream
{
    private readonly MemoryStream _held = new();

    public bool IsShut { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Runs a piece of work; when it fails, shuts before anybody can tidy up.</summary>
    public async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch
        {
            IsShut = true;
            throw;
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassHeldAsync(cancellationToken);
        if (!IsShut)
        {
            await output.WriteAsync(buffer, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    /// <summary>Lets go what is held; once more after the last write.</summary>
    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await PassHeldAsync(cancellationToken);
        if (!IsShut)
        {
            await output.FlushAsync(cancellationToken);
        }
    }

    public override void Flush()
    {
        // What is held goes out with the next asynchronous write.
    }

    private async Task PassHeldAsync(CancellationToken cancellation)
    {
        if (_held.Length > 0 && !IsShut)
        {
            await output.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancellation);
        }
        _held.SetLength(0);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
