using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Progress;

/// <summary>單位填報: what one unit files in one round, and what its head signs.</summary>
public sealed class UnitFiling
{
    private readonly List<ProgressReport> _reports = [];
    private readonly List<Defect> _defects = [];

    public UnitFiling(QuarterlyRound round, int unitId, string unitName)
    {
        Round = round;
        UnitId = unitId;
        UnitName = unitName;
    }

    private UnitFiling()
    {
        Round = null!;
        UnitName = "";
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public QuarterlyRound Round { get; private set; }

    public int UnitId { get; private set; }

    /// <summary>The unit's name when the round was made; history keeps it.</summary>
    public string UnitName { get; private set; }

    public FilingState State { get; private set; }

    /// <summary>逾期填報: submitted after the reporters' closing; mending what was returned is not late.</summary>
    public bool IsLate { get; private set; }

    /// <summary>補填: filed by a permission given after the closing.</summary>
    public bool IsSupplement { get; private set; }

    /// <summary>代填: submitted by the plan office for the unit.</summary>
    public bool IsOnBehalf { get; private set; }

    /// <summary>Last day of a permission to file after the closing, null when none was given.</summary>
    public DateOnly? SupplementUntil { get; private set; }

    public int? SubmittedByAccountId { get; private set; }

    public string? SubmittedByName { get; private set; }

    public DateTime? SubmittedAtUtc { get; private set; }

    public int? ApprovedByAccountId { get; private set; }

    public string? ApprovedByName { get; private set; }

    public DateTime? ApprovedAtUtc { get; private set; }

    /// <summary>How often it was submitted; the versions of its reports carry the same number.</summary>
    public int SubmissionCount { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<ProgressReport> Reports => _reports;

    public IReadOnlyCollection<Defect> Defects => _defects;

    /// <summary>Whether this actor may write into the boxes on this day.</summary>
    public Verdict MayWrite(Actor actor, DateOnly today) => May(FilingAction.Save, actor).And(() => MayWriteOn(actor, today));

    public Verdict MaySubmit(Actor actor, DateOnly today) => May(FilingAction.Submit, actor).And(() => MayWriteOn(actor, today));

    public Verdict MayWithdraw(Actor actor, DateOnly today) =>
        May(FilingAction.Withdraw, actor).And(() => MayWriteOn(actor, today));

    public Verdict MayApprove(Actor actor) => May(FilingAction.Approve, actor).And(() =>
        actor.AccountId == SubmittedByAccountId
            ? Verdict.No("filing-not-own", "不能核可自己送審的填報，請由其他有核可權限的主管處理。")
            : Verdict.Yes);

    public Verdict MayReturn(Actor actor) => May(FilingAction.Return, actor);

    public Verdict MayCompile(Actor actor) => May(FilingAction.Compile, actor);

    /// <summary>The report of an assignment; begun when it is not there yet. Call only after <see cref="MayWrite"/>.</summary>
    public ProgressReport ReportFor(int assignmentId, int measureId)
    {
        var report = _reports.FirstOrDefault(one => one.AssignmentId == assignmentId);
        if (report is null)
        {
            report = new ProgressReport(assignmentId, measureId);
            _reports.Add(report);
        }
        return report;
    }

    /// <summary>暫存: notes that something was written.</summary>
    public Verdict Save(Actor actor, DateOnly today)
    {
        var may = MayWrite(actor, today);
        return may.IsAllowed ? Enter(FilingAction.Save, actor) : may;
    }

    /// <summary>送審: keeps every report as a version, closes the open defects. Problems are judged by the caller beforehand.</summary>
    public Verdict Submit(Actor actor, DateTime nowUtc)
    {
        var today = TaipeiClock.DateAt(nowUtc);
        var may = MaySubmit(actor, today);
        if (!may.IsAllowed)
        {
            return may;
        }
        var isMending = State == FilingState.Returned;
        Enter(FilingAction.Submit, actor);
        SubmissionCount++;
        if (!isMending)
        {
            IsLate = Round.IsWindowClosedOn(today);
            IsSupplement = IsLate && SupplementUntil is not null;
        }
        IsOnBehalf |= actor.UnitId != UnitId || !actor.Is(Role.Reporter);
        (SubmittedByAccountId, SubmittedByName, SubmittedAtUtc) = (actor.AccountId, actor.Name, nowUtc);
        foreach (var report in _reports)
        {
            report.Keep(SubmissionCount, actor.Name, nowUtc);
        }
        foreach (var defect in _defects.Where(one => one.MendedAtUtc is null))
        {
            defect.Mend(nowUtc);
        }
        return Verdict.Yes;
    }

    /// <summary>抽回.</summary>
    public Verdict Withdraw(Actor actor, DateOnly today)
    {
        var may = MayWithdraw(actor, today);
        return may.IsAllowed ? Enter(FilingAction.Withdraw, actor) : may;
    }

    /// <summary>主管核可.</summary>
    public Verdict Approve(Actor actor, DateTime nowUtc)
    {
        var may = MayApprove(actor);
        if (may.IsAllowed)
        {
            Enter(FilingAction.Approve, actor);
            (ApprovedByAccountId, ApprovedByName, ApprovedAtUtc) = (actor.AccountId, actor.Name, nowUtc);
        }
        return may;
    }

    /// <summary>退回補正: names all defects at once, one text each, to be mended by a date.</summary>
    public Verdict ReturnForCorrection(IReadOnlyCollection<DefectText> defects, Actor actor, DateTime nowUtc)
    {
        var may = MayReturn(actor);
        if (!may.IsAllowed)
        {
            return may;
        }
        if (defects.Count == 0 || defects.Any(one => string.IsNullOrWhiteSpace(one.Text)))
        {
            return Verdict.No("return-without-defect", "退回時請至少寫一項缺失，並說明要補正什麼。");
        }
        Enter(FilingAction.Return, actor);
        (ApprovedByAccountId, ApprovedByName, ApprovedAtUtc) = (null, null, null);
        _defects.AddRange(defects.Select(text => new Defect(text, SubmissionCount, actor, nowUtc)));
        return Verdict.Yes;
    }

    /// <summary>彙整: taken into the compiled report.</summary>
    public Verdict Compile(Actor actor)
    {
        var may = MayCompile(actor);
        return may.IsAllowed ? Enter(FilingAction.Compile, actor) : may;
    }

    /// <summary>鎖定, by the convener's signature; filings that never came so far keep their state in the locked round.</summary>
    public Verdict Lock(Actor actor)
    {
        var may = May(FilingAction.Lock, actor);
        return may.IsAllowed ? Enter(FilingAction.Lock, actor) : may;
    }

    /// <summary>Gives leave to file until a day after the closing (補填).</summary>
    public Verdict AllowSupplement(DateOnly until, Actor actor)
    {
        if (!actor.Is(Role.PlanOffice))
        {
            return Verdict.No("plan-office-only", "只有研發小組可以開放補填。");
        }
        if (Round.IsLocked)
        {
            return Verdict.No("round-locked", $"{Round.Quarter}已鎖定，不能再補填。");
        }
        SupplementUntil = until;
        Version++;
        return Verdict.Yes;
    }

    private Verdict May(FilingAction action, Actor actor)
    {
        if (Round.IsLocked && action != FilingAction.Lock)
        {
            return Verdict.No("round-locked", $"{Round.Quarter}的報告已簽核鎖定，內容不能再變動。");
        }
        var may = FilingWorkflow.Table.May(State, action, actor, FilingWorkflow.Chinese);
        var row = FilingWorkflow.Table.Transitions.FirstOrDefault(one =>
            one.From == State && one.Action == action && actor.Is(one.Role) && ReachesUnit(one.Role, actor));
        return may.IsAllowed && row is null
            ? Verdict.No("other-unit", "只能處理自己單位的填報。")
            : may;
    }

    private bool ReachesUnit(Role role, Actor actor) =>
        role is not (Role.Reporter or Role.UnitHead) || actor.UnitId == UnitId;

    private Verdict MayWriteOn(Actor actor, DateOnly today)
    {
        if (today < Round.OpensOn)
        {
            return Verdict.No("round-not-open", $"{Round.Quarter}自{RocDate.Long(Round.OpensOn)}起開放填報。");
        }
        var isOpen = today <= Round.ReportersCloseOn
            || State == FilingState.Returned
            || SupplementUntil >= today
            || (actor.Is(Role.PlanOffice) && today <= Round.OfficeClosesOn);
        return isOpen
            ? Verdict.Yes
            : Verdict.No("round-closed", $"{Round.Quarter}填報已於{RocDate.Long(Round.ReportersCloseOn)}截止；如需補填，請洽研發小組開放。");
    }

    private Verdict Enter(FilingAction action, Actor actor)
    {
        State = FilingWorkflow.Table.Next(State, action, actor) ?? State;
        Version++;
        return Verdict.Yes;
    }
}
