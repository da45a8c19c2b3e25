namespace QualityPlan.Domain.Progress;

/// <summary>The words of a report as they were submitted once; never changed, so that old and new stand side by side.</summary>
public sealed class ReportVersion
{
    internal ReportVersion(ProgressReport report, int submission, string byName, DateTime nowUtc)
    {
        Submission = submission;
        State = report.State;
        Narrative = report.Narrative;
        ActualPercent = report.ActualPercent;
        Cause = report.Cause;
        Countermeasure = report.Countermeasure;
        ExpectedDoneOn = report.ExpectedDoneOn;
        NoEvidenceReason = report.NoEvidenceReason;
        DoneCheckpointCount = report.Marks.Count(mark => mark.IsDone);
        EvidenceCount = report.Evidence.Count(one => !one.IsWithdrawn);
        SubmittedByName = byName;
        SubmittedAtUtc = nowUtc;
    }

    private ReportVersion()
    {
        Narrative = "";
        Cause = "";
        Countermeasure = "";
        NoEvidenceReason = "";
        SubmittedByName = "";
    }

    public int Id { get; private set; }

    public int ProgressReportId { get; private set; }

    /// <summary>Which submission of the filing it belongs to, 1-based.</summary>
    public int Submission { get; private set; }

    public ReportState State { get; private set; }

    public string Narrative { get; private set; }

    public int? ActualPercent { get; private set; }

    public string Cause { get; private set; }

    public string Countermeasure { get; private set; }

    public DateOnly? ExpectedDoneOn { get; private set; }

    public string NoEvidenceReason { get; private set; }

    public int DoneCheckpointCount { get; private set; }

    public int EvidenceCount { get; private set; }

    public string SubmittedByName { get; private set; }

    public DateTime SubmittedAtUtc { get; private set; }
}
