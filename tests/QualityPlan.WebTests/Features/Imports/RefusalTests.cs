using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Files that are not taken: the right words on the same page, and nothing left behind.</summary>
public class RefusalTests(Site site) : IClassFixture<Site>
{
    private static readonly byte[] Plan = File.ReadAllBytes(SamplePlan.PathOf("ncl-100.docx"));

    public static readonly TheoryData<string, byte[], string> Files = new()
    {
        { "計畫.docx", [], "檔案是空的（0 位元組），請確認後重新選擇。（錯誤代碼：FILE-EMPTY，" },
        { "計畫.doc", [1, 2, 3], "匯入不支援舊版格式「.doc」，請另存為 .odt 或 .docx。（錯誤代碼：FILE-OLD-FORMAT，" },
        { "計畫.xls", [1, 2, 3], "匯入不支援舊版格式「.xls」，請另存為 .ods 或 .xlsx。（錯誤代碼：FILE-OLD-FORMAT，" },
        { "計畫.docm", Plan, "檔案含有巨集，基於資安考量不予接收，請移除巨集後另存為 .odt 或 .docx。（錯誤代碼：FILE-MACRO，" },
        { "計畫.exe", "MZ"u8.ToArray(), "不接受「.exe」檔案。可接受：.docx、.odt、.xlsx、.ods、.html、.htm、.csv、.txt（錯誤代碼：FILE-KIND，" },
        { "計畫", Plan, "不接受「無副檔名」檔案。" },
        { "計畫.xlsx", Plan, "檔案內容與副檔名「.xlsx」不符，請以原程式另存後再上傳。（錯誤代碼：FILE-MISMATCH，" },
        { "計畫.docx", Plan[..(Plan.Length / 2)], "（錯誤代碼：FILE-" },
        { "計畫.docx", new byte[(11 * 1024 * 1024) + 1], "檔案大小 11.1 MB 超過上限 10 MB，請壓縮圖片或分成多個檔案。（錯誤代碼：FILE-SIZE，" },
        { "計畫.docx", Bomb(), "檔案解壓縮後超過上限，已停止處理。（錯誤代碼：FILE-BOMB，" },
        { "計畫.html", "<table><tr><td>姓名</td><td>電話</td></tr></table>"u8.ToArray(), "找不到計畫表格：需要有「推動作法」（或執行方法、具體作法）欄位的表格。（錯誤代碼：PLAN-NO-TABLE，" },
        { "../../etc/\u202Exslx.exe", "MZ"u8.ToArray(), "不接受「.exe」檔案。" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Files))]
    public async Task A_refused_file_is_explained_on_the_page_and_leaves_nothing(string name, byte[] bytes, string words)
    {
        var desk = await ImportDesk.SitDownAsync(site);
        await desk.Visit.GetAsync("/Imports");
        var (rows, files) = (await RowsAsync(), TemporaryUploads.Now());

        var answer = await desk.UploadAsync(name, bytes);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var message = answer.Html.QuerySelector(".errors li")!.TextContent;
        message.ShouldContain(words);
        message.ShouldMatch("（錯誤代碼：[A-Z-]+，追蹤碼：[0-9a-zA-Z:-]+）$");
        answer.Html.QuerySelector(".field-error")!.TextContent.ShouldContain("錯誤代碼");
        (await RowsAsync()).ShouldBe(rows);
        await TemporaryUploads.ShouldLeaveNothingAsync(files);
    }

    [Fact]
    public async Task A_file_beyond_all_bounds_is_refused_before_it_is_read()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var rows = await RowsAsync();

        var answer = await desk.UploadAsync("計畫.docx", new byte[101 * 1024 * 1024]);

        ((int)answer.Status).ShouldBeInRange(400, 499);
        (await RowsAsync()).ShouldBe(rows);
    }

    [Theory]
    [InlineData("", "請先貼上計畫的表格。")]
    [InlineData("只是一段文字", "找不到計畫表格")]
    [InlineData("<table><tr><td>甲</td></tr></table>", "找不到計畫表格")]
    [InlineData("推動作法\u0001", "看不見的控制字元")]
    public async Task A_paste_without_a_plan_is_explained_and_kept_in_the_box(string text, string words)
    {
        var desk = await ImportDesk.SitDownAsync(site);

        var answer = await desk.PasteAsync(text);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.QuerySelector(".errors li")!.TextContent.ShouldContain(words);
        answer.Html.QuerySelector("textarea")!.TextContent.Trim().ShouldBe(text);
    }

    [Fact]
    public async Task No_file_chosen_says_so()
    {
        var desk = await ImportDesk.SitDownAsync(site);

        var answer = await desk.Visit.SubmitAsync(await desk.Visit.GetAsync("/Imports"), "[data-testid=upload-form]");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.QuerySelector(".errors li")!.TextContent.ShouldBe("請選擇要匯入的檔案。");
    }

    [Fact]
    public async Task Text_with_tabs_is_read_as_a_table()
    {
        var desk = await ImportDesk.SitDownAsync(site);

        var answer = await desk.PasteAsync("實施要項\t推動作法\t完成期限\t承辦單位\n一、流程\t1. 設置窗口\t115年6月\t閱覽組\n");

        var page = await desk.PreviewAsync(ImportDesk.DraftIn(answer));
        page.Html.QuerySelector("[data-testid=tree-row]")!.TextContent.ShouldContain("設置窗口");
    }

    private Task<(int Drafts, int Plans, int Trail)> RowsAsync() => site.AskAsync(async db =>
        (await db.ImportDrafts.CountAsync(), await db.Plans.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Action == "read-plan-file")));

    private static byte[] Bomb()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = new StreamWriter(zip.CreateEntry("[Content_Types].xml").Open(), Encoding.UTF8))
            {
                types.Write("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            }
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open();
            part.Write(new byte[100 * 1024 * 1024]);
        }
        return bytes.ToArray();
    }
}
