using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace QualityPlan.Web.Data;

/// <summary>Tells whether something was not written because somebody else was faster; a new try may well succeed.</summary>
internal static class Overtaken
{
    /// <summary>
    /// By version, by unique key, because the engine could not serialise the two, or because each waited for the other and
    /// it ended this one: the servers' providers wrap what may pass into an advice to try again.
    /// </summary>
    public static bool Says(Exception problem) => problem
        is DbUpdateException
        or DbException { IsTransient: true }
        or DbException { SqlState: "40001" }
        or InvalidOperationException { InnerException: DbUpdateException or DbException };
}
