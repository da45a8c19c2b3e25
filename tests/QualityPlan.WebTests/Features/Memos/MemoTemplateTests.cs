using System.Net;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Memos;

/// <summary>簽稿範本: the agency's own words, with fixed placeholders and nothing that runs.</summary>
public class MemoTemplateTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private const string Page = "/memos/template";

    [Fact]
    public async Task Its_own_wording_is_used_for_new_drafts_and_unknown_placeholders_are_refused_with_the_list()
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();
        var page = await office.GetAsync(Page);
        page.Find("placeholders")!.ShouldContain("{核定文號}");

        var refused = await office.SubmitAsync(page, "[data-testid=template-form]", ("Form.Subject", "{館長}@(1+1)"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Html.Body!.TextContent.ShouldContain("「{館長}」不是可用的欄位。可用的欄位：{機關}、{計畫}、{年度}");

        var saved = await office.SubmitAsync(refused, "[data-testid=template-form]", ("Form.Subject", "為{季別}成果，@(1+1)，請核示。"));
        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.Text);
        (await office.GetAsync($"/memos/{library.RoundId}")).Html.QuerySelector("#Form_Subject")!.TextContent.Trim()
            .ShouldBe("為115年第1季成果，@(1+1)，請核示。");

        (await office.SubmitAsync(page, "[data-testid=template-form]", ("Form.Subject", "舊頁面"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }
}
