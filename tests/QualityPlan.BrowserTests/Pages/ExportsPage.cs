namespace QualityPlan.BrowserTests.Pages;

/// <summary>報表中心.</summary>
public sealed class ExportsPage(Visit visit)
{
    public static async Task<ExportsPage> OpenAsync(Visit visit)
    {
        await visit.GoAsync("/exports");
        return new ExportsPage(visit);
    }

    public Task<Download> PlanBookAsync(int planId, string format) =>
        visit.DownloadAsync(() => visit.Find($"plan-{planId}-{format}").ClickAsync());

    public Task<Download> QuarterBookAsync(int planId, int quarter, string format) =>
        visit.DownloadAsync(() => visit.Find($"quarter-{planId}-{quarter}-{format}").ClickAsync());
}
