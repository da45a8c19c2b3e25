using System.Diagnostics;
using QualityPlan.Documents;
using QualityPlan.Documents.Writing.Pdf;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace QualityPlan.UnitTests.Writing.Pdf;

/// <summary>Prints documents and reads the paper back, letter by letter in the order it was written.</summary>
internal sealed class PdfPaper(byte[] bytes, PdfResult result) : IDisposable
{
    private readonly PdfDocument pdf = PdfDocument.Open(bytes);

    public byte[] Bytes => bytes;

    public PdfResult Result => result;

    public PdfDocument Pdf => pdf;

    public IReadOnlyList<Page> Pages => [.. pdf.GetPages()];

    public static PdfPaper Of(Document document, PdfFonts? fonts = null)
    {
        var output = new MemoryStream();
        var result = new PdfWriter(fonts ?? PdfFonts.Default).Render(document, output);
        return new PdfPaper(output.ToArray(), result);
    }

    public static PdfPaper Of(params Block[] blocks) => Of(new Document("試印", blocks) { Page = PageSetup.A4Portrait });

    /// <summary>A table with one heading row over the rows given.</summary>
    public static Table Table(double[] widths, params Row[] rows) =>
        new([.. widths.Select(width => new Column(width))],
            [new Row([.. widths.Select((_, i) => new Cell(i, $"欄{i}") { Look = CellLook.Header })]), .. rows])
        {
            HeaderRows = 1,
        };

    public string Text(int page) => string.Concat(pdf.GetPage(page).Letters.Select(letter => letter.Value));

    public string Text() => string.Concat(Enumerable.Range(1, pdf.NumberOfPages).Select(Text));

    /// <summary>What a program of the system says of the file.</summary>
    public string Ask(string program, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        File.WriteAllBytes(path, bytes);
        try
        {
            var start = new ProcessStartInfo(program, [.. arguments.Select(argument => argument == "FILE" ? path : argument)])
            {
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, said);
            return said;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Dispose() => pdf.Dispose();
}
