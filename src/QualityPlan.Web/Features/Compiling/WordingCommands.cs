using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>
/// Saves compiled wording and 彙整說明, by page and by autosave. Two who write different rows at once both get through;
/// in one row the slower one is shown both texts.
/// </summary>
public sealed class WordingCommands(QualityPlanDb db, AuditTrail audit)
{
    private const int Tries = 3;

    /// <summary>Null when there is no such round, or a measure is not of its plan.</summary>
    public async Task<WordingSaved?> SaveAsync(int roundId, WordingForm form, Actor actor, CancellationToken cancellation)
    {
        for (var left = Tries; left > 0; left--)
        {
            await using var turn = await ReportTurn.TakeAsync(db, roundId, cancellation);
            if (turn is null || !await AreOfPlanAsync(turn.Report.Round.PlanId, form.Rows.Keys, cancellation))
            {
                return null;
            }
            if (await TryAsync(turn, form, actor, cancellation) is { } saved)
            {
                return saved;
            }
            db.ChangeTracker.Clear();
        }
        return new WordingSaved(Verdict.No("report-busy", "同一時間有多人儲存彙整文字，這次沒有存進去，請再儲存一次。"));
    }

    /// <summary>Null when the report moved on (sent up, a filing taken in) between reading and writing: read again and judge anew.</summary>
    private async Task<WordingSaved?> TryAsync(ReportTurn turn, WordingForm form, Actor actor, CancellationToken cancellation)
    {
        var report = turn.Report;
        var may = report.May(CompiledReportAction.Word, actor);
        if (!may.IsAllowed)
        {
            return new WordingSaved(may);
        }
        var now = report.Entries.ToDictionary(entry => entry.MeasureId, entry => entry.Wording);
        var changes = form.Rows.Select(row => new TextChange(row.Key, now.GetValueOrDefault(row.Key, ""), row.Value)).ToList();
        var summary = form.Summary is null ? null : new TextChange(0, report.Summary, form.Summary);
        if (changes.Exists(one => one.IsStale) || summary is { IsStale: true })
        {
            return new WordingSaved(Refusals.ChangedMeanwhile("他人已更新同一段文字，系統沒有覆蓋；請比對兩份文字後再儲存。"))
            {
                Theirs = changes.Where(one => one.IsStale).ToDictionary(one => one.MeasureId, one => one.Now),
                TheirSummary = summary is { IsStale: true } ? summary.Now : null,
            };
        }
        Apply(report, changes, summary, actor);
        return await SavedAsync(turn, cancellation) ? new WordingSaved(Verdict.Yes) { Stamps = StampsOf(changes, summary) } : null;
    }

    private void Apply(CompiledReport report, IEnumerable<TextChange> changes, TextChange? summary, Actor actor)
    {
        var subject = report.Id == 0 ? AuditSubject.New<CompiledReport>(() => report.Id) : AuditSubject.Of<CompiledReport>(report.Id);
        foreach (var change in changes.Where(one => one.IsChange))
        {
            report.Word(change.MeasureId, change.Typed, actor);
            audit.Record(
                actor, "word-report", subject, $"修改{report.Round.Quarter}彙整文字",
                new AuditChange(new { change.MeasureId, Wording = change.Now }, new { change.MeasureId, Wording = change.Typed }));
        }
        if (summary is { IsChange: true })
        {
            report.Summarise(summary.Typed, actor);
            audit.Record(
                actor, "summarise-report", subject, $"修改{report.Round.Quarter}彙整說明",
                new AuditChange(new { Summary = summary.Now }, new { Summary = summary.Typed }));
        }
    }

    /// <summary>False when somebody who needs no turn was faster.</summary>
    private async Task<bool> SavedAsync(ReportTurn turn, CancellationToken cancellation)
    {
        if (!db.ChangeTracker.HasChanges())
        {
            return true;
        }
        turn.AddIfNew(db);
        try
        {
            await db.SaveChangesAsync(cancellation);
            await turn.KeepAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private async Task<bool> AreOfPlanAsync(int planId, IEnumerable<int> measures, CancellationToken cancellation)
    {
        var asked = measures.ToList();
        return await db.Measures.CountAsync(one => one.PlanId == planId && asked.Contains(one.Id), cancellation) == asked.Count;
    }

    private static Dictionary<string, string> StampsOf(IEnumerable<TextChange> changes, TextChange? summary)
    {
        var stamps = changes.ToDictionary(one => $"Rows[{one.MeasureId}].Stamp", one => TextStamp.Of(one.Typed));
        if (summary is not null)
        {
            stamps["Summary.Stamp"] = TextStamp.Of(summary.Typed);
        }
        return stamps;
    }

    /// <summary>A text as it stands and as it was typed over.</summary>
    private sealed record TextChange(int MeasureId, string Now, WordingBox Box)
    {
        public string Typed { get; } = Box.Wording.ReplaceLineEndings("\n").Trim();

        public bool IsChange => Typed != Now;

        public bool IsStale => IsChange && Box.Stamp != TextStamp.Of(Now);
    }
}

/// <summary>What became of saving.</summary>
public sealed record WordingSaved(Verdict Verdict)
{
    /// <summary>By measure: what stands in the system now, where somebody else was faster.</summary>
    public IReadOnlyDictionary<int, string> Theirs { get; init; } = new Dictionary<int, string>();

    public string? TheirSummary { get; init; }

    /// <summary>The boxes in which somebody else was faster; null when the refusal is about none of them.</summary>
    public IReadOnlyList<string>? Overtaken => TheirSummary is null && Theirs.Count == 0
        ? null
        : [.. Theirs.Keys.Select(id => $"Rows[{id}].Wording"), .. TheirSummary is null ? [] : new[] { "Summary.Wording" }];

    /// <summary>By the name of the hidden box: the stamp to send next time.</summary>
    public IReadOnlyDictionary<string, string> Stamps { get; init; } = new Dictionary<string, string>();
}
