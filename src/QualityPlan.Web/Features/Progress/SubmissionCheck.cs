using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress;

/// <summary>What lacks before a filing can be submitted: every lack of every row at once, with the box to mend.</summary>
internal static class SubmissionCheck
{
    public static IReadOnlyList<BoxFault> Faults(FilingSheet sheet, UnitFiling filing)
    {
        var reports = filing.Reports.ToDictionary(report => report.AssignmentId);
        return sheet.Rows.SelectMany(row => FaultsOf(row, reports.GetValueOrDefault(row.AssignmentId))).ToList();
    }

    private static IEnumerable<BoxFault> FaultsOf(SheetRow row, ProgressReport? report)
    {
        if (report is null)
        {
            return row.Owes ? [Fault(row, new ReportLack(nameof(ReportForm.Narrative), "請填寫執行情形。"))] : [];
        }
        return row.Owes || SaysAnything(report)
            ? ReportRule.Lacks(report, row.Light).Select(lack => Fault(row, lack))
            : [];
    }

    /// <summary>A row that owes nothing and was emptied again is as if it had never been begun.</summary>
    private static bool SaysAnything(ProgressReport report) =>
        report.Narrative.Length > 0 || report.Cause.Length > 0 || report.Countermeasure.Length > 0
        || report.ActualPercent is not null || report.Marks.Any(mark => mark.IsDone) || report.Evidence.Any(one => !one.IsWithdrawn);

    private static BoxFault Fault(SheetRow row, ReportLack lack) =>
        new($"Rows[{row.AssignmentId}].{lack.Field}", $"{row.Name}：{lack.Sentence}");
}
