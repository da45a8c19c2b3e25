using System.Diagnostics;
using System.Text;
using Shouldly;

namespace QualityPlan.BrowserTests.Story;

/// <summary>LibreOffice and Poppler, as somebody outside opens a book with them.</summary>
internal sealed class OfficePrograms : IDisposable
{
    // Comma, quote, UTF-8, from the first line, as shown, every sheet into a file of its own.
    private const string EverySheetAsCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qualityplan-story-");
    private int _books;

    /// <summary>The sheets of a workbook, as rows of cell texts.</summary>
    public IReadOnlyList<IReadOnlyList<string[]>> Sheets(Download book, string format)
    {
        var name = $"book{++_books}";
        File.WriteAllBytes(Path.Combine(_folder.FullName, $"{name}.{format}"), book.Bytes);
        Run("soffice", "--headless", $"-env:UserInstallation=file://{_folder.FullName}/profile", "--convert-to", EverySheetAsCsv, $"{name}.{format}");
        var sheets = _folder.GetFiles($"{name}-*.csv").Select(file => CsvText.Read(File.ReadAllText(file.FullName))).ToList();
        sheets.ShouldNotBeEmpty();
        return sheets;
    }

    /// <summary>The pages of a PDF without blanks and line ends.</summary>
    public IReadOnlyList<string> Pages(Download book)
    {
        var name = $"book{++_books}.pdf";
        File.WriteAllBytes(Path.Combine(_folder.FullName, name), book.Bytes);
        return [.. Run("pdftotext", "-raw", name, "-").Split('\f').Select(Folded)];
    }

    public static string Folded(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    public void Dispose() => _folder.Delete(recursive: true);

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var running = Process.Start(start)!;
        var said = Task.WhenAll(running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        if (!running.WaitForExit(Patience))
        {
            running.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not finish within {Patience}.");
        }
        var words = said.GetAwaiter().GetResult();
        running.ExitCode.ShouldBe(0, words[1]);
        return words[0];
    }
}
