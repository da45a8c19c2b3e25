using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

public class HostileFileTests
{
    private static readonly Dictionary<string, (string FileName, Func<byte[]> Make, string Code)> All =
        HostileFiles.All.Concat(HostileTexts.All).ToDictionary();

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_refused_in_time_with_its_reason(string name)
    {
        var (fileName, make, code) = All[name];
        var bytes = make();
        ReadResult? result = null;
        ProcessorTime.Of(() => result = DocumentReading.Read(fileName, bytes)).ShouldBeLessThan(ProcessorTime.Longest);
        result!.Document.ShouldBeNull();
        result.Refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public void There_are_more_than_sixty_hostile_files() => All.Count.ShouldBeGreaterThan(60);

    [Theory]
    [InlineData("ncl-100.docx")]
    [InlineData("nlpi-103.odt")]
    [InlineData("nlpi-103.xlsx")]
    [InlineData("ncl-100.ods")]
    public void A_truncated_file_is_damaged_wherever_it_ends(string file)
    {
        var whole = Samples.Bytes(file);
        for (var i = 1; i <= 60; i++)
        {
            var result = DocumentReading.Read(file, whole[..(int)(whole.Length * (i / 61.0))]);
            result.Refusal!.Code.ShouldBe("FILE-DAMAGED");
        }
    }

    [Theory]
    [InlineData("nlpi-103.docx")]
    [InlineData("nlpi-103.odt")]
    [InlineData("nlpi-103.xlsx")]
    [InlineData("nlpi-103.ods")]
    public void A_file_with_flipped_bits_is_read_or_refused(string file)
    {
        var random = new Random(20240101);
        var whole = Samples.Bytes(file);
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            ReadsOrRefuses(file, bytes);
        }
    }

    /// <summary>Flips behind a right check sum, so that they reach the parsers.</summary>
    [Theory]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    [InlineData(".odt")]
    public void Changed_xml_inside_a_sound_package_is_read_or_refused(string extension)
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            ReadsOrRefuses("a" + extension, RawZip.Of([.. Parts(extension).Select(part => Mutated(part, random))]));
        }
    }

    [Fact]
    public void Refusals_tell_people_what_to_do()
    {
        DocumentReading.Read("a.docx", new byte[(int)(10.04 * 1024 * 1024)]).Refusal!.Sentence
            .ShouldBe("檔案大小 10.1 MB 超過上限 10 MB，請壓縮圖片或分成多個檔案。");
        DocumentReading.Read("a.svg", [1]).Refusal!.Sentence
            .ShouldBe("不接受「.svg」檔案。可接受：.docx、.odt、.xlsx、.ods、.html、.htm、.csv、.txt");
        DocumentReading.Read("a.doc", [1]).Refusal!.Sentence.ShouldBe("匯入不支援舊版格式「.doc」，請另存為 .odt 或 .docx。");
        DocumentReading.Read("a.xls", [1]).Refusal!.Sentence.ShouldBe("匯入不支援舊版格式「.xls」，請另存為 .ods 或 .xlsx。");
        DocumentReading.Read("a.ods", [1]).Refusal!.Sentence.ShouldBe("檔案內容與副檔名「.ods」不符，請以原程式另存後再上傳。");
        DocumentReading.Read("a.xlsx", HostileFiles.All["far row"].Make()).Refusal!.Sentence.ShouldBe("資料範圍超過上限（第 1048576 列）。");
    }

    [Fact]
    public void A_stream_is_read_like_its_bytes_and_not_kept_beyond_the_limit()
    {
        DocumentReading.Read("nlpi-103.docx", new MemoryStream(Samples.Bytes("nlpi-103.docx"))).Document.ShouldNotBeNull();
        DocumentReading.Read("a.docx", new MemoryStream(new byte[12 * 1024 * 1024])).Refusal!.Code.ShouldBe("FILE-SIZE");
    }

    [Fact]
    public void An_empty_basic_library_is_no_macro() =>
        DocumentReading.Read("a.odt", RawZip.Of([
            .. Packages.OdfParts("text", Packages.Content("<office:text/>")), new("Basic/Standard/script-lb.xml", "<a/>")])).Refusal.ShouldBeNull();

    private static RawPart[] Parts(string extension) => extension switch
    {
        ".docx" => Packages.DocxParts("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl><w:tr>"
            + "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>推動</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"),
        ".xlsx" => Packages.XlsxParts("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>4.5</v></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>乙</t></is></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A9\"/></mergeCells></worksheet>"),
        _ => Packages.OdfParts("text", Packages.Content("<office:text><text:list text:style-name=\"L\"><text:list-item><text:p>甲<text:s text:c=\"4\"/></text:p></text:list-item></text:list>"
            + "<table:table><table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-spanned=\"2\"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:text>",
            "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" text:display-levels=\"2\"/></text:list-style>")),
    };

    private static RawPart Mutated(RawPart part, Random random)
    {
        var content = (byte[])part.Content.Clone();
        if (random.Next(2) == 0)
        {
            content[random.Next(content.Length)] = (byte)"<>/\"=0929- aZ\0"[random.Next(14)];
        }

        return part with { Content = content };
    }

    /// <summary>FILE-UNREADABLE would be a failure no reader foresaw.</summary>
    private static void ReadsOrRefuses(string file, byte[] bytes)
    {
        ReadResult? result = null;
        ProcessorTime.Of(() => result = DocumentReading.Read(file, bytes)).ShouldBeLessThan(ProcessorTime.Longest);
        (result!.Document is null).ShouldBe(result.Refusal is not null);
        result.Refusal?.Code.ShouldNotBe(Refusals.Unreadable.Code);
    }
}
