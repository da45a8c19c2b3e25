using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Shared;

/// <summary>Puts together what stands around the page of this request, with at most one query.</summary>
public sealed class PageFrames(
    QualityPlanDb db, LibrarySettings library, IOptions<SecurityOptions> security, TimeProvider clock)
{
    public async Task<PageFrame> ReadAsync(HttpContext http)
    {
        var theme = http.Request.Cookies["theme"];
        var actor = http.ActorOrNull();
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

        // The page of an error must come even when the database is what failed.
        var round = actor is null || http.IsErrorPage() ? null : await LatestRound.For(db)(db, today, http.RequestAborted);
        return new PageFrame
        {
            Agency = library.Agency,
            Actor = actor,
            UnitName = http.UnitName(),
            Period = actor is null ? null : $"{round?.Quarter ?? Quarter.Of(today)}",
            ClosesOn = round is null ? null : ClosingFor(actor!, round, today),
            Nonce = http.Nonce(),
            Theme = theme is "light" or "dark" ? theme : null,
            IdleMinutes = security.Value.IdleMinutes,
            IsMenuFolded = http.Request.Cookies["menu"] == "folded",
        };
    }

    private static readonly PerModel<Func<QualityPlanDb, DateOnly, CancellationToken, Task<QuarterlyRound?>>> LatestRound = new(() =>
        EF.CompileAsyncQuery((QualityPlanDb db, DateOnly today, CancellationToken cancellation) => db.Rounds
            .AsNoTracking()
            .Where(round => !round.IsLocked && round.OpensOn <= today)
            .OrderByDescending(round => round.OpensOn)
            .ThenByDescending(round => round.Id)
            .FirstOrDefault()));

    /// <summary>The next closing that is this person's own; none once it has passed.</summary>
    private static DateOnly? ClosingFor(Actor actor, QuarterlyRound round, DateOnly today)
    {
        var closings = new List<DateOnly>();
        if (actor.Is(Role.Reporter))
        {
            closings.Add(round.ReportersCloseOn);
        }
        if (actor.Is(Role.UnitHead))
        {
            closings.Add(round.HeadsCloseOn);
        }
        if (actor.Is(Role.PlanOffice))
        {
            closings.Add(round.OfficeClosesOn);
        }
        return closings.Where(day => day >= today).Order().Cast<DateOnly?>().FirstOrDefault();
    }
}
