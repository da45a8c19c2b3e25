using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Progress;

/// <summary>One posted row against what is stored: was it touched, is it behind, is there anything to write.</summary>
internal sealed class RowWork(FilingWork work, int id, ReportForm boxes)
{
    private readonly string _print = RowText.Print(boxes);
    private readonly RowStamp _shown = RowStamp.Read(boxes.Stamp);

    public int Id => id;

    public ReportForm Boxes => boxes;

    public ProgressReport? Report => work.ReportOf(id);

    /// <summary>What is stored says the same already, whoever wrote it.</summary>
    public bool IsSame => Report is { } report && RowText.Print(report) == _print;

    /// <summary>Somebody else changed the row since it was shown, and something else was typed here.</summary>
    public bool IsStale => IsTouched && _shown.Version != (Report?.Version ?? 0);

    public bool IsChanged => IsTouched || boxes.Files.Count > 0
        || Report?.Evidence.Any(file => !file.IsWithdrawn && boxes.Withdraw.Contains(file.Id)) == true;

    public string Theirs => Report?.Narrative ?? "";

    /// <summary>The stamp of what is stored now.</summary>
    public string Stamp => RowStamp.Of(Report?.Version ?? 0, Report is { } report ? RowText.Print(report) : _print);

    private bool IsTouched => !_shown.IsOf(_print) && !IsSame;

    /// <summary>Writes the boxes, if they were touched; files alone leave the words as they are.</summary>
    public ProgressReport Write(DateTime nowUtc) =>
        Report is { } report && !IsTouched ? report : work.Write(id, boxes, nowUtc);
}

/// <summary>What the trail keeps of a row.</summary>
internal sealed record RowState(ReportState State, string Narrative, int? Percent)
{
    public string? Cause { get; init; }

    public string? Countermeasure { get; init; }

    public DateOnly? ExpectedDoneOn { get; init; }

    public string? NoEvidenceReason { get; init; }

    public required IReadOnlyList<int> DoneCheckpoints { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    public static RowState Of(ProgressReport report) => new(report.State, report.Narrative, report.ActualPercent)
    {
        Cause = OrNull(report.Cause),
        Countermeasure = OrNull(report.Countermeasure),
        ExpectedDoneOn = report.ExpectedDoneOn,
        NoEvidenceReason = OrNull(report.NoEvidenceReason),
        DoneCheckpoints = report.Marks.Where(mark => mark.IsDone).Select(mark => mark.CheckpointId).ToList(),
        Files = report.Evidence.Where(file => !file.IsWithdrawn).Select(file => $"{file.FileName} {file.Sha256}").ToList(),
    };

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
