using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Progress;

/// <summary>退回補正 names defects; each stands beside the box it speaks of until the next submission.</summary>
public sealed class Defect
{
    public const int TextLength = 1000;

    internal Defect(DefectText text, int submission, Actor actor, DateTime nowUtc)
    {
        AssignmentId = text.AssignmentId;
        Text = text.Text.Trim();
        MendBy = text.MendBy;
        Submission = submission;
        RaisedByName = actor.Name;
        RaisedAtUtc = nowUtc;
    }

    private Defect()
    {
        Text = "";
        RaisedByName = "";
    }

    public int Id { get; private set; }

    public int UnitFilingId { get; private set; }

    /// <summary>The row it speaks of; null when it is about the filing as a whole.</summary>
    public int? AssignmentId { get; private set; }

    public string Text { get; private set; }

    public DateOnly? MendBy { get; private set; }

    /// <summary>The submission it was raised against, 1-based.</summary>
    public int Submission { get; private set; }

    public string RaisedByName { get; private set; }

    public DateTime RaisedAtUtc { get; private set; }

    /// <summary>When the unit submitted again; null while open.</summary>
    public DateTime? MendedAtUtc { get; private set; }

    internal void Mend(DateTime nowUtc) => MendedAtUtc = nowUtc;
}

/// <summary>One defect as it is written when returning.</summary>
public sealed record DefectText(int? AssignmentId, string Text, DateOnly? MendBy);
