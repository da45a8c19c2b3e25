namespace QualityPlan.UnitTests.Docs;

/// <summary>The folder the tests were built from, found upwards from where they run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Whether pages under docs/ are to be written anew instead of compared: QUALITYPLAN_WRITE_DOCS=1.</summary>
    public static bool WritesDocs => Environment.GetEnvironmentVariable("QUALITYPLAN_WRITE_DOCS") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("QualityPlan.sln is in no folder above the tests."),
        _ when File.Exists(Path.Combine(folder.FullName, "QualityPlan.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
