using System.Text.Json;
using AngleSharp.Html.Parser;
using QualityPlan.Domain.People;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>CPU time of the pages people wait for.</summary>
internal static class PageFigures
{
    private const double PlanRatio = 4;

    public static async Task MeasureAsync(Libraries libraries, FigureTable table)
    {
        var real = libraries.Real;
        var reporter = await real.Site.SignInAsync(real.UnitId, Role.Reporter);
        var nothing = await Cost.OfCpuAsync(1000, () => reporter.GetAsync("/js/site.js"));
        table.Tell("an answer without a page (what measuring itself costs)", nothing.ToString(), nothing.Runs);
        await PlanPageAsync(real, reporter, table);
        var fillIn = await Cost.OfCpuAsync(100, () => reporter.GetWellAsync(real.FillIn));
        table.Add($"fill-in of a unit with {real.UnitRows} rows, CPU", fillIn, 5);
        await AutosaveAsync(real, table);

        var convener = await libraries.TenYears.Site.SignInAsync(null, Role.Convener);
        var dashboard = await Cost.OfCpuAsync(100, () => convener.GetWellAsync("/dashboard"));
        table.Add("dashboard, 10 years of 150 rows, CPU", dashboard, 10);
        var search = await Cost.OfCpuAsync(40, () => convener.GetWellAsync("/plans?q=%E7%84%A1%E9%9A%9C%E7%A4%99"));
        table.Add("search for 無障礙 over 10 years, CPU", search, 200);
    }

    private static async Task PlanPageAsync(Library real, Caller reporter, FigureTable table)
    {
        var page = await Cost.OfCpuAsync(100, () => reporter.GetWellAsync(real.Plan));
        // As long a batch as the page's: a hundred bare renderings end before any memory is collected, and would not be charged for it.
        var memory = await Cost.OfCpuAsync(600, await RowsFromMemory.PrepareAsync(real));
        var ratio = page.Least / memory.Least;
        table.Tell("plan page, 97 rows, signed in, compressed, CPU", page.ToString(), page.Runs);
        table.Tell("the same rows rendered from memory, CPU", memory.ToString(), memory.Runs);
        table.Add(new Figure("plan page ÷ rendering from memory", $"{FigureTable.Round(ratio)} ×", $"≤ {PlanRatio} ×")
        {
            IsOk = ratio <= PlanRatio,
            Runs = $"{page.Runs} ÷ {memory.Runs}",
        });
    }

    /// <summary>One box of one row, saved again and again with other words.</summary>
    private static async Task AutosaveAsync(Library real, FigureTable table)
    {
        var reporter = await real.Site.SignInAsync(real.UnitId, Role.Reporter);
        var box = await AutosavedRow.FirstAsync(reporter, real.FillIn);
        var commits = real.Site.Commits.Count;
        var saves = 0;
        var cost = await Cost.OfCpuAsync(100, async () =>
        {
            saves++;
            await box.SaveAsync($"本季辦理第 {saves} 次檢討，讀者意見均已回復。");
        });
        table.Add("autosave of one box, CPU", cost, 3);
        table.Add("autosave, durable commits each", (double)(real.Site.Commits.Count - commits) / saves, 1, "commits", $"{saves}");
    }
}

/// <summary>A row of a fill-in page that is saved as the page's script does.</summary>
internal sealed class AutosavedRow(Caller caller, string address, int assignmentId)
{
    private string _stamp = "";

    /// <summary>The first row that can be written.</summary>
    public static async Task<AutosavedRow> FirstAsync(Caller caller, string page) => (await AllAsync(caller, page))[0];

    public static async Task<IReadOnlyList<AutosavedRow>> AllAsync(Caller caller, string page)
    {
        var html = new HtmlParser().ParseDocument((await caller.GetAsync(page)).Text);
        return [.. html.QuerySelectorAll("input[type=hidden][name$='.Stamp']").Select(box =>
        {
            var name = box.GetAttribute("name")!;
            var id = int.Parse(name["Rows[".Length..name.IndexOf(']')]);
            return new AutosavedRow(caller, $"{page}/autosave", id) { _stamp = box.GetAttribute("value") ?? "" };
        })];
    }

    /// <summary>Throws unless the site answers that it is saved.</summary>
    public async Task SaveAsync(string words)
    {
        var row = $"Rows[{assignmentId}]";
        var reply = await caller.PostAsync(
            address, ($"{row}.Stamp", _stamp), ($"{row}.State", "InProgress"), ($"{row}.Narrative", words), ($"{row}.Percent", "75"));
        if (reply.Status != 200)
        {
            throw new InvalidOperationException($"Autosave answered {reply.Status}: {reply.Text}");
        }
        using var answer = JsonDocument.Parse(reply.Body);
        _stamp = answer.RootElement.GetProperty("values").GetProperty($"{row}.Stamp").GetString()!;
    }
}
