using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.EvidencePacks;

public class CriteriaImportTests(Site site) : IClassFixture<Site>
{
    private const string Csv = "115年度自評表,,\r\n編號,評核項目,配分\r\n1,流程,\r\n1.10,十,10分\r\n1.9,\"九,含逗號\",\r\n,合計,100\r\n";

    [Fact]
    public async Task A_csv_is_shown_first_and_becomes_a_list_only_when_accepted()
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        var big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes(Csv);
        var before = await CountAsync();

        var preview = await UploadAsync(office, "自評表.csv", big5);

        preview.Status.ShouldBe(HttpStatusCode.OK);
        preview.Html.QuerySelectorAll("[data-testid=preview] input[name$=Title]").Select(box => box.GetAttribute("value")).ShouldBe(["流程", "九,含逗號", "十", "合計"]);
        preview.Html.QuerySelectorAll("p.remark").Length.ShouldBe(1);
        (await CountAsync()).ShouldBe(before, "nothing is saved by looking");

        var saved = await office.SubmitAsync(preview, "[data-testid=preview-form]", ("Form.List.Name", "自評甲"), ("Form.Rows[1].Title", "九（改過）"));

        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.Text);
        var list = await ListAsync("自評甲");
        saved.Location.ShouldBe($"/evidence-packs/lists/{list.Id}");
        list.Criteria.OrderBy(one => one.Id).Select(one => (one.Number, one.Title, one.Points, one.Parent?.Number)).ShouldBe(
            [("1", "流程", "", null), ("1.9", "九（改過）", "", "1"), ("1.10", "十", "10分", "1")]);
        (await site.AskAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "import-criteria" && entry.EntityId == $"{list.Id}"))).Summary.ShouldContain("共 3 項");
        (await office.GetAsync(saved.Location!)).Text.ShouldContain("九（改過）");
    }

    [Fact]
    public async Task Doubts_that_stop_it_are_all_named_at_once_and_what_was_typed_stays()
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        var preview = await PasteAsync(office, "編號\t評核項目\n1\t流程\n1\t重複的\n3\t\n");
        preview.Html.QuerySelectorAll("p.remark").Length.ShouldBe(2);
        var before = await CountAsync();

        var refused = await office.SubmitAsync(preview, "[data-testid=preview-form]", ("Form.List.Name", "自評乙"), ("Form.Rows[0].Description", "補寫的說明"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Html.QuerySelectorAll(".errors li").Select(line => line.TextContent).ShouldBe(
            ["第 3 列：編號「1」重複，請改編號、改層級或不匯入這一列。", "第 4 列：缺標題，請補上或不匯入這一列。"]);
        refused.Text.ShouldContain("補寫的說明");
        (await CountAsync()).ShouldBe(before);

        var mended = await office.SubmitAsync(refused, "[data-testid=preview-form]", ("Form.Rows[1].Level", "2"), ("Form.Rows[2].IsLeftOut", "true"));
        mended.Status.ShouldBe(HttpStatusCode.Redirect, mended.Text);
        (await ListAsync("自評乙")).Criteria.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("1.1 單一窗口\n1.2 線上申辦", "單一窗口|線上申辦")]
    [InlineData("編號,項目\n1,流程\n2,環境", "流程|環境")]
    [InlineData("<table><tr><td>編號<td>項目<tr><td>1<td>流程</table>", "流程")]
    [InlineData("一、流程，含標點\n二、環境", "流程，含標點|環境")]
    public async Task What_is_pasted_is_understood(string text, string titles) => string.Join('|',
        (await PasteAsync(await site.SignInAsync(Role.PlanOffice), text)).Html.QuerySelectorAll("[data-testid=preview] input[name$=Title]").Select(box => box.GetAttribute("value")))
            .ShouldBe(titles);

    [Fact]
    public async Task More_lines_than_any_list_takes_are_refused_in_words()
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        var preview = await PasteAsync(office, "1 流程");
        var lines = Enumerable.Range(1, 1_200).Select(at => ($"Form.Rows[{at}].Title", $"第{at}項"));

        var answer = await office.SubmitAsync(preview, "[data-testid=preview-form]", [("Form.List.Name", "太長的"), .. lines]);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("超過上限 500 列");
    }

    [Fact]
    public async Task A_name_is_used_once_a_year()
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        foreach (var status in new[] { HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity })
        {
            var preview = await PasteAsync(office, "1 流程");
            var answer = await office.SubmitAsync(preview, "[data-testid=preview-form]", ("Form.List.Name", "同名的"), ("Form.List.Year", "116"));
            answer.Status.ShouldBe(status, answer.Text);
        }
        (await site.AskAsync(db => db.CriteriaLists.CountAsync(list => list.Name == "同名的"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "請先貼上評核項目清單。")]
    [InlineData("編號\t項目\t配分", "讀不到任何評核項目")]
    public async Task Nothing_is_said_to_be_nothing(string text, string sentence)
    {
        var answer = await PasteAsync(await site.SignInAsync(Role.PlanOffice), text);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.QuerySelector(".errors")!.TextContent.ShouldContain(sentence);
    }

    [Fact]
    public async Task Control_signs_and_too_many_lines_do_no_harm()
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        var preview = await UploadAsync(office, "a.csv", [.. "1,"u8, 0x01, 0x1B, .. Encoding.UTF8.GetBytes("流\u0007程\n")]);
        (await office.SubmitAsync(preview, "[data-testid=preview-form]", ("Form.List.Name", "控制字元"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ListAsync("控制字元")).Criteria.Single().Title.ShouldBe("流程");

        var many = await UploadAsync(office, "a.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 15_000).Select(line => $"{line},項目\n"))));
        many.Html.QuerySelector(".errors")!.TextContent.ShouldContain("清單有 15000 列，超過上限 500 列");
    }

    private Task<(int Lists, int Criteria, int Trail)> CountAsync() => site.AskAsync(async db =>
        (await db.CriteriaLists.CountAsync(), await db.Criteria.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Action.Contains("criteri"))));

    private Task<CriteriaList> ListAsync(string name) => site.AskAsync(db =>
        db.CriteriaLists.Include(list => list.Criteria).ThenInclude(one => one.Parent).SingleAsync(list => list.Name == name));

    private static async Task<Answer> PasteAsync(Visit office, string text) =>
        await office.SubmitAsync(await office.GetAsync("/evidence-packs/lists/new"), "[data-testid=paste-form]", ("Paste.Text", text));

    private static async Task<Answer> UploadAsync(Visit office, string name, byte[] bytes)
    {
        var page = await office.GetAsync("/evidence-packs/lists/new");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Token!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "Upload.File", name },
        };
        return await Answer.ReadAsync(await office.Client.PostAsync("/evidence-packs/lists/upload", form));
    }
}
