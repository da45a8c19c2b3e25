using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using QualityPlan.Documents;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>The form of a docx and an odt: the schema, styles an editor can use, repeated headers, paper, head and foot.</summary>
public sealed class TextWriterTests
{
    public static readonly TheoryData<Format> Formats = [Format.Docx, Format.Odt];

    [Fact]
    public void A_docx_follows_the_schema_of_the_format()
    {
        foreach (var document in new[] { PlanDocument.Of("ncl-100"), EveryLook() })
        {
            using var file = WordprocessingDocument.Open(new MemoryStream(TextFile.Bytes(Format.Docx, document)), false);

            new OpenXmlValidator(FileFormatVersions.Office2013).Validate(file)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_docx_names_title_agency_and_language()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(TextFile.Bytes(Format.Docx, PlanDocument.Of("ncl-100"))), false);

        file.PackageProperties.Title.ShouldBe("國家圖書館 100 年度提升服務品質執行計畫");
        file.PackageProperties.Creator.ShouldBe("國家圖書館");
        file.PackageProperties.Language.ShouldBe("zh-TW");
        file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Languages>()
            .Single().EastAsia!.Value.ShouldBe("zh-TW");
    }

    [Fact]
    public void Headings_of_a_docx_are_headings_and_the_header_row_alone_is_repeated()
    {
        var body = TextFile.Part(TextFile.Bytes(Format.Docx, PlanDocument.Of("ncl-100")), "word/document.xml");

        body.Descendants(TextFile.W + "p").Where(one => Style(one) == "Heading1").Select(one => one.Value).ShouldBe(["伍、執行方法"]);
        body.Descendants(TextFile.W + "tbl").ShouldAllBe(table =>
            table.Descendants(TextFile.W + "tblHeader").Single().Parent!.Parent!.Value == string.Concat(PlanDocument.Headings));
        body.Descendants(TextFile.W + "pgSz").Single().Attribute(TextFile.W + "orient")!.Value.ShouldBe("landscape");
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_header_row_that_fills_the_page_loses_no_text(Format format)
    {
        var words = string.Concat(Enumerable.Range(1, 2_000).Select(at => $"第{at}句。"));
        var table = new Table(
            [new(40), new(40)],
            [
                new Row([new Cell(0, new string('標', 4_000)) { Look = CellLook.Header }, new Cell(1, "題") { Look = CellLook.Header }]),
                new Row([new Cell(0, "合併") { RowSpan = 2 }, new Cell(1, words)]),
                new Row([new Cell(1, "末列")]),
            ])
        {
            HeaderRows = 1,
        };

        var part = TextFile.Part(TextFile.Bytes(format, new Document("高表頭", [table])), format == Format.Docx ? "word/document.xml" : "content.xml");

        part.Root!.Value.ShouldContain(words[^20..]);
    }

    [Fact]
    public void An_odt_begins_with_its_media_type_and_is_the_same_each_time()
    {
        var bytes = TextFile.Bytes(Format.Odt, PlanDocument.Of("ncl-100"));

        Encoding.ASCII.GetString(bytes, 30, 47).ShouldBe("mimetypeapplication/vnd.oasis.opendocument.text");
        TextFile.Bytes(Format.Odt, PlanDocument.Of("ncl-100")).ShouldBe(bytes);
    }

    [Fact]
    public void Headings_of_an_odt_are_headings_and_the_header_row_alone_is_repeated()
    {
        var body = TextFile.Part(TextFile.Bytes(Format.Odt, PlanDocument.Of("ncl-100")), "content.xml");

        body.Descendants().Where(one => one.Name.LocalName == "h").Select(one => one.Value).ShouldBe(["伍、執行方法"]);
        body.Descendants(OdsFile.Table + "table").ShouldAllBe(table =>
            table.Elements(OdsFile.Table + "table-header-rows").Single().Value == string.Concat(PlanDocument.Headings));
    }

    [Theory, MemberData(nameof(Formats))]
    public void Every_style_in_use_is_defined_under_a_name(Format format)
    {
        var bytes = TextFile.Bytes(format, EveryLook());
        var (styles, body) = format == Format.Docx
            ? (TextFile.Part(bytes, "word/styles.xml"), TextFile.Part(bytes, "word/document.xml"))
            : (TextFile.Part(bytes, "styles.xml"), TextFile.Part(bytes, "content.xml"));

        var defined = styles.Descendants().Concat(body.Descendants()).Where(one => one.Name.LocalName == "style")
            .SelectMany(one => one.Attributes().Where(two => two.Name.LocalName is "styleId" or "name")).Select(one => one.Value).ToHashSet();
        var used = body.Descendants().Where(one => one.Name.LocalName is "pStyle" or "tblStyle").Select(one => one.Attributes().Single().Value)
            .Concat(body.Descendants().SelectMany(one => one.Attributes().Where(two => two.Name.LocalName == "style-name")).Select(one => one.Value));

        used.Distinct().Where(name => !defined.Contains(name)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Formats))]
    public void Opened_by_LibreOffice_every_page_has_the_header_row_and_its_number(Format format)
    {
        using var office = new LibreOffice();
        office.Convert("pdf", office.Add($"plan.{format}", TextFile.Bytes(format, PlanDocument.Of("ncl-100"))));

        using var pdf = PdfDocument.Open(office.Result("plan.pdf"));

        pdf.NumberOfPages.ShouldBeInRange(5, 14);
        foreach (var page in pdf.GetPages())
        {
            var words = string.Concat(ContentOrderTextExtractor.GetText(page).Where(letter => !char.IsWhiteSpace(letter)));
            PlanDocument.Headings.ShouldAllBe(heading => words.Contains(heading), $"page {page.Number}");
            words.ShouldContain($"第{page.Number}頁／共{pdf.NumberOfPages}頁");
            words.ShouldContain("雜湊值3f2b&核章版");
            (page.Width > page.Height).ShouldBeTrue();
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_page_break_goes_to_what_follows_be_it_prose_or_a_table(Format format)
    {
        var document = new Document("分頁",
            [new Paragraph("甲"), new PageBreak(), new Paragraph("乙"), new PageBreak(), new Table([new(50)], [new([new Cell(0, "丙")])])]);
        using var office = new LibreOffice();
        office.Convert("pdf", office.Add($"break.{format}", TextFile.Bytes(format, document)));

        using var pdf = PdfDocument.Open(office.Result("break.pdf"));

        pdf.GetPages().Select(page => "甲乙丙".Single(letter => page.Text.Contains(letter))).ShouldBe("甲乙丙");
    }

    private static string? Style(XElement paragraph) =>
        paragraph.Element(TextFile.W + "pPr")?.Element(TextFile.W + "pStyle")?.Attribute(TextFile.W + "val")?.Value;

    private static Document EveryLook()
    {
        var header = new Row([.. Enum.GetValues<CellLook>().Select((look, column) => new Cell(column, look.ToString()) { Look = CellLook.Header })]);
        var body = new Row([.. Enum.GetValues<CellLook>().Select((look, column) => new Cell(column, "▲ 落後") { Look = look })]);
        var numbers = new Row([new Cell(0, "85") { Number = 85 }, new Cell(3, "合併") { ColumnSpan = 3, RowSpan = 2 }]);
        var table = new Table([.. header.Cells.Select(_ => new Column(0))], [header, body, numbers, new Row([])]) { Name = "外觀", HeaderRows = 1 };
        return new Document("外觀",
        [
            .. Enumerable.Range(1, 6).Select(level => new Heading(level, $"第{level}層")), table, table, new PageBreak(), table,
            new PageBreak(), new Paragraph("完"),
        ])
        {
            Agency = "館",
            PrintedOn = "115年1月1日",
            Page = PageSetup.A4Portrait,
        };
    }
}
