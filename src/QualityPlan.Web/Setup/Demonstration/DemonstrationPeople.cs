using QualityPlan.Domain.People;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>Invented people, one or two for each role. They have no password: one click signs them in, in Development only.</summary>
internal sealed class DemonstrationPeople
{
    private static readonly (string Unit, string Code, string Head, string Reporter)[] Staff =
    [
        ("閱覽組", "readers", "林淑芬", "陳怡君"), ("秘書室", "secretariat", "黃國棟", "許雅婷"),
        ("採訪組", "acquisitions", "張文琪", "李佳穎"), ("編目組", "cataloging", "吳美慧", "蔡宗翰"),
        ("參考組", "reference", "王建民", "鄭雅文"), ("特藏組", "special", "劉思源", "楊惠如"),
        ("資訊組", "systems", "郭俊宏", "曾柏翰"), ("輔導組", "guidance", "謝素貞", "賴冠宇"),
        ("研究組", "research", "洪志遠", "周佩珊"), ("出版品國際交換處", "exchange", "葉慧玲", "蘇子晴"),
        ("國際標準書號中心", "isbn", "呂明哲", "江宜蓁"), ("書目資訊中心", "bibliography", "何麗華", "羅彥廷"),
        ("總務組", "general", "高志成", "潘信宏"), ("會計室", "accounting", "簡淑惠", "朱曉雯"),
        ("人事室", "personnel", "彭美玉", "鍾佳蓉"), ("政風室", "ethics", "游正義", "詹孟儒"),
        ("漢學研究中心聯絡組", "sinology-liaison", "胡文馨", "施君豪"),
        ("漢學研究中心資料組", "sinology-data", "沈明德", "姚欣怡"),
    ];

    private readonly Dictionary<string, Account> _byUserName = [];

    public Actor Deputy => Named("deputy");

    public Actor Convener => Named("director");

    public Actor Office => Named("office1");

    /// <summary>The second of the plan office, who compiles.</summary>
    public Actor Compiler => Named("office2");

    public Actor ReporterOf(int unitId) => OfUnit(unitId, Role.Reporter);

    public Actor HeadOf(int unitId) => OfUnit(unitId, Role.UnitHead);

    /// <summary>Saves the accounts, the roles of the tour first, and names the heads of the units.</summary>
    public static async Task<DemonstrationPeople> AddAsync(QualityPlanDb db, DemonstrationUnits units)
    {
        var people = new DemonstrationPeople();
        var research = units.Named("研究組").Id;
        people.AddStaff(db, units, Staff[0]);
        people.Add(db, new("office1", "方文彬", Role.PlanOffice, research));
        people.Add(db, new("office2", "邱莉雅", Role.PlanOffice, research));
        people.Add(db, new("deputy", "趙永康", Role.DeputyConvener, null));
        people.Add(db, new("director", "孫若蘭", Role.Convener, null));
        people.Add(db, new("admin", "盧家維", Role.Administrator, units.Named("資訊組").Id));
        people.Add(db, new("auditor", "范靜儀", Role.Auditor, units.Named("政風室").Id));
        people.Add(db, new("viewer", "丁小華", Role.Viewer, null));
        foreach (var staff in Staff.Skip(1))
        {
            people.AddStaff(db, units, staff);
        }
        await db.SaveChangesAsync();
        foreach (var unit in units.Own)
        {
            unit.NameHead(people.HeadOf(unit.Id).AccountId);
        }
        await db.SaveChangesAsync();
        return people;
    }

    private void AddStaff(QualityPlanDb db, DemonstrationUnits units, (string Unit, string Code, string Head, string Reporter) staff)
    {
        var unit = units.Named(staff.Unit).Id;
        Add(db, new($"{staff.Code}.staff", staff.Reporter, Role.Reporter, unit));
        Add(db, new($"{staff.Code}.head", staff.Head, Role.UnitHead, unit));
    }

    private void Add(QualityPlanDb db, Person person)
    {
        var account = new Account(person.UserName, person.Name, [person.Role], person.UnitId) { IsDemonstration = true };
        _byUserName[person.UserName] = account;
        db.Accounts.Add(account);
    }

    private Actor Named(string userName) => _byUserName[userName].ToActor();

    private Actor OfUnit(int unitId, Role role) => _byUserName.Values
        .First(account => account.UnitId == unitId && account.Roles.Any(held => held.Role == role)).ToActor();

    private sealed record Person(string UserName, string Name, Role Role, int? UnitId);
}
