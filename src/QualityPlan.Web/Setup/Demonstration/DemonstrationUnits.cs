using QualityPlan.Domain.People;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>The 18 units of the demonstration library, and the units another library's old plan speaks of.</summary>
internal sealed class DemonstrationUnits
{
    private static readonly string[] ServingPublic =
        ["閱覽組", "參考組", "特藏組", "採訪組", "國際標準書號中心", "漢學研究中心聯絡組", "漢學研究中心資料組"];

    private static readonly Dictionary<string, string> ShortNames = new()
    {
        ["漢學中心聯絡組"] = "漢學研究中心聯絡組",
        ["漢學中心資料組"] = "漢學研究中心資料組",
        ["書號中心"] = "國際標準書號中心",
        ["書目中心"] = "書目資訊中心",
        ["交換處"] = "出版品國際交換處",
    };

    private readonly List<Unit> _own;
    private readonly List<(string Name, Unit Unit)> _former;
    private readonly SourcePlan _formerPlan;

    private DemonstrationUnits(SourcePlan own, SourcePlan former)
    {
        _formerPlan = former;
        _own = [.. own.Units.Select((name, index) => new Unit(name, UnitKind.Department, index + 1))];
        _former = [.. former.Units.Concat(former.Unlisted).Select((name, index) => (name, FormerUnit(name, index)))];
    }

    public IReadOnlyList<Unit> Own => _own;

    /// <summary>Saves all units and groups; the other library's units are dissolved already.</summary>
    public static async Task<DemonstrationUnits> AddAsync(QualityPlanDb db, SourcePlan own, SourcePlan former)
    {
        var units = new DemonstrationUnits(own, former);
        foreach (var (shortName, name) in ShortNames)
        {
            units.Named(name).Learn(shortName);
        }
        db.Units.AddRange(units._own);
        db.Units.AddRange(units._former.Select(one => one.Unit));
        await db.SaveChangesAsync();
        var everyUnit = new UnitGroup("各單位", isEveryUnit: true);
        var serving = new UnitGroup("對外服務單位", isEveryUnit: false);
        serving.SetMembers(ServingPublic.Select(name => units.Named(name).Id));
        db.UnitGroups.AddRange(everyUnit, serving);
        await db.SaveChangesAsync();
        return units;
    }

    public Unit Named(string name) => _own.Single(unit => unit.Name == name);

    /// <summary>
    /// The units as the old plan knew them, under the names of then. Its 秘書室 and 人事室 bear their library's
    /// name today, for this library has its own.
    /// </summary>
    public UnitDirectory FormerDirectory()
    {
        var names = _former.Select(one => new UnitName(
            one.Unit.Id, one.Name, [.. _formerPlan.Aliases.Where(alias => alias.Value == one.Name).Select(alias => alias.Key)]));
        var departments = _former.Where(one => one.Unit.Kind == UnitKind.Department).Select(one => one.Unit.Id);
        return new UnitDirectory([.. names], [new GroupName(0, "各科室", [.. departments])]);
    }

    public int FormerId(string name) => _former.Single(one => one.Name == name).Unit.Id;

    private Unit FormerUnit(string name, int index)
    {
        var kind = name.EndsWith("小組", StringComparison.Ordinal) ? UnitKind.TaskForce : UnitKind.Department;
        var isTaken = _own.Any(unit => unit.Name == name);
        var unit = new Unit(isTaken ? $"公共資訊圖書館{name}" : name, kind, _own.Count + index + 1);
        foreach (var alias in _formerPlan.Aliases.Where(alias => alias.Value == name))
        {
            unit.Learn(alias.Key);
        }
        unit.Change(unit.Name, kind, isActive: false);
        return unit;
    }
}
