namespace QualityPlan.Benchmarks;

/// <summary>Where the sources lie: the folder above the program that holds the solution.</summary>
internal static class SourceTree
{
    public static readonly string Root = Find();

    public static string Web => Path.Combine(Root, "src", "QualityPlan.Web");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QualityPlan.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The source tree is not above the program.");
    }
}
