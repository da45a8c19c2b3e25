using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests.Pages;

/// <summary>本季填報 of one's own unit: all rows on one page.</summary>
public sealed class FillInPage(Visit visit)
{
    private const string RowPrefix = "row-";

    public static async Task<FillInPage> OpenAsync(Visit visit, string quarter)
    {
        await visit.GoAsync("/progress");
        await visit.Find("own-rounds").GetByRole(AriaRole.Link).Filter(new LocatorFilterOptions { HasText = quarter }).ClickAsync();
        await Expect(visit.Find("submit")).ToBeVisibleAsync();
        var free = visit.Page.Locator("details.free-rows");
        if (await free.CountAsync() > 0)
        {
            await free.UnfoldAsync();
        }
        return new FillInPage(visit);
    }

    /// <summary>The rows by the number of their assignment, in the order of the page.</summary>
    public async Task<IReadOnlyList<int>> RowsAsync()
    {
        var rows = new List<int>();
        foreach (var row in await visit.Find("fill-in").Locator("section.report-row").AllAsync())
        {
            var id = await row.GetAttributeAsync("data-testid");
            rows.Add(int.Parse(id![RowPrefix.Length..], CultureInfo.InvariantCulture));
        }
        return rows;
    }

    /// <summary>The rows that are marked as filled in.</summary>
    public ILocator DoneRows => visit.Find("fill-in").Locator("section.report-row[data-done]");

    public ILocator DefectOf(int row) => visit.Find($"defect-{row}");

    public Task WriteAsync(int row, string narrative) => visit.Find($"words-{row}").FillAsync(narrative);

    public async Task FillAsync(int row, TypedRow typed)
    {
        var section = visit.Find($"{RowPrefix}{row}");
        if (typed.State is { } state)
        {
            await section.Locator($"input[type=radio][value={state}]").CheckAsync();
        }
        foreach (var due in await section.Locator("[data-due]").AllAsync())
        {
            await due.SetCheckedAsync(typed.IsDone);
        }
        await WriteAsync(row, typed.Narrative);
        if (typed.Cause.Length > 0)
        {
            await section.Locator("details[data-behind]").UnfoldAsync();
            await section.Locator("[name$='.Cause']").FillAsync(typed.Cause);
            await section.Locator("[name$='.Countermeasure']").FillAsync(typed.Countermeasure);
            await section.Locator("[name$='.ExpectedDoneOn']").FillAsync(typed.ExpectedDoneOn);
        }
        if (typed.Evidence is { } file)
        {
            await section.Locator("details.row-more").Filter(new LocatorFilterOptions { HasText = "佐證資料" }).Last.UnfoldAsync();
            await visit.Find($"files-{row}").SetInputFilesAsync(file);
        }
    }

    public async Task SubmitAsync()
    {
        await visit.Find("submit").ClickAsync();
        await Expect(visit.Find("withdraw")).ToBeVisibleAsync();
    }
}

/// <summary>What a reporter types into one row.</summary>
public sealed record TypedRow(string Narrative)
{
    /// <summary>The state's name in the form; null leaves what is chosen beforehand.</summary>
    public string? State { get; init; }

    /// <summary>Whether the checkpoints that are due are ticked.</summary>
    public bool IsDone { get; init; } = true;

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    /// <summary>民國 date.</summary>
    public string ExpectedDoneOn { get; init; } = "";

    public FilePayload? Evidence { get; init; }
}
