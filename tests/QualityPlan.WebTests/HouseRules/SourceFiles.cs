namespace QualityPlan.WebTests.HouseRules;

/// <summary>Our own source as text; generated code and migrations are left out.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public static IReadOnlyList<SourceFile> Code { get; } = Read("src", ".cs");

    public static IReadOnlyList<SourceFile> Views { get; } = Read("src", ".cshtml");

    public static IReadOnlyList<SourceFile> Tests { get; } = Read("tests", ".cs");

    public static string Root { get; } = FindRoot();

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Lines as an editor counts them: a line break ends a line, it does not begin one.</summary>
    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    private static List<SourceFile> Read(string folder, string ending)
    {
        var root = FindRoot();
        return Directory.EnumerateFiles(System.IO.Path.Combine(root, folder), "*" + ending, SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/Migrations/") && !path.Contains("/node_modules/") && !path.Contains("/obj/") && !path.Contains("/bin/"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(root, path))))
            .ToList();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "QualityPlan.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Not inside the repository.");
        }
        return folder.FullName;
    }
}
