using System.Text;
using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>The files as another program sees them: LibreOffice opens both, saves csv and prints pdf.</summary>
public sealed class OpenedByLibreOfficeTests(OpenedByLibreOfficeTests.Opened opened) : IClassFixture<OpenedByLibreOfficeTests.Opened>
{
    private const string AsShownInUtf8 = "csv:Text - txt - csv (StarCalc):44,34,76";

    [Theory]
    [InlineData(Format.Xlsx)]
    [InlineData(Format.Ods)]
    public void Every_cell_reads_the_same(Format format)
    {
        var written = SheetFile.Write(format, opened.Document).Single();

        var rows = Csv(Encoding.UTF8.GetString(opened.Office.Result($"{format}.csv")));

        rows.Count.ShouldBe(written.Heights.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                var cell = written.Cells.GetValueOrDefault((row, column));
                rows[row][column].ShouldBe(cell?.Number is null ? cell?.Text ?? "" : "1,234.50 件", $"row {row}, column {column}");
            }
        }
    }

    [Theory]
    [InlineData(Format.Xlsx)]
    [InlineData(Format.Ods)]
    public void Every_printed_page_has_the_header_and_its_number(Format format)
    {
        using var pdf = PdfDocument.Open(opened.Office.Result($"{format}.pdf"));

        pdf.NumberOfPages.ShouldBeInRange(5, 14);
        foreach (var page in pdf.GetPages())
        {
            var words = string.Concat(ContentOrderTextExtractor.GetText(page).Where(letter => !char.IsWhiteSpace(letter)));
            PlanDocument.Headings.ShouldAllBe(heading => words.Contains(heading), $"page {page.Number}");
            words.ShouldContain($"第{page.Number}頁／共{pdf.NumberOfPages}頁");
            (page.Width > page.Height).ShouldBeTrue();
        }
    }

    /// <summary>A real plan with a last row of dangerous texts, converted once for all tests.</summary>
    public sealed class Opened : IDisposable
    {
        public Opened()
        {
            var plan = PlanDocument.Of("ncl-100");
            var table = plan.Tables.Single();
            // No tab here: LibreOffice 7 drops it from an ods cell on reading.
            var last = new Row([new Cell(0, "=1+1"), new Cell(1, "+1"), new Cell(2, "@A1\n-2\n=3  \"引號\",逗號"), new Cell(3, "0912"),
                new Cell(4, "1,234.50 件") { Number = 1234.5m }]);
            Document = plan with { Blocks = [plan.Blocks[0], table with { Rows = [.. table.Rows, last] }] };
            string[] names =
            [
                Office.Add("Xlsx.xlsx", SheetFile.Bytes(new XlsxWriter(), Document)),
                Office.Add("Ods.ods", SheetFile.Bytes(new OdsWriter(), Document)),
            ];
            Office.Convert(AsShownInUtf8, names);
            Office.Convert("pdf", names);
        }

        internal Document Document { get; }

        internal LibreOffice Office { get; } = new();

        public void Dispose() => Office.Dispose();
    }

    private static List<List<string>> Csv(string text)
    {
        var rows = new List<List<string>> { new() };
        var field = new StringBuilder();
        var quoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '"' when quoted && index + 1 < text.Length && text[index + 1] == '"':
                    field.Append(text[index++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' or '\n' when !quoted:
                    rows[^1].Add(field.ToString());
                    field.Clear();
                    if (text[index] == '\n' && index + 1 < text.Length)
                    {
                        rows.Add([]);
                    }

                    break;
                default:
                    field.Append(text[index]);
                    break;
            }
        }

        return rows;
    }
}
