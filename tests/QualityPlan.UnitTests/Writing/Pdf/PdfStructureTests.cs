using System.Text;
using QualityPlan.Documents;
using QualityPlan.Documents.Writing.Pdf;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace QualityPlan.UnitTests.Writing.Pdf;

/// <summary>What programs see: tags for the screen reader, bookmarks, language, and the same bytes each time.</summary>
public sealed class PdfStructureTests : IDisposable
{
    private readonly PdfPaper paper = PdfPaper.Of(PlanDocument.Of("ncl-100"));

    public void Dispose() => paper.Dispose();

    [Fact]
    public void The_file_is_sound_and_tagged()
    {
        paper.Ask("qpdf", "--check", "FILE").ShouldContain("No syntax or stream encoding errors found");
        var information = paper.Ask("pdfinfo", "FILE");
        information.ShouldMatch(@"Tagged:\s+yes");
        information.ShouldMatch(@"Title:\s+國家圖書館 100 年度提升服務品質執行計畫");
        information.ShouldMatch(@"Author:\s+國家圖書館");
        information.ShouldNotContain("CreationDate");
        var fonts = paper.Ask("pdffonts", "FILE");
        fonts.ShouldContain("+NotoSansTC-Regular");
        fonts.ShouldNotContain(" no ", Case.Sensitive, "every font is embedded, a subset, and has its way back to Unicode");
    }

    [Fact]
    public void The_tags_tell_the_table_as_it_was_built()
    {
        var table = PlanDocument.Of("ncl-100").Tables.Single();

        var rows = Elements("Table").ShouldHaveSingleItem().Kids.ToList();

        rows.Count.ShouldBe(table.Rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            rows[row].Type.ShouldBe("TR");
            rows[row].Kids.Select(cell => (cell.Type, cell.Attribute("RowSpan") ?? "1")).ShouldBe(
                table.Rows[row].Cells.Select(cell => (row == 0 ? "TH" : "TD", $"{cell.RowSpan}")), $"row {row}");
        }

        rows[0].Kids.ShouldAllBe(cell => cell.Attribute("Scope") == "Column");
    }

    [Fact]
    public void Headings_and_paragraphs_are_tagged_in_their_order()
    {
        using var other = PdfPaper.Of(new Heading(1, "甲"), new Paragraph("文"), new Heading(2, "乙"), new Heading(3, "丙"), PdfPaper.Table([20]));

        Root(other.Pdf).Kids.Single().Kids.Select(kid => kid.Type).ShouldBe(["Title", "H1", "P", "H2", "H3", "Table"]);
    }

    [Fact]
    public void A_merged_heading_tells_its_width()
    {
        var table = new Table([new(20), new(20), new(20)],
            [new Row([new Cell(0, "燈號與件數") { Look = CellLook.Header, ColumnSpan = 2 }, new Cell(2, "說明") { Look = CellLook.Header }])]) { HeaderRows = 1 };
        using var other = PdfPaper.Of(table);

        Elements("TH", Root(other.Pdf)).Select(cell => cell.Attribute("ColSpan")).ShouldBe(["2", null]);
    }

    [Fact]
    public void Bookmarks_follow_the_headings()
    {
        using var other = PdfPaper.Of(new Heading(1, "壹、依據"), new Paragraph("文"), new Heading(2, "一、目標"), new Heading(2, "二、期程"), new PageBreak(), new Heading(1, "貳、作法"));

        other.Pdf.TryGetBookmarks(out var bookmarks).ShouldBeTrue();

        var nodes = bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Select(node => (node.Level, node.Title, node.PageNumber));
        nodes.ShouldBe([(0, "壹、依據", 1), (1, "一、目標", 1), (1, "二、期程", 1), (0, "貳、作法", 2)]);
    }

    [Fact]
    public void Language_title_and_metadata_are_set()
    {
        var catalog = paper.Pdf.Structure.Catalog.CatalogDictionary;
        catalog.Data["Lang"].ShouldBeOfType<StringToken>().Data.ShouldBe("zh-Hant-TW");
        catalog.Data["ViewerPreferences"].ShouldBeOfType<DictionaryToken>().Data["DisplayDocTitle"].ShouldBe(BooleanToken.True);
        paper.Pdf.TryGetXmpMetadata(out var metadata).ShouldBeTrue();
        Encoding.UTF8.GetString(metadata!.GetXmlBytes()).ShouldContain("國家圖書館 100 年度提升服務品質執行計畫");
    }

    [Fact]
    public async Task The_same_document_gives_the_same_bytes_on_every_thread()
    {
        var document = PlanDocument.Of("ncl-100");
        var fonts = PdfFonts.BesideProgram();

        var printed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var again = PdfPaper.Of(document, fonts);
            return again.Bytes;
        })));

        printed.ShouldAllBe(bytes => bytes.SequenceEqual(printed[0]));
        printed[0].ShouldBe(paper.Bytes);
        printed[0].Length.ShouldBeLessThan(250_000, "a subset, not the font");
    }

    private IEnumerable<Element> Elements(string type) => Elements(type, Root(paper.Pdf));

    private static IEnumerable<Element> Elements(string type, Element from) =>
        from.Kids.SelectMany(kid => Elements(type, kid).Prepend(kid)).Where(element => element.Type == type).Distinct();

    private static Element Root(PdfDocument pdf) => new(pdf, Resolve(pdf, pdf.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"]));

    private static DictionaryToken Resolve(PdfDocument pdf, IToken token) =>
        (DictionaryToken)(token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token);

    private sealed record Element(PdfDocument Pdf, DictionaryToken Data)
    {
        public string Type => Data.Data.TryGetValue("S", out var type) ? ((NameToken)type).Data : "";

        public IEnumerable<Element> Kids => (Data.Data["K"] is ArrayToken array ? array.Data : [Data.Data["K"]])
            .OfType<IndirectReferenceToken>().Select(kid => new Element(Pdf, Resolve(Pdf, kid)));

        public string? Attribute(string name) => Data.Data.TryGetValue("A", out var attributes)
            && ((DictionaryToken)attributes).Data.TryGetValue(name, out var value)
            ? value switch { NumericToken number => $"{number.Int}", NameToken text => text.Data, _ => null } : null;
    }
}
