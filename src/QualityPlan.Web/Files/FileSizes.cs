using System.Globalization;

namespace QualityPlan.Web.Files;

/// <summary>The size of a file as people read it.</summary>
public static class FileSizes
{
    public static string Show(long bytes) => bytes < 1024 * 1024
        ? $"{(bytes == 0 ? 0 : Math.Max(1, bytes / 1024))} KB"
        : (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
