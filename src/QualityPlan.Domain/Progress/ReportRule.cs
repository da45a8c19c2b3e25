namespace QualityPlan.Domain.Progress;

/// <summary>What a report must say before it can be submitted; every lack is named at once.</summary>
public static class ReportRule
{
    /// <summary>The lacks of one report, given the light it would have when filed.</summary>
    public static IReadOnlyList<ReportLack> Lacks(ProgressReport report, Light light)
    {
        var lacks = new List<ReportLack>();
        if (report.Narrative.Length == 0)
        {
            lacks.Add(new(nameof(report.Narrative), "請填寫執行情形。"));
        }
        if (light.IsException() || report.State == ReportState.NotAchieved)
        {
            LacksWhenBehind(report, lacks);
        }
        if (report.State == ReportState.Completed
            && report.NoEvidenceReason.Length == 0
            && report.Evidence.All(one => one.IsWithdrawn))
        {
            lacks.Add(new(nameof(report.NoEvidenceReason), "狀態為已完成，請上傳佐證資料，或說明沒有佐證的理由。"));
        }
        return lacks;
    }

    private static void LacksWhenBehind(ProgressReport report, List<ReportLack> lacks)
    {
        if (report.Cause.Length == 0)
        {
            lacks.Add(new(nameof(report.Cause), "進度落後，請填寫落後原因。"));
        }
        if (report.Countermeasure.Length == 0)
        {
            lacks.Add(new(nameof(report.Countermeasure), "進度落後，請填寫因應對策。"));
        }
        if (report.ExpectedDoneOn is null)
        {
            lacks.Add(new(nameof(report.ExpectedDoneOn), "進度落後，請填寫預定完成日，例如 115/12/31。"));
        }
    }
}

/// <summary>One thing a report lacks: the field's name and a zh-TW sentence that says what to do.</summary>
public sealed record ReportLack(string Field, string Sentence);
