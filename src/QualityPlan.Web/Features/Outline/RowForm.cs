using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Features.Outline;

/// <summary>How the checkpoints of a row come about.</summary>
public enum DeadlineChoice
{
    ByText,
    Dated,
    Continuing,
    DoneAtStart,
}

public sealed class RowForm
{
    [Display(Name = "執行項目"), Required(ErrorMessage = "請選擇執行項目。")]
    public int? ItemId { get; set; }

    [Display(Name = "編號", Description = "如印出的樣子，例如1.1；可空白"), StringLength(20, ErrorMessage = "編號最多20字。")]
    public string Number { get; set; } = "";

    [Display(Name = "推動作法"), DataType(DataType.MultilineText), Required(ErrorMessage = "請輸入推動作法。")]
    [StringLength(Measure.ApproachLength, ErrorMessage = "推動作法最多4000字。")]
    public string Approach { get; set; } = "";

    [Display(Name = "完成期限", Description = "照計畫所寫，例如「115年6月」「每季」「隨時」"), StringLength(300, ErrorMessage = "完成期限最多300字。")]
    public string Deadline { get; set; } = "";

    [Display(Name = "查核點"), EnumDataType(typeof(DeadlineChoice), ErrorMessage = "請選擇查核點的決定方式。")]
    public DeadlineChoice Choice { get; set; }

    [Display(Name = "指定日期", Description = "選「指定日期」時填寫；民國日期，兩個以上以、分開，例如115/6/30、115/12/31")]
    [StringLength(300, ErrorMessage = "指定日期最多300字。")]
    public string Days { get; set; } = "";

    [Display(Name = "承辦單位", Description = "兩個以上以、分開"), StringLength(500, ErrorMessage = "承辦單位最多500字。")]
    public string Units { get; set; } = "";

    [Display(Name = "協辦單位", Description = "沒有可空白"), StringLength(500, ErrorMessage = "協辦單位最多500字。")]
    public string SupportingUnits { get; set; } = "";

    public int Version { get; set; }

    public MeasureText ToText() => new(Number, Approach, Deadline, Units) { SupportingUnits = SupportingUnits };

    public DeadlineKind ChosenKind => Choice switch
    {
        DeadlineChoice.Dated => DeadlineKind.Dated,
        DeadlineChoice.Continuing => DeadlineKind.Continuing,
        _ => DeadlineKind.DoneAtStart,
    };

    /// <summary>The days as typed, each a date or the sentence that says what to mend.</summary>
    public IReadOnlyList<RocDateReading> ReadDays() => Days
        .Split(['、', ',', '，', ';', '；', '\n', ' ', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(RocDate.Parse)
        .ToList();

    public static RowForm Of(Measure measure) => new()
    {
        ItemId = measure.PlanItemId,
        Number = measure.Number,
        Approach = measure.Approach,
        Deadline = measure.DeadlineText,
        Choice = !measure.IsDeadlineDecided ? DeadlineChoice.ByText : measure.DeadlineKind switch
        {
            DeadlineKind.Dated => DeadlineChoice.Dated,
            DeadlineKind.Continuing => DeadlineChoice.Continuing,
            _ => DeadlineChoice.DoneAtStart,
        },
        Days = measure is { IsDeadlineDecided: true, DeadlineKind: DeadlineKind.Dated }
            ? string.Join('、', measure.Checkpoints.OrderBy(one => one.Sequence).Select(one => RocDate.Short(one.DueOn)))
            : "",
        Units = Written(measure, measure.UnitsText, AssignmentRole.Lead),
        SupportingUnits = Written(measure, measure.SupportingUnitsText, AssignmentRole.Support),
        Version = measure.Version,
    };

    /// <summary>The text, or the units that were given the row although its cell is empty: saving shall not lose them.</summary>
    private static string Written(Measure measure, string text, AssignmentRole role) => text.Length > 0
        ? text
        : string.Join('、', measure.Assignments.Where(one => one.Role == role).Select(one => one.GroupName ?? one.UnitName).Distinct());
}
