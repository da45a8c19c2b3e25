using System.Collections.Concurrent;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>
/// The filed reports of a plan. Those of a locked round can never change (the workflow writes nothing there), so each such
/// round is read once an instance; the others are read every time.
/// </summary>
public sealed class FiledReports
{
    /// <summary>Ten years of quarters for a few plans; a round of a thousand rows takes about 200 KB.</summary>
    private const int Most = 60;

    private readonly ConcurrentDictionary<int, IReadOnlyList<ReportFact>> _locked = [];

    /// <summary>The reports of these rounds, which are all of the plan's and were read before.</summary>
    public async Task<IReadOnlyList<ReportFact>> ReadAsync(
        QualityPlanDb db, int planId, IReadOnlyCollection<RoundFact> rounds, CancellationToken cancellation)
    {
        var kept = rounds.Where(round => round.IsLocked && _locked.ContainsKey(round.Id))
            .ToDictionary(round => round.Id, round => _locked.GetValueOrDefault(round.Id, []));
        var read = await StandingsReader.ReadReportsAsync(db, planId, [.. kept.Keys], cancellation);
        Keep(rounds.Where(round => round.IsLocked && !kept.ContainsKey(round.Id)), read);
        return [.. kept.Values.SelectMany(reports => reports), .. read];
    }

    private void Keep(IEnumerable<RoundFact> rounds, IReadOnlyList<ReportFact> read)
    {
        foreach (var round in rounds)
        {
            if (_locked.Count >= Most)
            {
                _locked.Clear();
            }
            _locked[round.Id] = read.Where(report => report.Quarter == round.Quarter).ToList();
        }
    }
}
