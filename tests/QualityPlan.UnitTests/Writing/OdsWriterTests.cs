using System.IO.Compression;
using System.Text;
using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Writing;

/// <summary>What only an ods has: the order inside the zip, repeated header rows, the same bytes each time.</summary>
public sealed class OdsWriterTests
{
    private static readonly byte[] Plan = SheetFile.Bytes(new OdsWriter(), PlanDocument.Of("ncl-100"));

    [Fact]
    public void The_media_type_stands_first_and_uncompressed()
    {
        Encoding.ASCII.GetString(Plan, 30, 54).ShouldBe("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"[..54]);
        BitConverter.ToUInt16(Plan, 8).ShouldBe((ushort)0, "stored");
        BitConverter.ToUInt16(Plan, 28).ShouldBe((ushort)0, "no extra field");
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        SheetFile.Bytes(new OdsWriter(), PlanDocument.Of("ncl-100")).ShouldBe(Plan);

    [Fact]
    public void The_header_row_alone_is_repeated_on_each_printed_page()
    {
        var header = OdsFile.Part(Plan, "content.xml").Descendants(OdsFile.Table + "table-header-rows").Single();

        header.Elements().Count().ShouldBe(1);
        header.Value.ShouldBe(string.Concat(PlanDocument.Headings));
    }

    [Fact]
    public void Every_part_is_named_in_the_manifest()
    {
        using var zip = new ZipArchive(new MemoryStream(Plan));
        var manifest = OdsFile.Part(Plan, "META-INF/manifest.xml").Root!.Elements()
            .Select(entry => entry.Attributes().Single(attribute => attribute.Name.LocalName == "full-path").Value);

        zip.Entries.Select(entry => entry.FullName).Except(["mimetype", "META-INF/manifest.xml"]).Append("/")
            .ShouldBe(manifest, ignoreOrder: true);
    }

    [Fact]
    public void The_header_stays_in_view_while_scrolling()
    {
        var items = OdsFile.Part(Plan, "settings.xml").Descendants()
            .Where(item => item.Name.LocalName == "config-item")
            .ToDictionary(item => item.FirstAttribute!.Value, item => item.Value);

        items["VerticalSplitMode"].ShouldBe("2");
        items["VerticalSplitPosition"].ShouldBe("5");
    }

    [Fact]
    public void The_paper_and_the_foot_are_set()
    {
        var styles = OdsFile.Part(Plan, "styles.xml");

        var page = styles.Descendants(OdsFile.Style + "page-layout-properties").Single();
        page.Attributes().Where(attribute => attribute.Name.LocalName is "page-width" or "page-height")
            .Select(attribute => attribute.Value).ShouldBe(["297mm", "210mm"]);
        page.Attribute(OdsFile.Style + "print-orientation")!.Value.ShouldBe("landscape");
        page.Attribute(OdsFile.Style + "scale-to-X")!.Value.ShouldBe("1");
        styles.Descendants(OdsFile.Style + "footer").Single().Value.ShouldBe("第 1 頁／共 1 頁雜湊值 3f2b & 核章版");
    }
}
