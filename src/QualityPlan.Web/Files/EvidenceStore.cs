using Microsoft.Extensions.Options;

namespace QualityPlan.Web.Files;

/// <summary>
/// The folder of the evidence: bytes under random names, in 256 sub-folders. Several instances may share it.
/// A file is kept before the database knows it and discarded when the database then says no.
/// </summary>
public sealed class EvidenceStore(IOptions<EvidenceOptions> options, IHostEnvironment environment)
{
    private readonly string _root = Path.GetFullPath(options.Value.EvidencePath, environment.ContentRootPath);

    /// <summary>Writes the bytes through to the disk and answers under which name, with their SHA-256 in hex.</summary>
    public async Task<StoredFile> KeepAsync(Stream content, CancellationToken cancellation)
    {
        var name = Guid.NewGuid();
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".part";
        try
        {
            var stored = await WriteAsync(content, unfinished, cancellation);
            File.Move(unfinished, path);
            return new StoredFile(name, stored.Length, stored.Sha256);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>The bytes, or null when they are not in the folder.</summary>
    public Stream? Open(Guid name)
    {
        var path = PathOf(name);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65536, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : null;
    }

    /// <summary>How many bytes lie there, or null when the file is not in the folder.</summary>
    public long? LengthOf(Guid name) => new FileInfo(PathOf(name)) is { Exists: true } file ? file.Length : null;

    /// <summary>Takes back what was kept for a save that did not happen.</summary>
    public void Discard(IEnumerable<Guid> names)
    {
        foreach (var name in names)
        {
            File.Delete(PathOf(name));
        }
    }

    private static async Task<(long Length, string Sha256)> WriteAsync(Stream content, string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65536, FileOptions.Asynchronous);
        content.Position = 0;
        var copied = await CheckedCopy.RunAsync(content, file, cancellation);
        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
        return copied;
    }

    private string PathOf(Guid name)
    {
        var text = name.ToString("N");
        return Path.Combine(_root, text[..2], text);
    }
}

/// <summary>A file that lies in the folder; length in bytes.</summary>
public sealed record StoredFile(Guid Name, long Length, string Sha256);
