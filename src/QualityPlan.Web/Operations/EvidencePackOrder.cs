using System.Data.Common;
using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Books.Packs;
using QualityPlan.Web.Data;
using QualityPlan.Web.Setup;

namespace QualityPlan.Web.Operations;

/// <summary>
/// <c>export --book evidence --plan ID --list ID [--from 1-4 --to 1-4] --out FILE.zip</c>: writes an evidence pack. What it lacks
/// stands in its index; files that are broken are told on standard error besides.
/// </summary>
internal sealed record EvidencePackOrder(PackWish Wish, string Out)
{
    /// <summary>Null when the words ask for something else, or lack something.</summary>
    public static EvidencePackOrder? From(string[] words)
    {
        var options = words.Chunk(2).Where(pair => pair.Length == 2).GroupBy(pair => pair[0]).ToDictionary(pair => pair.Key, pair => pair.Last()[1]);
        return options.GetValueOrDefault("--book") == "evidence" && options.GetValueOrDefault("--out") is { } file
            && Number(options, "--plan") is { } plan && Number(options, "--list") is { } list
            ? new EvidencePackOrder(new PackWish(list, plan, Number(options, "--from") ?? 1, Number(options, "--to") ?? 4), file)
            : null;
    }

    public async Task<int> RunAsync(VerbCall call)
    {
        await using var host = VerbHost.Build(call);
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            return await WriteAsync(scope.ServiceProvider) is { } refusal ? await VerbOutput.RefuseAsync(refusal) : 0;
        }
        catch (DbException)
        {
            return await VerbOutput.RefuseAsync("無法讀取資料庫，請確認連線設定，並先啟動過一次網站以建立資料表。");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return await VerbOutput.RefuseAsync($"無法寫入檔案「{Out}」，或寫入期間佐證檔案有變動；沒有留下資料包。");
        }
    }

    /// <summary>Null when it is written.</summary>
    private async Task<string?> WriteAsync(IServiceProvider services)
    {
        if (await PackReader.ReadAsync(new RoundSource(services.GetRequiredService<QualityPlanDb>(), null), Wish, default) is not { } pack)
        {
            return "找不到這個計畫或清單，或計畫尚未核定，請確認 --plan 與 --list。";
        }
        var today = TaipeiClock.DateAt(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await VerbOutput.WriteWholeAsync(CallerPath.New(Out), async file =>
            pack = await services.GetRequiredService<PackZip>().WriteAsync(pack, file, today, default));
        if (pack.Faults.Count > 0)
        {
            await VerbOutput.SayAsync($"注意：有{pack.Faults.Count}個佐證檔案不見或內容不符，未收錄，列於索引。");
        }
        return null;
    }

    private static int? Number(Dictionary<string, string> options, string name) =>
        int.TryParse(options.GetValueOrDefault(name), out var number) ? number : null;
}
