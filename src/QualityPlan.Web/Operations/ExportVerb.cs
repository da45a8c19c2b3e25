using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Setup;

namespace QualityPlan.Web.Operations;

/// <summary>
/// <c>export --plan ID --book plan|quarter|exceptions|memo|unit|year --format … --out FILE</c> or <c>export --book raw …</c>:
/// writes a book for scripts, unsigned quarters as they stand. Exit code 0, or 2 with one sentence on standard error.
/// </summary>
public static class ExportVerb
{
    private const string Usage =
        "用法：export --plan 編號 --book plan [--table-only]|quarter --quarter 1-4|exceptions --quarter 1-4|memo --quarter 1-4|unit --unit 單位名稱或編號|year "
        + "--format ods|odt|xlsx|docx|pdf --out 檔案；或 export --book raw --format xlsx|csv|json --out 檔案；或 "
        + "export --book evidence --plan 編號 --list 編號 [--from 1-4 --to 1-4] --out 檔案.zip。";

    public static async Task<int> Run(VerbCall call)
    {
        if (EvidencePackOrder.From(call.Words) is { } pack)
        {
            return await pack.RunAsync(call);
        }
        if (ExportOrder.From(call.Words) is not { } order)
        {
            return await VerbOutput.RefuseAsync(Usage);
        }
        await using var host = VerbHost.Build(call);
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            var refusal = order.Raw is null
                ? await WriteBookAsync(order, scope.ServiceProvider)
                : await WriteRawAsync(order, scope.ServiceProvider);
            return refusal is null ? 0 : await VerbOutput.RefuseAsync(refusal);
        }
        catch (DbException)
        {
            return await VerbOutput.RefuseAsync("無法讀取資料庫，請確認連線設定，並先啟動過一次網站以建立資料表。");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return await VerbOutput.RefuseAsync($"無法寫入檔案「{order.Out}」，請確認路徑與權限。");
        }
    }

    /// <summary>Null when it is written, else why not.</summary>
    private static async Task<string?> WriteBookAsync(ExportOrder order, IServiceProvider services)
    {
        var wish = order.Wish;
        if (order.Unit is { } name)
        {
            if (await FindUnitAsync(services.GetRequiredService<QualityPlanDb>(), name) is not { } unitId)
            {
                return $"找不到單位「{name}」，請用單位名稱、別名或編號。";
            }
            wish = wish with { UnitId = unitId };
        }
        if (!BookFormats.Of(wish.Kind).Contains(order.Format))
        {
            var formats = BookFormats.Of(wish.Kind).Select(BookPress.Extension);
            return $"這種報表沒有這個格式，可用的格式：{string.Join('、', formats)}。";
        }
        if (await services.GetRequiredService<BookShelf>().FindAsync(wish, order.Format, default) is not { } book)
        {
            return "找不到這個計畫或季別，請確認 --plan 與 --quarter。";
        }
        await File.WriteAllBytesAsync(CallerPath.New(order.Out), book.Print());
        await TellMissingAsync(order, book, services);
        return null;
    }

    /// <summary>The file is written all the same; who runs the script reads on standard error what it cannot show.</summary>
    private static async Task TellMissingAsync(ExportOrder order, ReadyBook book, IServiceProvider services)
    {
        if (order.Format == DocumentFormat.Pdf && services.GetRequiredService<RareCharacters>().In(book.Document) is { Count: > 0 } missing)
        {
            await VerbOutput.SayAsync($"注意：PDF 有{missing.Count}個字沒有字型，印成方框：{RareCharacters.Show(missing)}。");
        }
    }

    private static async Task<string?> WriteRawAsync(ExportOrder order, IServiceProvider services)
    {
        var today = TaipeiClock.DateAt(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await VerbOutput.WriteWholeAsync(CallerPath.New(order.Out), file => RawBook.WriteAsync(
            services.GetRequiredService<QualityPlanDb>(), new RawWish(order.Raw!, Enum.GetValues<PlanState>(), today), file, default));
        return null;
    }

    private static async Task<int?> FindUnitAsync(QualityPlanDb db, string name)
    {
        var units = db.Set<Unit>().AsNoTracking();
        return int.TryParse(name, out var id) && await units.AnyAsync(unit => unit.Id == id)
            ? id
            : await units.Where(unit => unit.Name == name || unit.Aliases.Any(alias => alias.Text == name))
                .OrderByDescending(unit => unit.IsActive).ThenBy(unit => unit.Id)
                .Select(unit => (int?)unit.Id).FirstOrDefaultAsync();
    }
}
