namespace QualityPlan.Domain.Progress;

/// <summary>執行情形: what a unit says of one of its rows in one round.</summary>
public sealed class ProgressReport
{
    public const int NarrativeLength = 4000;
    public const int CauseLength = 1000;

    private readonly List<CheckpointMark> _marks = [];
    private readonly List<Evidence> _evidence = [];
    private readonly List<ReportVersion> _versions = [];

    internal ProgressReport(int assignmentId, int measureId)
    {
        AssignmentId = assignmentId;
        MeasureId = measureId;
        Narrative = "";
        Cause = "";
        Countermeasure = "";
        NoEvidenceReason = "";
    }

    private ProgressReport()
    {
        Narrative = "";
        Cause = "";
        Countermeasure = "";
        NoEvidenceReason = "";
    }

    public int Id { get; private set; }

    public int UnitFilingId { get; private set; }

    public int AssignmentId { get; private set; }

    public int MeasureId { get; private set; }

    public ReportState State { get; private set; }

    /// <summary>執行情形 in the unit's own words.</summary>
    public string Narrative { get; private set; }

    /// <summary>實際進度 in percent, 0-100; null when not given, which is not 0.</summary>
    public int? ActualPercent { get; private set; }

    /// <summary>落後原因.</summary>
    public string Cause { get; private set; }

    /// <summary>因應對策.</summary>
    public string Countermeasure { get; private set; }

    /// <summary>預定完成日.</summary>
    public DateOnly? ExpectedDoneOn { get; private set; }

    /// <summary>Why a completed row has no evidence.</summary>
    public string NoEvidenceReason { get; private set; }

    /// <summary>本季無變動, confirmed by one sentence in the narrative.</summary>
    public bool IsUnchanged { get; private set; }

    public DateTime? UpdatedAtUtc { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<CheckpointMark> Marks => _marks;

    public IReadOnlyCollection<Evidence> Evidence => _evidence;

    /// <summary>The words as submitted, one version a submission.</summary>
    public IReadOnlyCollection<ReportVersion> Versions => _versions;

    /// <summary>Takes over what was typed. The filing decides before whether it may be.</summary>
    public void Write(ReportText text, DateTime nowUtc)
    {
        State = text.State;
        Narrative = text.Narrative.ReplaceLineEndings("\n").Trim();
        ActualPercent = text.ActualPercent;
        Cause = text.Cause.ReplaceLineEndings("\n").Trim();
        Countermeasure = text.Countermeasure.ReplaceLineEndings("\n").Trim();
        ExpectedDoneOn = text.ExpectedDoneOn;
        NoEvidenceReason = text.NoEvidenceReason.Trim();
        IsUnchanged = text.IsUnchanged;
        UpdatedAtUtc = nowUtc;
        Version++;
    }

    /// <summary>Notes of one checkpoint whether it is done and how often a recurring duty was.</summary>
    public void Mark(int checkpointId, bool isDone, int? actualCount)
    {
        var mark = _marks.FirstOrDefault(one => one.CheckpointId == checkpointId);
        if (mark is null)
        {
            mark = new CheckpointMark(checkpointId);
            _marks.Add(mark);
        }
        mark.Set(isDone, actualCount);
        Version++;
    }

    public Evidence Attach(EvidenceFile file, string byName, DateTime nowUtc)
    {
        var evidence = new Evidence(file, byName, nowUtc);
        _evidence.Add(evidence);
        Version++;
        return evidence;
    }

    internal void Keep(int submission, string byName, DateTime nowUtc)
    {
        if (_versions.All(one => one.Submission != submission))
        {
            _versions.Add(new ReportVersion(this, submission, byName, nowUtc));
        }
    }
}

/// <summary>What is typed into the boxes of one row; percent 0-100.</summary>
public sealed record ReportText(ReportState State, string Narrative)
{
    public int? ActualPercent { get; init; }

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }

    public string NoEvidenceReason { get; init; } = "";

    public bool IsUnchanged { get; init; }
}

/// <summary>What a report says of one checkpoint.</summary>
public sealed class CheckpointMark
{
    internal CheckpointMark(int checkpointId) => CheckpointId = checkpointId;

    private CheckpointMark() { }

    public int Id { get; private set; }

    public int ProgressReportId { get; private set; }

    public int CheckpointId { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>How often it was done in the quarter, for recurring duties.</summary>
    public int? ActualCount { get; private set; }

    internal void Set(bool isDone, int? actualCount) => (IsDone, ActualCount) = (isDone, actualCount);
}
