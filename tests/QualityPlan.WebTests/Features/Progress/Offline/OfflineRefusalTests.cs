using System.Net;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress.Offline;

/// <summary>Files that do not belong here and people who may not: named, and nothing is written.</summary>
public sealed class OfflineRefusalTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task A_file_of_another_unit_quarter_or_plan_is_named_as_such()
    {
        var library = await site.AddLibraryAsync();
        var desk = await OfflineDesk.SitDownAsync(library);
        var file = await desk.DownloadAsync();

        await ShouldBeRefusedAsync(desk, file.Saying("unit", "999999").Saying("unit-name", "別的組"), "OFFLINE-UNIT", "這是「別的組」的離線填報檔");
        await ShouldBeRefusedAsync(desk, file.Saying("round", $"{library.SecondRoundId}").Saying("quarter", "115年第2季"), "OFFLINE-QUARTER", "這是115年第2季的離線填報檔");
        await ShouldBeRefusedAsync(desk, file.Saying("round", "999999"), "OFFLINE-QUARTER", "另一份計畫");
        await ShouldBeRefusedAsync(desk, file.Saying("form", "0"), "OFFLINE-OLD-FORM", "舊版的離線填報檔");
    }

    [Fact]
    public async Task A_file_whose_rows_or_columns_were_changed_is_refused()
    {
        var library = await site.AddLibraryAsync();
        var desk = await OfflineDesk.SitDownAsync(library);
        var file = await desk.DownloadAsync();

        await ShouldBeRefusedAsync(desk, FormFile.Change(file, book => book.Worksheet("填報").LastRowUsed().Delete()), "OFFLINE-STRUCTURE", "增刪");
        await ShouldBeRefusedAsync(desk, FormFile.Change(file, book => book.Worksheet("填報").Column(7).Delete()), "OFFLINE-STRUCTURE", "增刪");
        await ShouldBeRefusedAsync(desk, FormFile.Change(file, book => book.Worksheet("查核點").Delete()), "OFFLINE-STRUCTURE", "增刪");
        await ShouldBeRefusedAsync(desk, FormFile.Change(file, book => book.Worksheet("系統資料").Delete()), "OFFLINE-NOT-FORM", "不是由本系統下載");
    }

    [Theory]
    [InlineData("form.xlsx", "", "FILE-EMPTY")]
    [InlineData("form.xlsx", "not a zip", "FILE-MISMATCH")]
    [InlineData("form.xlsm", "PK", "FILE-MACRO")]
    [InlineData("form.pdf", "%PDF-1.7", "FILE-KIND")]
    [InlineData("form.html", "<table><tr><td>項次</td></tr></table>", "OFFLINE-NOT-FORM")]
    public async Task Strangers_files_meet_the_same_guards_as_in_the_import(string name, string content, string code)
    {
        var desk = await OfflineDesk.SitDownAsync(await site.AddLibraryAsync());
        var answer = await desk.UploadAsync(System.Text.Encoding.UTF8.GetBytes(content), name);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain($"錯誤代碼：{code}");
    }

    [Fact]
    public async Task A_file_above_ten_megabytes_is_refused_with_its_size()
    {
        var desk = await OfflineDesk.SitDownAsync(await site.AddLibraryAsync());
        (await desk.UploadAsync(new byte[11 * 1024 * 1024])).Text.ShouldContain("檔案大小 11 MB 超過上限 10 MB");
    }

    [Fact]
    public async Task Another_units_reporter_finds_nothing_and_other_roles_are_shown_the_door()
    {
        var library = await site.AddLibraryAsync();
        var page = library.Page + "/offline";
        var stranger = await site.SignInAsync(library.Other.Id, Role.Reporter);
        var head = await library.HeadAsync();
        foreach (var address in new[] { page, page + "/file?format=ods" })
        {
            (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await head.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
        foreach (var address in new[] { page + "/compare", page + "/save" })
        {
            (await stranger.PostAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await head.PostAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
        (await (await library.OfficeAsync()).GetAsync(page)).Status.ShouldBe(HttpStatusCode.OK);
        (await (await library.ReporterAsync()).GetAsync(page + "/file?format=pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_the_closing_nothing_is_taken_in()
    {
        var library = await site.AddLibraryAsync();
        var rows = await library.RowsAsync();
        var desk = await OfflineDesk.SitDownAsync(library);
        var file = (await desk.DownloadAsync()).With(rows[0], "執行情形", "太晚");
        var compared = await desk.UploadAsync(file);
        site.Clock.SetDay(QuarterSite.TooLate);
        desk = await OfflineDesk.SitDownAsync(library);

        var late = await desk.UploadAsync(file);
        late.Status.ShouldBe(HttpStatusCode.Forbidden);
        late.Find("closed-reason")!.ShouldContain("截止");
        var stale = compared.Html.QuerySelector("[data-testid=merge-form]")!;
        stale.QuerySelector("input[name=__RequestVerificationToken]")!.SetAttribute("value", late.Token!);
        (await desk.SaveAsync(compared)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await library.FilingAsync()).Reports.ShouldBeEmpty();
    }

    private static async Task ShouldBeRefusedAsync(OfflineDesk desk, byte[] file, string code, string words)
    {
        var answer = await desk.UploadAsync(file);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, code);
        answer.Text.ShouldContain($"錯誤代碼：{code}");
        answer.Text.ShouldContain(words);
        answer.Find("merge-form").ShouldBeNull();
    }
}
