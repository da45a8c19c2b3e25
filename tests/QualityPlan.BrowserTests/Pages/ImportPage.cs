using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests.Pages;

/// <summary>匯入計畫: the upload, and the repair of what was doubtful.</summary>
public sealed class ImportPage(Visit visit)
{
    public ILocator OpenDoubts => visit.Page.Locator("[data-testid=doubt]:not([data-done])");

    public ILocator OpenCount => visit.Find("open-count");

    public ILocator Doubts => visit.Find("doubt");

    public ILocator Table => visit.Find("preview-table");

    public static async Task<ImportPage> OpenAsync(Visit visit)
    {
        await visit.GoAsync("/imports");
        return new ImportPage(visit);
    }

    public static async Task<ImportPage> UploadAsync(Visit visit, string file)
    {
        await visit.GoAsync("/imports");
        await visit.Find("upload-file").SetInputFilesAsync(file);
        await visit.Find("upload").ClickAsync();
        await Expect(visit.Find("repair-form")).ToBeVisibleAsync();
        return new ImportPage(visit);
    }

    /// <summary>The names and cells in doubt, as the page asks for them.</summary>
    public async Task<IReadOnlyList<string>> AskedAsync()
    {
        var asked = new List<string>();
        foreach (var doubt in await OpenDoubts.AllAsync())
        {
            asked.Add(await doubt.GetAttributeAsync("aria-label") ?? "");
        }
        return asked;
    }

    /// <summary>The name means the unit that is suggested.</summary>
    public Task ChooseAsync(string name, string unit) =>
        OfUnit(name).GetByLabel(unit, new LocatorGetByLabelOptions { Exact = true }).CheckAsync();

    /// <summary>The name stands for every unit.</summary>
    public async Task MakeEveryUnitAsync(string name)
    {
        var doubt = OfUnit(name);
        await doubt.GetByTestId("choose-new").CheckAsync();
        await doubt.GetByTestId("new-name").FillAsync(name);
        await doubt.GetByTestId("new-kind").SelectOptionAsync("NewEveryUnit");
    }

    public Task WriteDeadlineAsync(int row, string words) =>
        visit.Page.Locator($"[data-key='c:{row}:Deadline']").GetByTestId("text").FillAsync(words);

    public Task SaveAsync() => visit.Find("save").ClickAsync();

    public async Task AcceptAsync()
    {
        await visit.Find("accept").ClickAsync();
        await Expect(visit.Find("approve")).ToBeVisibleAsync();
    }

    /// <summary>Pastes as a browser does: html and plain text side by side.</summary>
    public Task PasteAsync(string html, string text) => visit.Find("paste-area").EvaluateAsync(
        """
        (area, [html, text]) => {
          const data = new DataTransfer();
          data.setData('text/html', html);
          data.setData('text/plain', text);
          area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, new[] { html, text });

    public ILocator Doubt(string key) => visit.Page.Locator($"[data-testid=doubt][data-key='{key}']");

    public Task MakePlanAsync() => visit.Find("accept").ClickAsync();

    private ILocator OfUnit(string name) => visit.Page.Locator($"[data-key='u:{name}']");
}
