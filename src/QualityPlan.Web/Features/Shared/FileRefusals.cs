using System.Diagnostics;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Shared;

/// <summary>How a file that was not taken is told of, so that whoever is called finds it in the log.</summary>
public static class FileRefusals
{
    /// <summary>The sentence with its code and the trace of the request; both go into the log.</summary>
    public static string WithNumbers(this Refusal refusal, HttpContext http, ILogger log)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        log.LogWarning("File refused: {Code}, trace {Trace}.", refusal.Code, trace);
        return $"{refusal.Sentence}（錯誤代碼：{refusal.Code}，追蹤碼：{trace}）";
    }
}
