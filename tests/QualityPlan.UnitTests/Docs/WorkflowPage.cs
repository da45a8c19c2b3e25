using System.Text;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.UnitTests.Docs;

/// <summary>docs/workflow.md as the three workflow tables say it.</summary>
internal static class WorkflowPage
{
    private const string Opening =
        """
        # 流程

        本頁由程式裡的三張流程表產生，測試會比對，兩者不同即不通過。流程表改了以後，重新產生本頁：

            QUALITYPLAN_WRITE_DOCS=1 bash tests/run.sh unit -class '*WorkflowPageTests'

        表中沒有的「狀態、動作、角色」組合一律拒絕，資料不變。畫面上的按鈕、送出時的檢查與測試讀的是同一張表。
        「簽核」是系統內部流程，不是公文線上簽核。

        """;

    private const string FilingRules =
        """

        表以外的條件：

        - 承辦人與單位主管只能處理自己單位的填報。
        - 送審的人不能核可自己送審的填報。
        - 暫存、送審、抽回限填報期間；退回補正者不受截止日限制，研發小組開放補填者到指定日止，研發小組代填到彙整截止日止。
        - 退回至少寫一項缺失；再次送審時，前次缺失記為已補正，每次送審的文字各留一份。
        - 截止後送審記「逾期填報」，經開放者另記「補填」，研發小組送審者記「代填」。
        - 報告核定鎖定後，該季一切內容不再變動。

        """;

    private const string ReportRules =
        """

        表以外的條件：

        - 簽核的是當時看到的版本；報告在閱覽後有變動者，須重新檢視再簽。
        - 退回須寫明理由。
        - 召集人簽核後，該季各單位填報同時鎖定，報告以簽核當時的檔案保存並記錄雜湊值。

        """;

    private const string PlanRules =
        """

        表以外的條件：還有期限或單位待決定的列，或計畫沒有任何一列時，不能核定。核定後列管表不再變動。

        """;

    public static string Text()
    {
        var page = new StringBuilder(Opening);
        Write(page, PlanWorkflow.Table, state => state.Chinese(), action => action.Chinese());
        page.Append(PlanRules);
        Write(page, FilingWorkflow.Table, FilingWorkflow.Chinese, FilingWorkflow.Chinese);
        page.Append(FilingRules);
        Write(page, CompiledReportWorkflow.Table, CompiledReportWorkflow.Chinese, CompiledReportWorkflow.Chinese);
        page.Append(ReportRules);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Write<TState, TAction>(
        StringBuilder page,
        Workflow<TState, TAction> workflow,
        Func<TState, string> stateName,
        Func<TAction, string> actionName)
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        page.Append($"\n## {workflow.Name}\n\n| 目前狀態 | 動作 | 角色 | 之後狀態 |\n|---|---|---|---|\n");
        foreach (var step in workflow.Transitions.GroupBy(row => (row.From, row.Action, row.To)))
        {
            var roles = string.Join('、', step.Select(row => row.Role.Chinese()));
            page.Append(
                $"| {stateName(step.Key.From)} | {actionName(step.Key.Action)} | {roles} | {stateName(step.Key.To)} |\n");
        }
    }
}
