using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents.Writing.Raw;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>全部資料: every row of every year with every unit's report of every quarter, for analysis. One plan at a time is in memory.</summary>
public static class RawBook
{
    /// <summary>Null for a format it does not come in.</summary>
    public static RawFormat? KindOf(string? extension) => RawFormat.Of(extension);

    public static async Task WriteAsync(QualityPlanDb db, RawWish wish, Stream output, CancellationToken cancellation)
    {
        var plans = await db.Set<Plan>().AsNoTracking()
            .Where(plan => wish.States.Contains(plan.State))
            .OrderBy(plan => plan.Year).ThenBy(plan => plan.Id)
            .ToListAsync(cancellation);
        using var writer = wish.Format.Open(output, RawLines.Columns);
        foreach (var plan in plans)
        {
            var source = await RawReader.ReadAsync(db, plan, cancellation);
            foreach (var values in RawLines.Of(source, wish.Today))
            {
                writer.Write(values);
            }
        }
    }
}

/// <summary>In which format, and plans of which states; the day that counts as today for what is not signed.</summary>
public sealed record RawWish(RawFormat Format, IReadOnlyList<PlanState> States, DateOnly Today);
