using System.IO.Compression;
using System.Text;
using QualityPlan.Web.Files;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Files;

/// <summary>Which bytes come in under which name, and what people are told of the others.</summary>
public class FileCheckTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static readonly TheoryData<string, byte[]> Accepted = new()
    {
        { "a.pdf", Text("%PDF-1.7 …") },
        { "a.jpg", Jpeg },
        { "a.JPEG", Jpeg },
        { "a.png", Png },
        { "a.docx", Package("[Content_Types].xml", "word/document.xml") },
        { "a.xlsx", Package("[Content_Types].xml", "xl/workbook.xml") },
        { "a.pptx", Package("[Content_Types].xml", "ppt/presentation.xml") },
        { "a.odt", OpenDocument("application/vnd.oasis.opendocument.text") },
        { "a.ods", OpenDocument("application/vnd.oasis.opendocument.spreadsheet") },
        { "a.odp", OpenDocument("application/vnd.oasis.opendocument.presentation") },
        { "a.csv", Text("單位,件數\n閱覽組,3\n") },
        { "a.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("中文")).ToArray() },
        { "big5.txt", [0xA4, 0xA4, 0xA4, 0xE5] },
    };

    public static readonly TheoryData<string, byte[], string> Refused = new()
    {
        { "a.pdf", [], "檔案是空的（0 位元組），請確認後重新選擇。" },
        { "a.pdf", new byte[(20 * 1024 * 1024) + 1], "超過上限 20 MB" },
        { "a.exe", Text("MZ"), "不接受「.exe」檔案。可接受：.pdf" },
        { "a.html", Text("<html>"), "不接受「.html」檔案" },
        { "a.svg", Text("<svg/>"), "不接受「.svg」檔案" },
        { "a.zip", Package("a"), "不接受「.zip」檔案" },
        { "a.js", Text("alert(1)"), "不接受「.js」檔案" },
        { "報告", Text("x"), "檔名沒有副檔名" },
        { "a.pdf", Png, "檔案內容與副檔名「.pdf」不符，請以原程式另存後再上傳。" },
        { "a.png", Jpeg, "檔案內容與副檔名「.png」不符" },
        { "a.txt", Text("  <!DOCTYPE html><script>"), "檔案內容與副檔名「.txt」不符" },
        { "a.csv", Text("<SVG onload=1>"), "檔案內容與副檔名「.csv」不符" },
        { "a.txt", [0x4D, 0x5A, 0x00, 0x01], "檔案內容與副檔名「.txt」不符" },
        { "a.docm", Text("x"), "檔案含有巨集" },
        { "a.docx", Package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "檔案含有巨集" },
        { "a.odt", OpenDocument("application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml"), "檔案含有巨集" },
        { "a.docx", [.. Ole, .. new byte[500], .. Encoding.Unicode.GetBytes("EncryptedPackage\0")], "檔案設有密碼保護" },
        { "a.docx", [.. Ole, .. new byte[500], .. Encoding.Unicode.GetBytes("WordDocument\0")], "檔案內容與副檔名「.docx」不符" },
        { "a.xlsx", Package("[Content_Types].xml", "word/document.xml"), "檔案內容與副檔名「.xlsx」不符" },
        { "a.ods", OpenDocument("application/vnd.oasis.opendocument.text"), "檔案內容與副檔名「.ods」不符" },
        { "a.docx", Package("[Content_Types].xml", "word/document.xml", "../../evil"), "檔案內部結構損壞" },
        { "a.docx", Text("PK\u0003\u0004 shortened"), "檔案已損壞，無法開啟。" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_it_says_it_is_comes_in(string name, byte[] bytes) => Judge(name, bytes).Sentence.ShouldBe("");

    [Theory]
    [MemberData(nameof(Refused))]
    public void Everything_else_is_refused_in_words(string name, byte[] bytes, string said) =>
        Judge(name, bytes).Sentence.ShouldContain(said);

    [Fact]
    public void A_package_that_unpacks_to_two_hundred_megabytes_is_refused_without_holding_them()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml");
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var number = 0; number < 200; number++)
            {
                part.Write(zeros);
            }
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        Judge("a.docx", stream.ToArray()).Sentence.ShouldBe("檔案解壓縮後超過上限，已停止處理。");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 * 1024 * 1024);
    }

    private static Domain.Verdict Judge(string name, byte[] bytes) =>
        FileCheck.Judge(FileNames.Clean(name), new MemoryStream(bytes), new EvidenceOptions());

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] OpenDocument(string type, params string[] more)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var part = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open())
            {
                part.Write(Encoding.ASCII.GetBytes(type));
            }
            foreach (var name in more)
            {
                Add(zip, name);
            }
        }
        return stream.ToArray();
    }

    private static byte[] Package(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                Add(zip, name);
            }
        }
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name)
    {
        using var part = zip.CreateEntry(name).Open();
        if (name == "[Content_Types].xml")
        {
            part.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8);
        }
    }
}
