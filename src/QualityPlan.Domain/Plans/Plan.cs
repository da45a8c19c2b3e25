using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Plans;

/// <summary>計畫: the yearly 提升服務品質執行計畫. A draft is edited; once approved (核定) its table never changes.</summary>
public sealed class Plan
{
    public const int TitleLength = 200;

    private readonly List<PlanChapter> _chapters = [];
    private readonly List<PlanRevision> _revisions = [];

    public Plan(RocYear year, string title, string agency)
    {
        Year = year;
        Title = title.Trim();
        Agency = agency.Trim();
        Headings = PlanHeadings.Usual;
    }

    private Plan()
    {
        Title = "";
        Agency = "";
        Headings = PlanHeadings.Usual;
    }

    public int Id { get; private set; }

    /// <summary>年度.</summary>
    public RocYear Year { get; private set; }

    public string Title { get; private set; }

    public string Agency { get; private set; }

    public PlanState State { get; private set; }

    /// <summary>The column headings as this plan prints them.</summary>
    public PlanHeadings Headings { get; private set; }

    /// <summary>核定發文日期; checkpoints before it are flagged.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>發文字號.</summary>
    public string? LetterNumber { get; private set; }

    /// <summary>Name of the file the plan was read from, if any.</summary>
    public string? SourceFileName { get; private set; }

    /// <summary>SHA-256 of that file in hex, by which a second import of it is noticed.</summary>
    public string? SourceSha256 { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<PlanChapter> Chapters => _chapters;

    public IReadOnlyCollection<PlanRevision> Revisions => _revisions;

    public void Describe(string title, string agency, RocYear year)
    {
        Title = title.Trim();
        Agency = agency.Trim();
        Year = year;
        Version++;
    }

    public void UseHeadings(PlanHeadings headings)
    {
        Headings = headings;
        Version++;
    }

    public void CameFrom(string fileName, string sha256)
    {
        SourceFileName = fileName;
        SourceSha256 = sha256;
    }

    public void AddChapter(string number, string title, IEnumerable<string> paragraphs)
    {
        _chapters.Add(new PlanChapter(_chapters.Select(one => one.Position).DefaultIfEmpty().Max() + 1, number, title, paragraphs));
        Version++;
    }

    public void RemoveChapter(PlanChapter chapter)
    {
        _chapters.Remove(chapter);
        Version++;
    }

    /// <summary>Moves a chapter one place up (-1) or down (1); at the end it stays where it is.</summary>
    public void MoveChapter(PlanChapter chapter, int by)
    {
        var order = _chapters.OrderBy(one => one.Position).ToList();
        var place = order.IndexOf(chapter);
        order.Remove(chapter);
        order.Insert(Math.Clamp(place + by, 0, order.Count), chapter);
        for (var index = 0; index < order.Count; index++)
        {
            order[index].MoveTo(index + 1);
        }
        Version++;
    }

    /// <summary>Whether rows and chapters may be edited: only in a draft, only by the plan office.</summary>
    public Verdict MayEdit(Actor actor) =>
        !actor.Is(Role.PlanOffice)
            ? Verdict.No("plan-office-only", "只有研發小組可以編輯計畫。")
            : State == PlanState.Draft
                ? Verdict.Yes
                : Verdict.No("plan-approved", $"本計畫{State.Chinese()}，內容不能再修改；要變更請走變更申請。");

    /// <summary>Every change of a row counts as a change of the plan, so that a stale approval is refused.</summary>
    public void Touch() => Version++;

    /// <summary>Whether the plan can be approved; names every row still undecided at once.</summary>
    public Verdict MayApprove(Actor actor, IReadOnlyCollection<Measure> measures)
    {
        var may = PlanWorkflow.Table.May(State, PlanAction.Approve, actor, PlanStates.Chinese);
        if (!may.IsAllowed)
        {
            return may;
        }
        if (measures.Count == 0)
        {
            return Verdict.No("plan-empty", "計畫還沒有任何推動作法，不能核定。");
        }
        var open = measures.Where(measure => measure.Undecided.Count > 0).ToList();
        return open.Count == 0
            ? Verdict.Yes
            : Verdict.No("plan-undecided", $"還有 {open.Count} 列的期限或單位待決定，決定後才能核定。");
    }

    /// <summary>核定: freezes the table as version 1 with its letter.</summary>
    public Verdict Approve(Approval approval, IReadOnlyCollection<Measure> measures)
    {
        var may = MayApprove(approval.By, measures);
        if (!may.IsAllowed)
        {
            return may;
        }
        State = PlanState.Approved;
        IssuedOn = approval.IssuedOn;
        LetterNumber = approval.LetterNumber.Trim();
        _revisions.Add(new PlanRevision(_revisions.Count + 1, approval));
        Version++;
        return Verdict.Yes;
    }

    /// <summary>結案.</summary>
    public Verdict Close(Actor actor)
    {
        var may = PlanWorkflow.Table.May(State, PlanAction.Close, actor, PlanStates.Chinese);
        if (may.IsAllowed)
        {
            State = PlanState.Closed;
            Version++;
        }
        return may;
    }
}

/// <summary>What an approval states: letter, day, who, when, and the table as it stood.</summary>
/// <param name="Snapshot">The whole table as JSON, the approved version's own bytes.</param>
public sealed record Approval(Actor By, DateTime AtUtc, DateOnly IssuedOn, string LetterNumber, string Snapshot);
