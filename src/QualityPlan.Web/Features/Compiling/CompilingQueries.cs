using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Compiling;

public sealed class CompilingQueries(QualityPlanDb db, PlanTableCache tables, TimeProvider clock)
{
    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    private RoundSource Source => new(db, tables);

    /// <summary>The board of a round, or of the one in force; null when there is no such round.</summary>
    public async Task<IndexPage?> IndexAsync(int? roundId, Actor actor, CancellationToken cancellation)
    {
        var among = db.Rounds.Where(round =>
            db.Plans.Any(plan => plan.Id == round.PlanId && plan.State == PlanState.Approved)
            || db.Rounds.Any(one => one.Id == roundId && one.PlanId == round.PlanId));
        var heads = await RoundReader.ReadHeadsAsync(db, among, cancellation);
        var head = roundId is { } id ? heads.FirstOrDefault(one => one.Round.Id == id) : InForce(heads);
        if (head is null)
        {
            return roundId is null ? new IndexPage(null, Today) : null;
        }
        var sheet = await RoundReader.ReadStandingAsync(Source, head, Today, cancellation);
        var units = await LinesAsync(sheet, actor, cancellation);
        return new IndexPage(head, Today)
        {
            Choices = heads,
            Units = units,
            Lights = sheet.Standings.Count(head.Quarter),
            MaySendUp = head.May(CompiledReportAction.SendUp, actor),
            MayWithdraw = head.May(CompiledReportAction.Withdraw, actor),
            Reminder = ReminderText.Of(head.Round, units.Where(unit => unit.IsToChase).ToList(), Today),
        };
    }

    /// <summary>Null when the unit files nothing in the round.</summary>
    public async Task<FilingPage?> FilingAsync(FilingKey key, Actor actor, CancellationToken cancellation) =>
        await FilingReader.ReadAsync(new FilingSource(db, tables) { IsAsSubmitted = true }, key, Today, cancellation) is { } sheet
            ? new FilingPage(sheet)
            {
                MayCompile = sheet.Filing.MayCompile(actor),
                MayReturn = sheet.Filing.MayReturn(actor),
                Form = new ReturnForm { Version = sheet.Filing.Version },
            }
            : null;

    /// <summary>Null when there is no such round.</summary>
    public async Task<TablePage?> TableAsync(int roundId, TableFilter filter, Actor actor, CancellationToken cancellation)
    {
        if (await RoundReader.ReadHeadAsync(db, roundId, cancellation) is not { } head)
        {
            return null;
        }
        var sheet = await RoundReader.ReadAsync(Source, head, Today, cancellation);
        var content = QuarterBookReader.Compose(sheet, Today);
        var admitted = content.Rows.Where(filter.Admits).ToList();
        filter.Page = Math.Clamp(filter.Page, 1, Math.Max(1, (admitted.Count + TableFilter.PageSize - 1) / TableFilter.PageSize));
        var summary = head.Report?.Summary ?? "";
        return new TablePage(head, filter)
        {
            MayWord = head.May(CompiledReportAction.Word, actor),
            MaySendUp = head.May(CompiledReportAction.SendUp, actor),
            Lights = sheet.Standings.Count(head.Quarter),
            Areas = sheet.Table.Rows.Select(row => row.Place.Area).DistinctBy(area => area.Id).ToList(),
            Rows = admitted.Skip((filter.Page - 1) * TableFilter.PageSize).Take(TableFilter.PageSize)
                .Select(row => new WordingRow(row, BoxOf(row.CompiledWording))).ToList(),
            Total = admitted.Count,
            All = content.Rows.Count,
            Worded = content.Rows.Count(row => row.CompiledWording.Length > 0),
            Summary = BoxOf(summary),
            Missing = sheet.Filings.Where(one => one.Owed > 0 && !one.Filing.State.IsFiled())
                .Select(one => one.Filing.UnitName).ToList(),
        };
    }

    /// <summary>Null when there is no such round.</summary>
    public async Task<SendUpPage?> SendUpAsync(int roundId, Actor actor, CancellationToken cancellation)
    {
        if (await RoundReader.ReadHeadAsync(db, roundId, cancellation) is not { } head)
        {
            return null;
        }
        var sheet = await RoundReader.ReadAsync(Source, head with { CountsAsClosed = true }, Today, cancellation);
        var units = sheet.Filings.Select(row => new UnitLine(row)).Where(unit => !unit.OwesNothing).ToList();
        var missing = units.Where(unit => !SendUpCommands.IsIn(unit.Filing)).ToList();
        return new SendUpPage(head)
        {
            MaySendUp = head.May(CompiledReportAction.SendUp, actor),
            Lights = sheet.Standings.Count(head.Quarter),
            Missing = missing,
            IsEarly = !head.Round.IsWindowClosedOn(Today),
            FilingsShown = ShownVersions.Write(sheet.Filings.Select(row => (row.Filing.Id, row.Filing.Version))),
            Owing = units.Count,
            Compiled = units.Count - missing.Count,
            Worded = sheet.Wordings.Values.Count(text => text.Length > 0),
            All = sheet.Table.Rows.Count,
            Form = new SendUpForm { VersionShown = head.Report?.Version ?? 0 },
        };
    }

    /// <summary>The earliest round that has opened and is not signed; when all are, the last one that opened.</summary>
    private RoundHead? InForce(IReadOnlyList<RoundHead> heads)
    {
        var opened = heads.Where(head => head.Round.OpensOn <= Today).OrderBy(head => head.Quarter).ToList();
        return opened.FirstOrDefault(head => !head.Round.IsLocked)
            ?? opened.LastOrDefault()
            ?? heads.OrderBy(head => head.Quarter).FirstOrDefault();
    }

    private async Task<IReadOnlyList<UnitLine>> LinesAsync(RoundSheet sheet, Actor actor, CancellationToken cancellation)
    {
        var ids = sheet.Filings.Select(row => row.Filing.Id.ToString(CultureInfo.InvariantCulture)).ToList();
        var chases = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.EntityType == nameof(UnitFiling) && entry.Action == CompilingCommands.ChaseAction
                && ids.Contains(entry.EntityId))
            .GroupBy(entry => entry.EntityId)
            .Select(group => new { Id = group.Key, Last = group.Max(entry => entry.AtUtc), Count = group.Count() })
            .ToDictionaryAsync(one => one.Id, cancellation);
        return sheet.Filings.Select(row =>
        {
            var chased = chases.GetValueOrDefault(row.Filing.Id.ToString(CultureInfo.InvariantCulture));
            return new UnitLine(row)
            {
                MayCompile = row.Filing.MayCompile(actor).IsAllowed,
                IsLocked = sheet.Head.Round.IsLocked,
                ChasedAtUtc = chased?.Last,
                Chases = chased?.Count ?? 0,
            };
        }).ToList();
    }

    private static WordingBox BoxOf(string text) => new() { Wording = text, Stamp = TextStamp.Of(text) };
}
