using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests.Pages;

/// <summary>核定, reached from the page of a draft.</summary>
public sealed class ApprovalPage(Visit visit)
{
    public static async Task<ApprovalPage> OpenAsync(Visit planPage)
    {
        await planPage.Find("approve").ClickAsync();
        await Expect(planPage.Find("approve-now")).ToBeVisibleAsync();
        return new ApprovalPage(planPage);
    }

    public async Task ApproveAsync(string letterNumber, string issuedOn)
    {
        await visit.Find("letter-number").FillAsync(letterNumber);
        await visit.Find("issued-on").FillAsync(issuedOn);
        await visit.Find("confirmed").CheckAsync();
        await visit.Find("approve-now").ClickAsync();
        await Expect(visit.Find("close")).ToBeVisibleAsync();
    }
}
