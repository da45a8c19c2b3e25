using System.Data.Common;
using System.Text;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Setup;

namespace QualityPlan.Web.Operations;

/// <summary>
/// <c>verify-audit [--anchor N:HASH]</c>: walks the chain of the trail. Exit code 0 and the end of the chain on
/// standard output, or 2 and where it breaks on standard error.
/// </summary>
public static class VerifyAuditVerb
{
    private const string Usage = "用法：verify-audit [--anchor 筆數:雜湊]，雜湊為先前驗證時印出的64個字。";

    public static async Task<int> Run(VerbCall call)
    {
        var anchor = call.Words is ["--anchor", var text] ? AuditAnchor.Parse(text) : null;
        if (call.Words.Length > 0 && anchor is null)
        {
            return await VerbOutput.RefuseAsync(Usage);
        }
        await using var host = VerbHost.Build(call);
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            var walk = new AuditWalk(scope.ServiceProvider.GetRequiredService<QualityPlanDb>());
            return await TellAsync(await walk.RunAsync(anchor, default));
        }
        catch (DbException)
        {
            return await VerbOutput.RefuseAsync("無法讀取資料庫，請確認連線設定，並先啟動過一次網站以建立資料表。");
        }
    }

    private static async Task<int> TellAsync(AuditFinding finding)
    {
        if (!finding.IsSound)
        {
            return await VerbOutput.RefuseAsync("稽核軌跡不完整：" + string.Concat(finding.Breaks));
        }
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(
            $"稽核軌跡完整，共 {finding.Count} 筆；請另存這個錨點供下次核對：{finding.Count}:{finding.Hash}\n"));
        return 0;
    }
}
