using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Reviews;

/// <summary>One filing before its head.</summary>
public sealed record ShowPage(FilingSheet Sheet, DateOnly Today)
{
    public required IReadOnlyList<ReviewRow> Rows { get; init; }

    /// <summary>Rows that owe nothing and of which nothing was said.</summary>
    public int Silent { get; init; }

    public required Verdict MayApprove { get; init; }

    public required Verdict MayReturn { get; init; }

    public ReturnForm Form { get; init; } = new();

    public UnitFiling Filing => Sheet.Filing;

    public string Address => $"/Reviews/{Filing.Id}";

    /// <summary>A week, when the head names no other day.</summary>
    public string MendBy => RocDate.Short(Form.MendBy ?? Today.AddDays(7));

    public int ChangedRows => Rows.Count(row => row.Changes.Count > 0);

    /// <summary>What the last return said of the filing as a whole.</summary>
    public IEnumerable<Defect> LastDefects => Filing.Defects
        .Where(one => one.AssignmentId is null && one.MendedAtUtc is not null && one.Submission == Filing.SubmissionCount - 1);
}

/// <summary>One row as the head sees it.</summary>
/// <param name="Changes">What differs from the submission before; empty at the first one.</param>
public sealed record ReviewRow(SheetRow Row, IReadOnlyList<Change> Changes)
{
    /// <summary>What the last return said of the row.</summary>
    public IReadOnlyList<Defect> LastDefects { get; init; } = [];

    public bool IsResubmission { get; init; }

    public static ReviewRow Of(SheetRow row, UnitFiling filing, ReportVersion? before) =>
        new(row, filing.SubmissionCount > 1 ? Change.Between(before, row).ToList() : [])
        {
            IsResubmission = filing.SubmissionCount > 1,
            LastDefects = filing.Defects
                .Where(one => one.AssignmentId == row.AssignmentId && one.MendedAtUtc is not null
                    && one.Submission == filing.SubmissionCount - 1)
                .ToList(),
        };
}

/// <summary>One box, before and now.</summary>
public sealed record Change(string Label, string Before, string Now)
{
    public static IEnumerable<Change> Between(ReportVersion? before, SheetRow row) =>
        All(before, row).Where(change => change.Before != change.Now);

    private static IEnumerable<Change> All(ReportVersion? before, SheetRow row)
    {
        var now = row.Report;
        yield return new("狀態", before?.State.Chinese() ?? "", now?.State.Chinese() ?? "");
        yield return new("執行情形", before?.Narrative ?? "", now?.Narrative ?? "");
        yield return new("實際進度", Percent(before?.ActualPercent), Percent(now?.ActualPercent));
        yield return new("完成的查核點", $"{before?.DoneCheckpointCount ?? 0}個", $"{row.Due.Count(one => one is { IsDone: true, IsDoneBefore: false })}個");
        yield return new("落後原因", before?.Cause ?? "", now?.Cause ?? "");
        yield return new("因應對策", before?.Countermeasure ?? "", now?.Countermeasure ?? "");
        yield return new("預定完成日", Day(before?.ExpectedDoneOn), Day(now?.ExpectedDoneOn));
        yield return new("佐證資料", $"{before?.EvidenceCount ?? 0}件", $"{row.Evidence.Count(file => !file.IsWithdrawn)}件");
        yield return new("沒有佐證的理由", before?.NoEvidenceReason ?? "", now?.NoEvidenceReason ?? "");
    }

    private static string Percent(int? percent) => percent is null ? "" : $"{percent}%";

    private static string Day(DateOnly? day) => day is { } one ? RocDate.Short(one) : "";
}
