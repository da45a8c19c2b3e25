using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests.Pages;

/// <summary>彙整: the board of the units, the compiled wording, and the way up.</summary>
public sealed class CompilingPage(Visit visit)
{
    public ILocator Missing => visit.Find("missing");

    public static async Task<CompilingPage> OpenAsync(Visit visit, string quarter)
    {
        await visit.GoAsync("/compiling");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync(quarter);
        return new CompilingPage(visit);
    }

    public async Task CompileAsync(string unit)
    {
        var line = visit.Find("board").Locator("tbody tr")
            .Filter(new LocatorFilterOptions { Has = visit.Page.GetByRole(AriaRole.Rowheader, new PageGetByRoleOptions { Name = unit, Exact = true }) });
        await line.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = $"彙整：{unit}的填報" }).ClickAsync();
        await Expect(line.GetByTestId("state")).ToContainTextAsync("已彙整");
    }

    /// <summary>Writes 彙整說明 and the wording of the first rows.</summary>
    public async Task WordAsync(string summary, params string[] wordings)
    {
        await visit.Find("to-table").ClickAsync();
        await visit.Find("summary").FillAsync(summary);
        var boxes = visit.Page.Locator("textarea[data-testid^=wording-]");
        for (var index = 0; index < wordings.Length; index++)
        {
            await boxes.Nth(index).FillAsync(wordings[index]);
        }
        await visit.Find("save-wording").ClickAsync();
        await Expect(visit.Page.GetByText("已儲存彙整文字")).ToBeVisibleAsync();
    }

    public async Task SendUpAsync(string words)
    {
        await visit.Find("to-send-up").First.ClickAsync();
        await Expect(Missing).ToBeVisibleAsync();
        await visit.Find("directive").FillAsync(words);
        await visit.Find("confirm-missing").CheckAsync();
        await visit.Find("send-up").ClickAsync();
        await Expect(visit.Find("withdraw")).ToBeVisibleAsync();
    }
}
