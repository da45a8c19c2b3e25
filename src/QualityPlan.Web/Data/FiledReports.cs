using System.Collections.Concurrent;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>
/// The filed reports of a plan, kept by round. What is filed changes only with the versions of its filings, and those of a
/// locked round can never change (the workflow writes nothing there).
/// </summary>
public sealed class FiledReports
{
    /// <summary>Ten years of quarters for a few plans; a round of a thousand rows takes about 200 KB.</summary>
    private const int Most = 60;

    private readonly ConcurrentDictionary<int, (FiledRound Round, IReadOnlyList<ReportFact> Reports)> _rounds = [];

    /// <summary>
    /// The reports of these rounds, which are all of the plan's. The rounds were read before the reports are: what is filed
    /// in between is kept under too low a version and read again at the next look.
    /// </summary>
    public async Task<IReadOnlyList<ReportFact>> ReadAsync(
        QualityPlanDb db, int planId, IReadOnlyCollection<FiledRound> rounds, CancellationToken cancellation)
    {
        var kept = rounds.Select(round => _rounds.GetValueOrDefault(round.Id) is { Reports: { } reports } one && one.Round == round ? (round.Id, reports) : default)
            .Where(one => one.Id > 0)
            .ToDictionary(one => one.Id, one => one.reports);
        if (kept.Count == rounds.Count)
        {
            return [.. kept.Values.SelectMany(reports => reports)];
        }
        var read = await StandingsReader.ReadReportsAsync(db, planId, [.. kept.Keys], cancellation);
        Keep(rounds.Where(round => !kept.ContainsKey(round.Id)), read);
        return [.. kept.Values.SelectMany(reports => reports), .. read];
    }

    private void Keep(IEnumerable<FiledRound> rounds, IReadOnlyList<ReportFact> read)
    {
        foreach (var round in rounds)
        {
            if (_rounds.Count >= Most)
            {
                _rounds.Clear();
            }
            _rounds[round.Id] = (round, read.Where(report => report.Quarter == round.Quarter).ToList());
        }
    }
}

/// <summary>
/// A round and how far its filings have come: the sum of their versions, which only grows; <see cref="Locked"/> once locked.
/// </summary>
public sealed record FiledRound(int Id, Quarter Quarter, int FilingVersions)
{
    public const int Locked = -1;
}
