using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Criteria;

/// <summary>評核項目清單: what an award (政府服務獎) or an assessment of a year asks for. Only the plan office changes it.</summary>
public sealed class CriteriaList
{
    public const int NameLength = 100;
    public const int MostCriteria = 500;

    private readonly List<Criterion> _criteria = [];

    public CriteriaList(RocYear year, string name)
    {
        Year = year;
        Name = name.Trim();
    }

    private CriteriaList() => Name = "";

    public int Id { get; private set; }

    /// <summary>年度 of the award or assessment.</summary>
    public RocYear Year { get; private set; }

    public string Name { get; private set; }

    /// <summary>Goes up with every change of the list or of a criterion in it.</summary>
    public int Version { get; private set; }

    public IReadOnlyCollection<Criterion> Criteria => _criteria;

    /// <summary>「115年 政府服務獎」.</summary>
    public string Title => $"{Year}年 {Name}";

    public static Verdict MayChange(Actor actor) => actor.Is(Role.PlanOffice)
        ? Verdict.Yes
        : Verdict.No("plan-office-only", "只有研發小組可以修改評核項目與對應。");

    public void Describe(RocYear year, string name)
    {
        Year = year;
        Name = name.Trim();
        Version++;
    }

    /// <summary>Takes over the lines of an import, each under the nearest line above of a lower level. Call with lines that have no faults.</summary>
    public void Fill(IEnumerable<CriterionLine> lines)
    {
        var above = new Stack<(int Level, Criterion Criterion)>();
        foreach (var line in lines)
        {
            while (above.TryPeek(out var last) && last.Level >= line.Level)
            {
                above.Pop();
            }
            var criterion = new Criterion(line.Text, above.TryPeek(out var parent) ? parent.Criterion : null);
            _criteria.Add(criterion);
            above.Push((line.Level, criterion));
        }
        Version++;
    }

    /// <summary>Adds a criterion under another one of this list, or at the first level.</summary>
    public (Criterion? Criterion, Verdict Verdict) Add(CriterionText text, int? parentId)
    {
        var may = _criteria.Count >= MostCriteria
            ? Verdict.No("criteria-too-many", $"一份清單最多 {MostCriteria} 個評核項目，請分成兩份清單。")
            : Judge(text, parentId, null);
        if (!may.IsAllowed)
        {
            return (null, may);
        }
        var criterion = new Criterion(text, Find(parentId));
        _criteria.Add(criterion);
        Version++;
        return (criterion, may);
    }

    public Verdict Change(Criterion criterion, CriterionText text, int? parentId)
    {
        var may = Judge(text, parentId, criterion);
        if (may.IsAllowed)
        {
            criterion.Write(text, Find(parentId));
            Version++;
        }
        return may;
    }

    /// <summary>Takes a criterion out with its tags; what stands below it has to be moved or taken out before.</summary>
    public Verdict Remove(Criterion criterion)
    {
        if (_criteria.Any(one => one.ParentId == criterion.Id))
        {
            return Verdict.No("criterion-has-children", "這個項目下面還有項目，請先刪除下層項目，或把它們移到別的項目之下。");
        }
        _criteria.Remove(criterion);
        Version++;
        return Verdict.Yes;
    }

    private Criterion? Find(int? id) => id is null ? null : _criteria.Single(one => one.Id == id);

    private Verdict Judge(CriterionText text, int? parentId, Criterion? itself)
    {
        if (text.Title.Trim().Length == 0)
        {
            return Verdict.No("criterion-title", "請輸入評核項目的標題。");
        }
        if (parentId is not null && _criteria.All(one => one.Id != parentId))
        {
            return Verdict.No("criterion-parent", "上層項目已不在這份清單，請重新選擇。");
        }
        if (itself is not null && IsWithin(parentId, itself.Id))
        {
            return Verdict.No("criterion-parent", "上層項目不能是自己或自己的下層，請重新選擇。");
        }
        return _criteria.Any(one => one != itself && one.ParentId == parentId && CriteriaOutline.IsSameNumber(one.Number, text.Number))
            ? Verdict.No("criterion-number", $"編號「{text.Number.Trim()}」已經用過，請改用別的編號。")
            : Verdict.Yes;
    }

    private bool IsWithin(int? id, int top)
    {
        for (var at = id; at is not null; at = _criteria.Single(one => one.Id == at).ParentId)
        {
            if (at == top)
            {
                return true;
            }
        }
        return false;
    }
}
