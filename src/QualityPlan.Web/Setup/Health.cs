using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Setup;

/// <summary>What a load balancer asks: whether this instance and its database answer. It says no more than that.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<IResult> AnswerAsync(QualityPlanDb db, CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(Patience);
        try
        {
            await db.AuditHeads.AnyAsync(patience.Token);
            return Results.Text("ok");
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException or OperationCanceledException or TimeoutException)
        {
            return Results.Text("unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
