namespace QualityPlan.Web.Operations;

/// <summary>
/// Resolves paths given on the command line. <c>dotnet run --project</c> starts the program in the project's
/// folder, not in the caller's: the shell's own folder and the folders above are tried too.
/// </summary>
public static class CallerPath
{
    private static string Shell => Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } folder ? folder : Environment.CurrentDirectory;

    /// <summary>The file the caller means; the path as given when there is none.</summary>
    public static string Existing(string path) => Folders().Select(folder => Path.Combine(folder, path)).FirstOrDefault(File.Exists) ?? path;

    /// <summary>Where to write a file the caller names.</summary>
    public static string New(string path) =>
        File.Exists("QualityPlan.Web.csproj") && Directory.Exists(Shell) ? Path.Combine(Shell, path) : Path.GetFullPath(path);

    private static IEnumerable<string> Folders()
    {
        yield return Environment.CurrentDirectory;
        yield return Shell;
        for (var folder = Directory.GetParent(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
