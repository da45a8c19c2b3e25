using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Setup.Demonstration;

namespace QualityPlan.Web.Operations.Generating;

/// <summary>
/// Fills an empty database with believable years, the same each time for the same size and seed (the stamps of the
/// accounts aside, which are secrets). The accounts have no password; the demonstration's one click opens them.
/// </summary>
public sealed class Generator(QualityPlanDb db, GeneratedSize size)
{
    private readonly List<Unit> _units = [];

    /// <summary>The number of reports made.</summary>
    public async Task<int> FillAsync()
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var last = RocYear.FromDate(size.LastDay);
        db.CalendarDays.AddRange(Enumerable.Range(last.Value - size.Years, size.Years + 2)
            .SelectMany(year => DemonstrationCalendar.DaysOf(new RocYear(year))));
        _units.AddRange(Enumerable.Range(0, size.Units)
            .Select(at => new Unit(GeneratedWords.UnitName(at), UnitKind.Department, at + 1)));
        db.Units.AddRange(_units);
        var everyUnit = new UnitGroup(GeneratedWords.EveryUnit, isEveryUnit: true);
        db.UnitGroups.Add(everyUnit);
        await db.SaveChangesAsync();
        var people = await AddPeopleAsync();
        var directory = new UnitDirectory(
            [.. _units.Select(unit => new UnitName(unit.Id, unit.Name, []))],
            [new GroupName(everyUnit.Id, everyUnit.Name, [.. _units.Select(unit => unit.Id)])]);
        db.ChangeTracker.Clear();

        var reports = 0;
        for (var back = size.Years - 1; back >= 0; back--)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            reports += await new GeneratedYear(db, size, new RocYear(last.Value - back), people) { Directory = directory }.FillAsync();
            await transaction.CommitAsync();
        }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return reports;
    }

    private async Task<GeneratedPeople> AddPeopleAsync()
    {
        var office = Person("office", "研發小組", Role.PlanOffice, null);
        var deputy = Person("deputy", "副館長", Role.DeputyConvener, null);
        var convener = Person("director", "館長", Role.Convener, null);
        db.Accounts.AddRange(
            Person("admin", "系統管理者", Role.Administrator, null),
            Person("auditor", "稽核", Role.Auditor, null),
            Person("viewer", "檢視者", Role.Viewer, null));
        var reporters = _units.Select(unit => Person($"unit{unit.Id}.staff", $"{unit.Name}承辦人", Role.Reporter, unit.Id)).ToList();
        var heads = _units.Select(unit => Person($"unit{unit.Id}.head", $"{unit.Name}主管", Role.UnitHead, unit.Id)).ToList();
        await db.SaveChangesAsync();
        foreach (var (unit, head) in _units.Zip(heads))
        {
            unit.NameHead(head.Id);
        }
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync();
        return new GeneratedPeople(office.ToActor(), deputy.ToActor(), convener.ToActor())
        {
            Reporters = reporters.ToDictionary(one => one.UnitId!.Value, one => one.ToActor()),
            Heads = heads.ToDictionary(one => one.UnitId!.Value, one => one.ToActor()),
            Audit = clock => new AuditTrail(db, clock),
        };
    }

    private Account Person(string userName, string name, Role role, int? unitId)
    {
        var account = new Account(userName, name, [role], unitId) { IsDemonstration = true };
        db.Accounts.Add(account);
        return account;
    }
}

/// <summary>Who acts in the generated years.</summary>
internal sealed record GeneratedPeople(Actor Office, Actor Deputy, Actor Convener)
{
    public required IReadOnlyDictionary<int, Actor> Reporters { get; init; }

    public required IReadOnlyDictionary<int, Actor> Heads { get; init; }

    public required Func<TimeProvider, AuditTrail> Audit { get; init; }
}
