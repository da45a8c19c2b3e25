using System.IO.Compression;
using System.Xml.Linq;
using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using QualityPlan.UnitTests.Reading;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>
/// Merged cells over the end of a page, as LibreOffice prints them: each page begins with the header row, and its first row
/// shows to which 實施要項 and 執行項目 it belongs.
/// </summary>
public sealed class MergedCellTests(MergedCellTests.Printed printed) : IClassFixture<MergedCellTests.Printed>
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double FootEnds = 42;
    private const string Mark = "（續）";

    public static readonly TheoryData<string, Format> Files = new(
        (from name in Printed.Documents.Keys from format in new[] { Format.Docx, Format.Odt } select (name, format))
        // A row too high for a sheet is several there, and runs over the end of the page as it comes.
        .Concat(Printed.Documents.Keys.Where(name => name != "high").Select(name => (name, Format.Ods))));

    [Theory, MemberData(nameof(Files))]
    public void Every_page_of_the_table_tells_where_its_first_row_belongs(string name, Format format)
    {
        var table = Printed.Documents[name].Tables.Single();
        using var pdf = printed.Open(name, format);
        var pages = pdf.GetPages().Select(page => Columns(page, table)).Where(columns => columns[0].Contains(PlanDocument.Headings[0])).ToList();

        pages.Count.ShouldBeGreaterThan(1);
        foreach (var columns in pages)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                columns[column] = Below(columns[column], PlanDocument.Headings[column]);
            }

            var (area, item) = PlaceOf(table, columns[2]);
            WithoutMark(columns[0]).ShouldStartWith(area);
            WithoutMark(columns[1]).ShouldStartWith(item);
        }

        AllRowsStandIn(string.Concat(pages.Select(columns => columns[2])), table);
    }

    [Theory]
    [InlineData(Format.Docx)]
    [InlineData(Format.Odt)]
    public void What_somebody_adds_by_hand_moves_rows_and_loses_none(Format format)
    {
        var table = Printed.Edited.Tables.Single();
        using var pdf = printed.Open("edited", format);
        var approaches = pdf.GetPages().Select(page => Columns(page, table)[2]).Where(text => text.Contains(PlanDocument.Headings[2]))
            .Select(text => Below(text, PlanDocument.Headings[2]));

        AllRowsStandIn(string.Concat(approaches), table);
    }

    private static void AllRowsStandIn(string left, Table table)
    {
        foreach (var text in table.Rows.Skip(1).Select(row => Folded(row.Cells.Single(cell => cell.Column == 2).Text)))
        {
            left.ShouldStartWith(text);
            left = left[text.Length..];
        }

        left.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ncl", Format.Docx)]
    [InlineData("ncl", Format.Odt)]
    [InlineData("nlpi", Format.Docx)]
    [InlineData("nlpi", Format.Odt)]
    [InlineData("ncl", Format.Ods)]
    [InlineData("nlpi", Format.Ods)]
    public void No_page_is_left_half_empty(string name, Format format)
    {
        using var pdf = printed.Open(name, format);

        foreach (var page in pdf.GetPages().SkipLast(1))
        {
            page.Letters.Min(letter => letter.Location.Y > FootEnds ? letter.Location.Y : page.Height).ShouldBeLessThan(page.Height / 2, $"page {page.Number}");
        }
    }

    [Fact]
    public void An_xlsx_ends_its_pages_where_an_ods_does()
    {
        var document = Printed.Documents["ncl"];
        var (xlsx, ods) = (SheetFile.Write(Format.Xlsx, document).Single(), SheetFile.Write(Format.Ods, document).Single());

        xlsx.PageStarts.Count.ShouldBeGreaterThan(5);
        xlsx.PageStarts.ShouldBe(ods.PageStarts, ignoreOrder: true);
        xlsx.Merges.ShouldBe(ods.Merges, ignoreOrder: true);
    }

    /// <summary>The text of each column, read downwards.</summary>
    private static string[] Columns(Page page, Table table)
    {
        var edge = (page.Width - table.Columns.Sum(column => column.Width) * PointsPerMillimetre) / 2;
        var texts = new string[table.Columns.Count];
        for (var column = 0; column < texts.Length; column++)
        {
            var right = edge + table.Columns[column].Width * PointsPerMillimetre;
            texts[column] = Folded(string.Concat(page.Letters
                .Where(letter => letter.Location.Y > FootEnds && letter.Location.X >= edge && letter.Location.X < right)
                .OrderByDescending(letter => Math.Round(letter.Location.Y)).ThenBy(letter => letter.Location.X).Select(letter => letter.Value)));
            edge = right;
        }

        return texts;
    }

    private static (string Area, string Item) PlaceOf(Table table, string approach)
    {
        var (area, item) = ("", "");
        foreach (var row in table.Rows.Skip(1))
        {
            area = Folded(row.Cells.FirstOrDefault(cell => cell.Column == 0)?.Text ?? area);
            item = Folded(row.Cells.FirstOrDefault(cell => cell.Column == 1)?.Text ?? item);
            var text = Folded(row.Cells.Single(cell => cell.Column == 2).Text);
            if (approach.StartsWith(text[..Math.Min(30, text.Length)], StringComparison.Ordinal) || text.Contains(approach[..30], StringComparison.Ordinal))
            {
                return (area, item);
            }
        }

        throw new ShouldAssertException($"No row begins with 「{approach[..30]}」.");
    }

    private static string Below(string column, string heading) => column[(column.IndexOf(heading, StringComparison.Ordinal) + heading.Length)..];

    private static string WithoutMark(string text) => text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : text;

    private static string Folded(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>All documents in both formats, turned to pdf by one run of LibreOffice.</summary>
    public sealed class Printed : IDisposable
    {
        public static readonly IReadOnlyDictionary<string, Document> Documents = new Dictionary<string, Document>
        {
            ["ncl"] = Bare(PlanDocument.Of("ncl-100")),
            ["nlpi"] = Bare(PlanDocument.Of("nlpi-103")),
            ["after-prose"] = AfterProse(PlanDocument.Of("nlpi-103")),
            ["high"] = High(PlanDocument.Of("ncl-100")),
        };

        /// <summary>The plan with a row made longer; the file is written without it, and gets it as an editor would put it in.</summary>
        public static readonly Document Edited = Longer(Documents["ncl"], 5, Added);

        private const string Added = "另由各組配合辦理並按季檢討成效，必要時修正作法及期程，以符合讀者需要。";

        private readonly LibreOffice office = new();

        public Printed() => office.Convert("pdf",
        [
            .. new[] { Format.Docx, Format.Odt }.SelectMany(format => Documents
                .Select(pair => office.Add($"{pair.Key}-{format}.{format}", TextFile.Bytes(format, pair.Value)))
                .Append(office.Add($"edited-{format}.{format}", WithAddition(format)))),
            .. Documents.Select(pair => office.Add($"{pair.Key}-{Format.Ods}.{Format.Ods}", SheetFile.Bytes(new OdsWriter(), pair.Value))),
        ]);

        public PdfDocument Open(string name, Format format) => PdfDocument.Open(office.Result($"{name}-{format}.pdf"));

        public void Dispose() => office.Dispose();

        // Head and foot would be read as part of the columns.
        private static Document Bare(Document document) => document with { Footer = "", Agency = "" };

        private static Document AfterProse(Document document) => Bare(document) with
        {
            Blocks = [.. Enumerable.Repeat(new Paragraph(string.Concat(Enumerable.Repeat("本館為提升服務品質，", 60))), 9), .. document.Blocks],
        };

        private static Document High(Document document) =>
            Longer(Longer(Bare(document), 2, Sentences("甲", 260)), 9, Sentences("乙", 300));

        private static string Sentences(string name, int count) =>
            string.Concat(Enumerable.Range(1, count).Select(number => $"{name}案第{number}次說明辦理情形及成效。"));

        private static Document Longer(Document document, int row, string text)
        {
            var table = document.Tables.Single();
            var rows = table.Rows.Select((each, at) => at != row ? each : each with
            {
                Cells = [.. each.Cells.Select(cell => cell.Column == 2 ? cell with { Paragraphs = [.. cell.Paragraphs, text] } : cell)],
            });
            return document with { Blocks = [.. document.Blocks.SkipLast(1), table with { Rows = [.. rows] }] };
        }

        private static byte[] WithAddition(Format format)
        {
            var words = Documents["ncl"].Tables.Single().Rows[5].Cells.Single(cell => cell.Column == 2).Text;
            using var file = new MemoryStream();
            file.Write(TextFile.Bytes(format, Documents["ncl"]));
            using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            {
                var part = zip.GetEntry(format == Format.Docx ? "word/document.xml" : "content.xml")!;
                using var stream = part.Open();
                var xml = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
                var text = xml.Descendants().Single(one => !one.HasElements && one.Value == words);
                text.Value += Added;
                stream.SetLength(0);
                xml.Save(stream);
            }

            return file.ToArray();
        }
    }
}
