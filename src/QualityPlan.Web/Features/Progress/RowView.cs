using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress;

/// <summary>One row of the fill-in: what is in its boxes and what was said about them.</summary>
public sealed record RowView(SheetRow Row, ReportForm Form, ModelStateDictionary State)
{
    private static readonly string[] WhenBehind =
        [nameof(ReportForm.Cause), nameof(ReportForm.Countermeasure), nameof(ReportForm.ExpectedDoneOn)];

    public string? Theirs { get; init; }

    public int Id => Row.AssignmentId;

    /// <summary>Cause and countermeasure stand open when they are owed, written or wrong.</summary>
    public bool OpensBehind => IsBehind || Form.Cause.Length > 0 || Form.Countermeasure.Length > 0
        || Form.ExpectedDoneOn is not null || WhenBehind.Any(box => Error(box) is not null);

    public bool OpensEvidence => Row.Evidence.Any(file => !file.IsWithdrawn)
        || Error(nameof(ReportForm.Files)) is not null || Error(nameof(ReportForm.NoEvidenceReason)) is not null;

    /// <summary>Only what was written is judged; an empty row is not yet behind.</summary>
    public bool IsBehind => Row.Report is not null && (Row.Light.IsException() || Form.State == ReportState.NotAchieved);

    public string Name(string box) => $"Rows[{Id}].{box}";

    public string BoxId(string box) => $"Rows_{Id}__{box}";

    public string? Error(string box) => !State.IsValid && State.TryGetValue(Name(box), out var entry) && entry.Errors.Count > 0
        ? string.Join(" ", entry.Errors.Select(error => WithoutName(error.ErrorMessage)))
        : null;

    /// <summary>Beside the box nobody needs to be told which row it is.</summary>
    private string WithoutName(string sentence) =>
        sentence.StartsWith(Row.Name + "：", StringComparison.Ordinal) ? sentence[(Row.Name.Length + 1)..] : sentence;

    /// <summary>For <c>aria-describedby</c>: the hint and, when there is one, the error.</summary>
    public string? Describe(string box) => Error(box) is null ? null : $"{BoxId(box)}_error";

    public string? Invalid(string box) => Error(box) is null ? null : "true";

    /// <summary>What was typed when it could not even be read, else the value.</summary>
    private string Typed(string box, string value) =>
        !State.IsValid && State.TryGetValue(Name(box), out var entry) && entry.Errors.Count > 0 && entry.AttemptedValue is { } typed
            ? typed
            : value;

    public string Narrative => Typed(nameof(ReportForm.Narrative), Form.Narrative);

    public string Cause => Typed(nameof(ReportForm.Cause), Form.Cause);

    public string Countermeasure => Typed(nameof(ReportForm.Countermeasure), Form.Countermeasure);

    public string NoEvidenceReason => Typed(nameof(ReportForm.NoEvidenceReason), Form.NoEvidenceReason);

    public string Percent => Typed(nameof(ReportForm.Percent), Form.Percent?.ToString(CultureInfo.InvariantCulture) ?? "");

    public string ExpectedDoneOn =>
        Typed(nameof(ReportForm.ExpectedDoneOn), Form.ExpectedDoneOn is { } day ? RocDate.Short(day) : "");
}
