using System.Text;

namespace QualityPlan.UnitTests.Reading;

/// <summary>Files made to break a reader: each with its name, its bytes and the code it must be refused with.</summary>
internal static class HostileFiles
{
    private const string Row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    private const string WordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly byte[] OldMark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Zeros = new byte[3_000_000];

    public static readonly IReadOnlyDictionary<string, (string FileName, Func<byte[]> Make, string Code)> All =
        new Dictionary<string, (string, Func<byte[]>, string)>
        {
            ["empty"] = ("a.docx", () => [], "FILE-EMPTY"),
            ["eleven megabytes"] = ("a.docx", () => new byte[11 * 1024 * 1024], "FILE-SIZE"),
            ["program"] = ("a.exe", () => "MZ"u8.ToArray(), "FILE-KIND"),
            ["no extension"] = ("計畫", () => Packages.Docx("<w:p/>"), "FILE-KIND"),
            ["extension after a turned name"] = ("a\u202Excod.exe", () => Packages.Docx("<w:p/>"), "FILE-KIND"),
            ["picture named docx"] = ("a.docx", () => [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0], "FILE-MISMATCH"),
            ["picture named html"] = ("a.html", () => [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0], "FILE-MISMATCH"),
            ["zip named html"] = ("a.html", () => Packages.Docx("<w:p/>"), "FILE-MISMATCH"),
            ["text named xlsx"] = ("a.xlsx", () => "a,b"u8.ToArray(), "FILE-MISMATCH"),
            ["workbook named docx"] = ("a.docx", () => Packages.Xlsx(Row), "FILE-MISMATCH"),
            ["odt named ods"] = ("a.ods", () => Packages.Odt("<text:p>x</text:p>"), "FILE-MISMATCH"),
            ["plain zip named odt"] = ("a.odt", () => RawZip.Of(new RawPart("a.txt", "x")), "FILE-MISMATCH"),
            ["presentation named odt"] = ("a.odt", () => RawZip.Of(Packages.OdfParts("presentation", "<a/>")), "FILE-MISMATCH"),
            ["old word file"] = ("a.doc", () => Old("WordDocument"), "FILE-OLD-FORMAT"),
            ["old workbook"] = ("a.XLS", () => Old("Workbook"), "FILE-OLD-FORMAT"),
            ["old word file renamed"] = ("a.docx", () => Old("WordDocument"), "FILE-OLD-FORMAT"),
            ["old workbook renamed"] = ("a.xlsx", () => Old("Workbook"), "FILE-OLD-FORMAT"),
            ["unknown old container"] = ("a.docx", () => Old("Contents"), "FILE-MISMATCH"),
            ["password on docx"] = ("a.docx", () => Old("EncryptedPackage"), "FILE-PASSWORD"),
            ["password on xlsx"] = ("a.xlsx", () => Old("EncryptionInfo"), "FILE-PASSWORD"),
            ["password on odt"] = ("a.odt", () => RawZip.Of(Packages.OdfParts("text", "x", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")), "FILE-PASSWORD"),
            ["password on the zip"] = ("a.docx", () => RawZip.Of(new RawPart("word/document.xml", "x") { Flags = 1 }), "FILE-PASSWORD"),
            ["docm"] = ("a.docm", () => Packages.Docx("<w:p/>"), "FILE-MACRO"),
            ["docm renamed"] = ("a.docx", () => Macro("application/vnd.ms-word.document.macroEnabled.main+xml"), "FILE-MACRO"),
            ["vbaProject.bin inside"] = ("a.docx", () => With(new RawPart("word/vbaProject.bin", "x")), "FILE-MACRO"),
            ["xlsm renamed"] = ("a.xlsx", () => Macro("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "FILE-MACRO"),
            ["basic inside odt"] = ("a.odt", () => RawZip.Of([.. Packages.OdfParts("text", Packages.Content("")), new("Basic/Standard/Module1.xml", "x")]), "FILE-MACRO"),
            ["python inside ods"] = ("a.ods", () => RawZip.Of([.. Packages.OdfParts("spreadsheet", Packages.Content("")), new("Scripts/python/a.py", "x")]), "FILE-MACRO"),
            ["bomb by ratio"] = ("a.docx", () => With(new RawPart("word/media/a.bmp", Zeros)), "FILE-BOMB"),
            ["bomb that lies about its size"] = ("a.docx", () => With(new RawPart("word/media/a.bmp", Zeros) { Size = 1000 }), "FILE-BOMB"),
            ["too many entries"] = ("a.docx", () => RawZip.Of([.. Enumerable.Range(0, 2001).Select(i => new RawPart($"a{i}", "x"))]), "FILE-BOMB"),
            ["many names for the same bytes"] = ("a.docx", Overlapping, "FILE-BOMB"),
            ["more entries claimed than there are"] = ("a.docx", () => RawZip.Of([new RawPart("a", "x")], 1500), "FILE-DAMAGED"),
            ["fewer entries claimed than there are"] = ("a.docx", () => RawZip.Of([.. Packages.DocxParts($"<w:document xmlns:w=\"{WordSpace}\"/>"), new RawPart("b", "x")], 4), "FILE-STRUCTURE"),
            ["fewer entries than none"] = ("a.docx", FewerThanNone, "FILE-DAMAGED"),
            ["spread over two disks"] = ("a.docx", OnTwoDisks, "FILE-STRUCTURE"),
            ["declared size too large"] = ("a.docx", () => With(new RawPart("a", "abc") { Size = 4 }), "FILE-STRUCTURE"),
            ["declared size too small"] = ("a.docx", () => With(new RawPart("a", "abc") { Size = 2 }), "FILE-STRUCTURE"),
            ["packed size beyond the end"] = ("a.docx", () => With(new RawPart("a", "abc") { PackedSize = 1 << 30 }), "FILE-DAMAGED"),
            ["wrong crc"] = ("a.docx", () => With(new RawPart("a", "abc") { Crc = 1 }), "FILE-STRUCTURE"),
            ["unknown compression"] = ("a.docx", () => With(new RawPart("a", "abc") { Method = 99 }), "FILE-DAMAGED"),
            ["stored but said to be deflated"] = ("a.docx", NotDeflated, "FILE-DAMAGED"),
            ["the same part twice"] = ("a.docx", () => With(new RawPart("word/document.xml", "<x/>")), "FILE-STRUCTURE"),
            ["the same part in capitals"] = ("a.docx", () => With(new RawPart("WORD/DOCUMENT.XML", "<x/>")), "FILE-STRUCTURE"),
            ["another name in the local header"] = ("a.docx", () => With(new RawPart("a", "x") { LocalName = "b" }), "FILE-STRUCTURE"),
            ["upwards"] = ("a.docx", () => With(new RawPart("../../etc/passwd", "x")), "FILE-STRUCTURE"),
            ["upwards with backslashes"] = ("a.docx", () => With(new RawPart("..\\a", "x")), "FILE-STRUCTURE"),
            ["absolute"] = ("a.docx", () => With(new RawPart("/etc/passwd", "x")), "FILE-STRUCTURE"),
            ["drive"] = ("a.docx", () => With(new RawPart("C:a", "x")), "FILE-STRUCTURE"),
            ["name without letters"] = ("a.docx", () => With(new RawPart("", "x")), "FILE-STRUCTURE"),
            ["no main part"] = ("a.docx", () => RawZip.Of(Packages.DocxParts("<x/>")[..3]), "FILE-DAMAGED"),
            ["another root"] = ("a.docx", () => RawZip.Of(Packages.DocxParts("<x/>")), "FILE-DAMAGED"),
            ["not well-formed"] = ("a.docx", () => Packages.Docx("<w:p>"), "FILE-DAMAGED"),
            ["undeclared entity"] = ("a.docx", () => Packages.Docx("<w:p>&who;</w:p>"), "FILE-DAMAGED"),
            ["unknown encoding"] = ("a.docx", () => RawZip.Of(Packages.DocxParts("<?xml version=\"1.0\" encoding=\"x-y\"?><a/>")), "FILE-DAMAGED"),
            ["dtd in docx"] = ("a.docx", () => RawZip.Of(Packages.DocxParts($"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"{WordSpace}\"/>")), "FILE-XML-DECLARATION"),
            ["billion laughs in xlsx"] = ("a.xlsx", () => RawZip.Of(Packages.XlsxParts("<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>")), "FILE-XML-DECLARATION"),
            ["dtd in odt"] = ("a.odt", () => RawZip.Of(Packages.OdfParts("text", "<!DOCTYPE a><a/>")), "FILE-XML-DECLARATION"),
            ["dtd in the content types"] = ("a.docx", () => RawZip.Of(new RawPart("[Content_Types].xml", "<!DOCTYPE a><a/>")), "FILE-XML-DECLARATION"),
            ["100,000 tags deep in docx"] = ("a.docx", () => Packages.Docx(Repeat("<w:sdt><w:sdtContent>", 50_000)), "FILE-DEPTH"),
            ["100,000 tags deep in odt"] = ("a.odt", () => Packages.Odt(Repeat("<text:section>", 100_000)), "FILE-DEPTH"),
            ["tables in tables"] = ("a.docx", () => Packages.Docx(Repeat("<w:tbl><w:tr><w:tc>", 100)), "FILE-DEPTH"),
            ["deep where nobody looks"] = ("a.docx", () => Packages.Docx(Repeat("<w:a>", 100_000)), "FILE-DEPTH"),
            ["one attribute of 5 MB"] = ("a.docx", () => Packages.Docx($"<w:p w:x=\"{Noise(5_000_000)}\"/>"), "FILE-DEPTH"),
            ["far row"] = ("a.xlsx", () => Packages.Xlsx("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"), "FILE-AREA"),
            ["far column"] = ("a.xlsx", () => Packages.Xlsx("<row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row>"), "FILE-AREA"),
            ["rows backwards"] = ("a.xlsx", () => Packages.Xlsx("<row r=\"3\"/><row r=\"2\"/>"), "FILE-STRUCTURE"),
            ["merges over merges"] = ("a.xlsx", () => Packages.Xlsx(LastRow, "<mergeCells>" + Repeat("<mergeCell ref=\"A1:GR20000\"/>", 30_000) + "</mergeCells>"), "FILE-STRUCTURE"),
            ["shared text that is not there"] = ("a.xlsx", () => Packages.Xlsx("<row><c t=\"s\"><v>5</v></c></row>"), "FILE-DAMAGED"),
            ["17 billion cells in ods"] = ("a.ods", () => Packages.Ods(Repeated(1_048_576, 16_384)), "FILE-AREA"),
            ["a count beyond all numbers"] = ("a.ods", () => Packages.Ods(Repeated(99_999_999_999, 1)), "FILE-AREA"),
            ["far cell behind empty rows"] = ("a.ods", () => Packages.Ods("<table:table><table:table-row table:number-rows-repeated=\"30000\"><table:table-cell/></table:table-row><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"), "FILE-AREA"),
            ["gridSpan of two billion"] = ("a.docx", () => Packages.Docx("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/></w:tcPr></w:tc></w:tr></w:tbl>"), "FILE-AREA"),
            ["gridSpan that wraps around"] = ("a.docx", () => Packages.Docx("<w:tbl><w:tr>" + Cell("") + Cell("<w:vMerge w:val=\"restart\"/>") + "</w:tr><w:tr>" + Cell("") + Cell("<w:gridSpan w:val=\"2147483647\"/><w:vMerge/>") + Cell("") + "</w:tr></w:tbl>"), "FILE-AREA"),
            ["30,000 cells joined to one"] = ("a.docx", () => Packages.Docx("<w:tbl><w:tr>" + Cell("") + Repeat(Cell("<w:hMerge/>"), 30_000) + "</w:tr></w:tbl>"), "FILE-AREA"),
            ["a paragraph joined out of thousands"] = ("a.docx", () => Packages.Docx(Repeat($"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>{new string('館', 1_000)}</w:t></w:r></w:p>", 6_000)), "FILE-DEPTH"),
            ["a long text in each place of a grid"] = ("a.ods", () => Packages.Ods(Repeated(20_000, 200).Replace(">x<", $">{new string('館', 2_000)}<")), "FILE-DEPTH"),
            ["full grids in each place of a grid"] = ("a.odt", () => Packages.Odt(Nested(4)), "FILE-DEPTH"),
            ["blanks by the billion"] = ("a.odt", () => Packages.Odt("<text:p>" + Repeat("<text:s text:c=\"999999999\"/>", 150_000) + "</text:p>"), "FILE-DEPTH"),
            ["too many full grids"] = ("a.ods", () => Packages.Ods(Repeat(Distinct(200), 8_000)), "FILE-DEPTH"),
        };

    private static string LastRow => "<row r=\"20000\"><c r=\"A20000\"><v>1</v></c></row>";

    private static byte[] With(RawPart part) =>
        RawZip.Of([.. Packages.DocxParts($"<w:document xmlns:w=\"{WordSpace}\"/>"), part]);

    private static byte[] Macro(string mainType)
    {
        var parts = mainType.Contains("word") ? Packages.DocxParts("<x/>") : Packages.XlsxParts("<x/>");
        parts[0] = Packages.Types(mainType.Contains("word") ? "/word/document.xml" : "/xl/workbook.xml", mainType);
        return RawZip.Of(parts);
    }

    private static byte[] Old(string stream) => [.. OldMark, .. new byte[500], .. Encoding.Unicode.GetBytes(stream + "\0"), .. new byte[500]];

    /// <summary>The data of each entry are said to reach over those behind it, so that the same bytes count many times.</summary>
    private static byte[] Overlapping() => RawZip.Of([.. Enumerable.Range(0, 50).Select(i =>
        new RawPart($"a{i:00}", new byte[1_000]) { Method = 0, PackedSize = i < 25 ? 20_000u : null })]);

    private static byte[] NotDeflated()
    {
        var zip = With(new RawPart("a", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }) { Method = 0 });
        foreach (var mark in new[] { "PK\u0001\u0002", "PK\u0003\u0004" })
        {
            var at = zip.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(mark));
            zip[at + (mark[2] == 1 ? 10 : 8)] = 8;
        }

        return zip;
    }

    private static string Cell(string settings) => $"<w:tc><w:tcPr>{settings}</w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>";

    /// <summary>The end says that the counts stand in its 64-bit form, and there the number of entries is -1.</summary>
    private static byte[] FewerThanNone()
    {
        var zip = Packages.Docx("<w:p/>");
        var parts = zip.AsSpan(0, zip.Length - 22);
        using var output = new MemoryStream();
        using var writer = new BinaryWriter(output);
        writer.Write(parts);
        writer.Write(0x06064b50u);
        writer.Write(44L);
        writer.Write(0x002D_002Du);
        writer.Write(0L);
        writer.Write(-1L);
        writer.Write(-1L);
        writer.Write(0L);
        writer.Write(0L);
        writer.Write(0x07064b50u);
        writer.Write(0);
        writer.Write((long)parts.Length);
        writer.Write(1);
        writer.Write([0x50, 0x4B, 5, 6, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0]);
        return output.ToArray();
    }

    private static byte[] OnTwoDisks()
    {
        var zip = Packages.Docx("<w:p/>");
        zip[^18] = 1;
        return zip;
    }

    private static string Repeated(long rows, long columns) =>
        $"<table:table><table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell table:number-columns-repeated=\"{columns}\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>";

    private static string Nested(int depth) => depth == 0
        ? "<text:p>x</text:p>"
        : "<table:table><table:table-row table:number-rows-repeated=\"1000\"><table:table-cell table:number-columns-repeated=\"50\">"
            + Nested(depth - 1) + "</table:table-cell></table:table-row></table:table>";

    private static string Distinct(int columns) =>
        $"<table:table><table:table-row><table:table-cell table:number-columns-repeated=\"{columns}\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>";

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Noise(int length)
    {
        var random = new Random(7);
        return string.Create(length, random, (span, source) => source.GetItems("ab", span));
    }
}
