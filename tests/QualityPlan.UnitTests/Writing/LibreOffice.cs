using System.Diagnostics;
using Shouldly;

namespace QualityPlan.UnitTests.Writing;

/// <summary>LibreOffice without a window, with a profile of its own, in a folder that goes away with it.</summary>
internal sealed class LibreOffice : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qualityplan-office-");

    public string Add(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
        return name;
    }

    public byte[] Result(string name) => File.ReadAllBytes(Path.Combine(folder.FullName, name));

    /// <summary>Opens the files and saves each in the other format beside it.</summary>
    public void Convert(string format, params string[] names)
    {
        var program = Find();
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", format, .. names])
        {
            start.ArgumentList.Add(argument);
        }

        using var office = Process.Start(start)!;
        var said = Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
        if (!office.WaitForExit(Patience))
        {
            office.Kill(entireProcessTree: true);
            throw new TimeoutException($"LibreOffice did not finish within {Patience}.");
        }

        office.ExitCode.ShouldBe(0, string.Join('\n', said.GetAwaiter().GetResult()));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(path => Path.Combine(path, "soffice")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "LibreOffice is missing: no soffice on the PATH. Run the tests with tests/run.sh, which installs it.");
}
