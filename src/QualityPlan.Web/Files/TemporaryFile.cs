namespace QualityPlan.Web.Files;

/// <summary>A place for bytes too many for memory: a file that goes away when it is closed.</summary>
public static class TemporaryFile
{
    private const int BufferBytes = 64 * 1024;

    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), $"qualityplan-{Guid.NewGuid():N}"),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            BufferSize = BufferBytes,
        });
}
