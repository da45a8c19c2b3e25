using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests.Pages;

/// <summary>單位審核 of one filing.</summary>
public sealed class ReviewPage(Visit visit)
{
    public ILocator ChangedRows => visit.Page.Locator("[data-testid^=changes-]");

    public static async Task<ReviewPage> OpenAsync(Visit visit, string quarter)
    {
        await visit.GoAsync("/reviews");
        await visit.Find("reviews").GetByRole(AriaRole.Link).Filter(new LocatorFilterOptions { HasText = quarter }).ClickAsync();
        await Expect(visit.Find("approve")).ToBeVisibleAsync();
        return new ReviewPage(visit);
    }

    public ILocator ChangesOf(int row) => visit.Find($"changes-{row}");

    public async Task NameDefectAsync(int row, string defect)
    {
        await visit.Find($"row-{row}").Locator("details.row-more")
            .Filter(new LocatorFilterOptions { HasText = "退回這一列" }).UnfoldAsync();
        await visit.Find($"defect-{row}").FillAsync(defect);
    }

    public async Task ReturnAsync(string mendBy)
    {
        await visit.Page.Locator("[name=MendBy]").FillAsync(mendBy);
        await visit.Find("return").ClickAsync();
        await Expect(visit.Find("reviews")).ToContainTextAsync("退回補正");
    }

    public async Task ApproveAsync()
    {
        await visit.Find("approve").ClickAsync();
        await Expect(visit.Find("reviews")).ToContainTextAsync("主管核可");
    }
}
