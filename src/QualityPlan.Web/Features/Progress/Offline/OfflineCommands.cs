using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress.Offline;

/// <summary>Writes what was chosen of an offline file, by the same way and under the same rules as the fill-in page.</summary>
public sealed class OfflineCommands(OfflineQueries queries, RowSavingCommands rows)
{
    /// <summary>Saves all or nothing. Compares anew: what was changed in between is shown again, not overwritten.</summary>
    public async Task<OfflineOutcome> SaveAsync(FilingKey key, OfflineForm form, Actor actor, CancellationToken cancellation)
    {
        if (await queries.PageAsync(key, actor, cancellation) is not { } page)
        {
            return new OfflineOutcome(SaveResult.NotThere, null);
        }
        var cells = form.Cells.ToDictionary(cell => cell.Key, cell => new OfflineTexts(cell.Value.Before, cell.Value.File));
        var comparison = OfflineMerge.Of(page.Sheet, cells);
        page = page with { Comparison = comparison, Chosen = form };
        if (!page.MayWrite.IsAllowed)
        {
            return new OfflineOutcome(SaveResult.Refused(page.MayWrite), page);
        }
        if (comparison.Rows.Any(row => form.Stamps.GetValueOrDefault(row.Row.AssignmentId) != row.Stamp))
        {
            return Stale(page);
        }
        var open = comparison.Cells.Where(cell => cell.IsOffered && form.Cells[cell.Key].TakesFile is null).ToList();
        if (open.Count > 0)
        {
            var faults = open.Select(cell => new BoxFault(BoxOf(cell), $"「{cell.Caption}」檔案與系統的內容不同，請選擇要用哪一個。"));
            return new OfflineOutcome(new SaveResult(SaveOutcome.Faulty) { Faults = faults.ToList() }, page);
        }
        var taken = Taken(comparison, form);
        var result = await rows.SaveAsync(key, taken.Form, actor, cancellation);
        return result.Outcome == SaveOutcome.Stale
            ? Stale(await queries.PageAsync(key, actor, cancellation) is { } fresh ? fresh with { Comparison = OfflineMerge.Of(fresh.Sheet, cells) } : page)
            : new OfflineOutcome(result, page) { Cells = taken.Count, Rows = taken.Form.Rows.Count };
    }

    /// <summary>The name of a box's choice on the comparing page.</summary>
    public static string BoxOf(ComparedCell cell) => $"Cells[{cell.Key}].TakesFile";

    private static OfflineOutcome Stale(OfflinePage page) => new(new SaveResult(SaveOutcome.Stale)
    {
        Faults = [new BoxFault("", "在您比對期間，這份填報又有人更新，系統沒有覆蓋。下方已改為與目前內容比對，請再確認一次。")],
    }, page with { Chosen = new OfflineForm() });

    private static (FilingForm Form, int Count) Taken(Comparison comparison, OfflineForm form)
    {
        var (filing, count) = (new FilingForm(), 0);
        foreach (var row in comparison.Rows)
        {
            var chosen = row.Cells.Where(cell => cell.IsOffered && form.Cells[cell.Key].TakesFile == true).ToDictionary(cell => cell.Key);
            if (chosen.Count == 0)
            {
                continue;
            }
            var boxes = filing.Rows[row.Row.AssignmentId] = ReportForm.Of(row.Row);
            foreach (var field in OfflineField.Of(row.Row))
            {
                if (chosen.TryGetValue(OfflineBook.KeyOf(row.Row.AssignmentId, field.Name), out var cell))
                {
                    field.Take(boxes, cell.Texts.File);
                    count++;
                }
            }
        }
        return (filing, count);
    }
}

/// <summary>How it went; the page to show again, null when there is no such filing.</summary>
public sealed record OfflineOutcome(SaveResult Result, OfflinePage? Page)
{
    /// <summary>How many boxes were written, in how many rows.</summary>
    public int Cells { get; init; }

    public int Rows { get; init; }
}
