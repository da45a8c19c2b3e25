using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Data;

namespace QualityPlan.WebTests.Setup;

/// <summary>A site that fills in the demonstration on the day it is started.</summary>
public sealed class DemonstrationSite : Site
{
    private readonly DirectoryInfo _evidence = Directory.CreateTempSubdirectory("qualityplan-evidence-");
    private readonly string _environment;

    public DemonstrationSite(DateOnly day, TimeSpan hour, string environment = "Development")
    {
        _environment = environment;
        Clock.SetDay(day);
        Clock.Advance(hour - TimeSpan.FromHours(10));
        With("Files:EvidencePath", _evidence.FullName);
    }

    public string EvidenceFolder => _evidence.FullName;

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public Quarter Quarter => Quarter.Of(TaipeiClock.DateAt(Now));

    protected override string EnvironmentName => _environment;

    /// <summary>Everything the demonstration is about, as one object graph.</summary>
    public Task<Filled> LookAsync() => AskAsync(async db => new Filled(
        await db.Plans.Include(one => one.Revisions).OrderBy(one => one.Year).ToListAsync(),
        await db.Measures.Include(one => one.Checkpoints).Include(one => one.Assignments).AsSplitQuery().ToListAsync(),
        await db.Filings.Include(one => one.Round).Include(one => one.Defects)
            .Include(one => one.Reports).ThenInclude(one => one.Marks)
            .Include(one => one.Reports).ThenInclude(one => one.Evidence).AsSplitQuery().ToListAsync(),
        await db.CompiledReports.Include(one => one.Round).Include(one => one.SignOffs).Include(one => one.Files).AsSplitQuery().ToListAsync())
    {
        Accounts = await db.Accounts.Include(one => one.Roles).ToListAsync(),
        Units = await db.Units.ToListAsync(),
        Trail = await db.AuditEntries.Select(one => one.AtUtc).ToListAsync(),
    });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _evidence.Exists)
        {
            _evidence.Delete(recursive: true);
        }
    }
}
