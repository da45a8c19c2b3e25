using System.Buffers;
using System.Security.Cryptography;

namespace QualityPlan.Web.Files;

/// <summary>Copies bytes in small pieces and tells their length and SHA-256 in hex.</summary>
public static class CheckedCopy
{
    private const int BufferBytes = 128 * 1024;

    public static async Task<(long Length, string Sha256)> RunAsync(Stream from, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var length = 0L;
            for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0; length += read)
            {
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
