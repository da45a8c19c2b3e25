using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress;

/// <summary>What the fill-in posts: rows by the number of their assignment. Autosave posts one of them.</summary>
public sealed class FilingForm
{
    public Dictionary<int, ReportForm> Rows { get; set; } = [];

    /// <summary>The row to come back to after saving.</summary>
    public int? Then { get; set; }
}

/// <summary>The boxes of one row.</summary>
public sealed class ReportForm : IValidatableObject
{
    public const int MostCounted = 9999;

    /// <summary>Version and print of the row as it was shown, see <see cref="RowStamp"/>.</summary>
    [StringLength(40)]
    public string Stamp { get; set; } = "";

    [Display(Name = "狀態")]
    public ReportState? State { get; set; }

    [Display(Name = "執行情形"), DataType(DataType.MultilineText)]
    [StringLength(ProgressReport.NarrativeLength, ErrorMessage = "執行情形最多4000字，請精簡。")]
    public string Narrative { get; set; } = "";

    [Display(Name = "實際進度（%）"), Range(0, 100, ErrorMessage = "實際進度請輸入0到100的整數。")]
    public int? Percent { get; set; }

    [Display(Name = "落後原因"), DataType(DataType.MultilineText)]
    [StringLength(ProgressReport.CauseLength, ErrorMessage = "落後原因最多1000字，請精簡。")]
    public string Cause { get; set; } = "";

    [Display(Name = "因應對策"), DataType(DataType.MultilineText)]
    [StringLength(ProgressReport.CauseLength, ErrorMessage = "因應對策最多1000字，請精簡。")]
    public string Countermeasure { get; set; } = "";

    [Display(Name = "預定完成日")]
    public DateOnly? ExpectedDoneOn { get; set; }

    [Display(Name = "沒有佐證資料的理由")]
    [StringLength(ProgressReport.CauseLength, ErrorMessage = "理由最多1000字，請精簡。")]
    public string NoEvidenceReason { get; set; } = "";

    [Display(Name = "本季無變動")]
    public bool IsUnchanged { get; set; }

    /// <summary>Checkpoints that are ticked.</summary>
    public List<int> Done { get; set; } = [];

    /// <summary>How often a recurring duty was done, by checkpoint.</summary>
    public Dictionary<int, int?> Counts { get; set; } = [];

    [Display(Name = "說明"), StringLength(200, ErrorMessage = "佐證資料的說明最多200字。")]
    public string Caption { get; set; } = "";

    [Display(Name = "佐證資料")]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Evidence to be taken back.</summary>
    public List<int> Withdraw { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (State is null)
        {
            yield return new ValidationResult("請選擇狀態。", [nameof(State)]);
        }
        foreach (var (checkpoint, count) in Counts)
        {
            if (count is < 0 or > MostCounted)
            {
                yield return new ValidationResult("辦理次數請輸入0到9999的整數。", [$"Counts[{checkpoint}]"]);
            }
        }
    }

    /// <summary>The boxes as they are filled when the page opens.</summary>
    public static ReportForm Of(SheetRow row)
    {
        var form = row.Report is { } report
            ? new ReportForm
            {
                State = report.State,
                Narrative = report.Narrative,
                Percent = report.ActualPercent,
                Cause = report.Cause,
                Countermeasure = report.Countermeasure,
                ExpectedDoneOn = report.ExpectedDoneOn,
                NoEvidenceReason = report.NoEvidenceReason,
                IsUnchanged = report.IsUnchanged,
            }
            : new ReportForm { State = RowText.UsualState(row) };
        foreach (var one in row.Due.Where(one => !one.IsDoneBefore))
        {
            if (one.IsDone)
            {
                form.Done.Add(one.Id);
            }
            form.Counts[one.Id] = one.ActualCount;
        }
        form.Stamp = RowStamp.Of(row.Report?.Version ?? 0, RowText.Print(form));
        return form;
    }
}
