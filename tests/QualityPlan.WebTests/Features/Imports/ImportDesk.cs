using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using Shouldly;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Somebody of the plan office at the import pages.</summary>
public sealed class ImportDesk(Site site, Visit visit)
{
    public Visit Visit => visit;

    public static async Task<ImportDesk> SitDownAsync(Site site) => new(site, await site.SignInAsync(Role.PlanOffice));

    public async Task<Answer> UploadAsync(string fileName, byte[] bytes)
    {
        var page = await visit.GetAsync("/Imports");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Token!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "Upload.File", fileName },
        };
        return await Answer.ReadAsync(await visit.Client.PostAsync("/Imports/Upload", form));
    }

    /// <summary>Uploads one of the sample plans; gives the draft's number.</summary>
    public async Task<int> UploadSampleAsync(string file) =>
        DraftIn(await UploadAsync(file, await File.ReadAllBytesAsync(SamplePlan.PathOf(file))));

    public async Task<Answer> PasteAsync(string text) =>
        await visit.SubmitAsync(await visit.GetAsync("/Imports"), "[data-testid=paste-form]", ("Paste.Text", text));

    /// <summary>Pastes a table of rows, cells parted by 「|」, under the usual header; gives the draft's number.</summary>
    public async Task<int> PasteRowsAsync(params IEnumerable<string> rows) => DraftIn(await PasteAsync(Html(rows)));

    public async Task<Answer> PreviewAsync(int draft, string query = "")
    {
        var page = await visit.GetAsync($"/Imports/Preview/{draft}{query}");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        return page;
    }

    public Task<Answer> SaveAsync(Answer page, params (string Name, string Value)[] fields) =>
        visit.SubmitAsync(page, "[data-testid=repair-form]", fields);

    /// <summary>Presses the button that makes the plan.</summary>
    public Task<Answer> AcceptAsync(Answer page, params (string Name, string Value)[] fields)
    {
        var action = page.Html.QuerySelector("[data-testid=accept]")!.GetAttribute("formaction")!;
        page.Html.QuerySelector("[data-testid=repair-form]")!.SetAttribute("action", action);
        return SaveAsync(page, fields);
    }

    /// <summary>Accepts all that is left as it stands and makes the plan; gives its number.</summary>
    public async Task<int> AcceptAllAsync(int draft)
    {
        var page = await PreviewAsync(draft);
        if (page.Html.QuerySelector("[data-testid=accept-rest]") is not null)
        {
            var saved = await SaveAsync(page, ("Form.AcceptRest", "true"));
            saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.Text);
            page = await PreviewAsync(draft);
        }
        return PlanIn(await AcceptAsync(page));
    }

    /// <summary>Presses a button of the tree or of a chapter on a fresh page.</summary>
    public async Task<Answer> PressAsync(int draft, string act) => await PressAsync(await PreviewAsync(draft), act);

    public Task<Answer> PressAsync(Answer page, string act, params (string Name, string Value)[] fields)
    {
        var form = page.Html.QuerySelector("[data-testid=repair-form]")!;
        form.SetAttribute("action", form.GetAttribute("action")!.Replace("/Save/", "/Step/"));
        return SaveAsync(page, [.. fields, ("act", act)]);
    }

    /// <summary>Fills in the page of a row and sends it.</summary>
    public async Task EditRowAsync(int draft, int row, string act, params (string Name, string Value)[] fields)
    {
        var page = await visit.GetAsync($"/Imports/Row/{draft}/{row}");
        var answer = await visit.SubmitAsync(page, "[data-testid=row-form]", [.. fields, ("act", act)]);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
    }

    /// <summary>Presses undo or redo.</summary>
    public async Task TurnAsync(int draft, string button)
    {
        var page = await PreviewAsync(draft);
        page.Find(button).ShouldNotBeNull();
        await visit.SubmitAsync(page, "[data-testid=turn-form]", ("back", button == "undo" ? "true" : "false"));
    }

    /// <summary>The rows of the tree as 「number text|deadline|units」.</summary>
    public async Task<List<string>> LinesAsync(int draft) => [.. (await PreviewAsync(draft)).Html.QuerySelectorAll("[data-testid=tree-row]").Select(Line)];

    private static string Line(IElement row)
    {
        var cells = row.QuerySelectorAll("td").ToList();
        foreach (var extra in row.QuerySelectorAll(".acts, .doubt-link, .read-as").ToList())
        {
            extra.Remove();
        }
        var number = cells[1].QuerySelector(".no")?.TextContent ?? "";
        var text = cells[1].TextContent.Trim()[number.Length..].Trim();
        return $"{number} {text}".Trim() + $"|{cells[2].TextContent.Trim()}|{string.Concat(cells[3].TextContent.Where(letter => !char.IsWhiteSpace(letter)))}";
    }

    public static int DraftIn(Answer answer) => NumberIn(answer, "/Imports/Preview/");

    public static int PlanIn(Answer answer) => NumberIn(answer, "/plans/");

    /// <summary>The doubts of a page: their keys in order.</summary>
    public static IReadOnlyList<string> Doubts(Answer page) =>
        [.. page.Html.QuerySelectorAll("[data-testid=doubt]").Select(doubt => doubt.GetAttribute("data-key")!)];

    /// <summary>The name under which a box of a doubt is posted.</summary>
    public static string Box(Answer page, string key, string field)
    {
        var index = Doubts(page).ToList().IndexOf(key);
        index.ShouldBeGreaterThanOrEqualTo(0, $"{key} is not asked on the page");
        return $"Form.Answers[{index}].{field}";
    }

    public static IElement Doubt(Answer page, string key) =>
        page.Html.QuerySelectorAll("[data-testid=doubt]").Single(doubt => doubt.GetAttribute("data-key") == key);

    /// <summary>The rows of a plan as 「area|sub|item|no|approach|deadline|units」, in the order of the file.</summary>
    public Task<List<string>> RowsAsync(int planId) => site.AskAsync(async db =>
    {
        var rows = await db.Measures.AsNoTracking().Where(row => row.PlanId == planId).OrderBy(row => row.Position)
            .Select(row => new { row.Item.Area, row.Item.Area.Parent, Item = row.Item.Text, row.Number, row.Approach, row.DeadlineText, row.UnitsText })
            .ToListAsync();
        return rows.ConvertAll(row => SamplePlan.Fold(string.Join('|',
            (row.Parent ?? row.Area).Text, row.Parent is null ? "" : row.Area.Text, row.Item, row.Number, row.Approach, row.DeadlineText, row.UnitsText)));
    });

    public Task<List<Measure>> MeasuresAsync(int planId) => site.AskAsync(db => db.Measures.AsNoTracking()
        .Include(row => row.Assignments).Include(row => row.Checkpoints)
        .Where(row => row.PlanId == planId).OrderBy(row => row.Position).ToListAsync());

    public static string Html(IEnumerable<string> rows) => Table([PlanTable.Usual, .. rows]);

    /// <summary>A table in html, its first row the heading.</summary>
    public static string Table(params IEnumerable<string> rows)
    {
        var html = new StringBuilder("<html><body><table>");
        foreach (var row in rows)
        {
            html.Append("<tr>").AppendJoin("", row.Split('|').Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        }
        return html.Append("</table></body></html>").ToString();
    }

    private static int NumberIn(Answer answer, string path)
    {
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        answer.Location.ShouldNotBeNull().ShouldStartWith(path);
        return int.Parse(answer.Location[path.Length..], CultureInfo.InvariantCulture);
    }
}
