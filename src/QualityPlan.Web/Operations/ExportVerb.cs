using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Setup;

namespace QualityPlan.Web.Operations;

/// <summary>
/// <c>export --plan ID --book plan|quarter [--quarter N] --format xlsx|ods|pdf --out FILE</c>: writes a book for
/// scripts. Exit code 0, or 2 with one sentence on standard error.
/// </summary>
public static class ExportVerb
{
    private const string Usage = "用法：export --plan 編號 --book plan|quarter [--quarter 1-4] --format xlsx|ods|pdf --out 檔案。";

    public static async Task<int> Run(VerbCall call)
    {
        if (Order.From(call.Words) is not { } order)
        {
            return await VerbOutput.RefuseAsync(Usage);
        }
        await using var host = VerbHost.Build(call);
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            if (await BuildAsync(order, scope.ServiceProvider) is not { } document)
            {
                return await VerbOutput.RefuseAsync("找不到這個計畫或季別，請確認 --plan 與 --quarter。");
            }
            await File.WriteAllBytesAsync(
                CallerPath.New(order.Out), scope.ServiceProvider.GetRequiredService<BookPress>().Print(document, order.Format));
            await TellMissingAsync(order, document, scope.ServiceProvider);
            return 0;
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

    /// <summary>The file is written all the same; who runs the script reads on standard error what it cannot show.</summary>
    private static async Task TellMissingAsync(Order order, Document document, IServiceProvider services)
    {
        if (order.Format == DocumentFormat.Pdf && services.GetRequiredService<RareCharacters>().In(document) is { Count: > 0 } missing)
        {
            await VerbOutput.SayAsync($"注意：PDF 有{missing.Count}個字沒有字型，印成方框：{RareCharacters.Show(missing)}。");
        }
    }

    private static async Task<Document?> BuildAsync(Order order, IServiceProvider services)
    {
        var db = services.GetRequiredService<QualityPlanDb>();
        var today = TaipeiClock.DateAt(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        if (order.Quarter is not { } number)
        {
            return await PlanBookReader.ReadAsync(db, order.PlanId, today, default) is { } plan ? PlanBook.Build(plan) : null;
        }
        var year = await db.Set<Plan>().Where(one => one.Id == order.PlanId).Select(one => (RocYear?)one.Year).FirstOrDefaultAsync();
        return year is { } known
            && await QuarterBookReader.ReadAsync(db, order.PlanId, new Quarter(known, number), today, default) is { } content
                ? QuarterBook.Build(content)
                : null;
    }

    /// <summary>What is asked for; a quarter's book when a quarter is named, else the plan's.</summary>
    private sealed record Order(int PlanId, int? Quarter, DocumentFormat Format, string Out)
    {
        public static Order? From(string[] words)
        {
            var options = words.Chunk(2).Where(pair => pair.Length == 2)
                .GroupBy(pair => pair[0]).ToDictionary(pair => pair.Key, pair => pair.Last()[1]);
            var book = options.GetValueOrDefault("--book");
            var isQuarter = book == "quarter";
            var hasQuarter = int.TryParse(options.GetValueOrDefault("--quarter"), out var quarter) && quarter is >= 1 and <= 4;
            return int.TryParse(options.GetValueOrDefault("--plan"), out var planId)
                && (book == "plan" || (isQuarter && hasQuarter))
                && FormatOf(options.GetValueOrDefault("--format")) is { } format
                && options.TryGetValue("--out", out var file)
                    ? new Order(planId, isQuarter ? quarter : null, format, file)
                    : null;
        }

        private static DocumentFormat? FormatOf(string? name) => name switch
        {
            "xlsx" => DocumentFormat.Xlsx,
            "ods" => DocumentFormat.Ods,
            "pdf" => DocumentFormat.Pdf,
            _ => null,
        };
    }
}
