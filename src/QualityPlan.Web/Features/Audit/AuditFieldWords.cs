using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Audit;

/// <summary>The zh-TW words for the fields and choices that stand in the states of an entry.</summary>
internal static class AuditFieldWords
{
    private static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["Accepted"] = "接受的疑義",
        ["After"] = "之後",
        ["Agency"] = "機關",
        ["Aliases"] = "別名",
        ["Approach"] = "推動作法",
        ["Area"] = "實施要項",
        ["Cause"] = "落後原因",
        ["Checkpoints"] = "查核點",
        ["Closing"] = "敬陳",
        ["Countermeasure"] = "因應對策",
        ["Deadline"] = "完成期限",
        ["DeadlineKind"] = "期限種類",
        ["DeadlineText"] = "完成期限",
        ["Defects"] = "缺失",
        ["Directive"] = "批示",
        ["DisplayName"] = "姓名",
        ["DoneCheckpoints"] = "已完成查核點編號",
        ["ExpectedDoneOn"] = "預定完成日",
        ["Explanation"] = "說明",
        ["FileName"] = "檔名",
        ["Files"] = "佐證資料",
        ["Filings"] = "填報編號",
        ["From"] = "起日",
        ["HeadAccountId"] = "主管帳號編號",
        ["Headings"] = "欄名",
        ["HeadsCloseOn"] = "主管截止日",
        ["IsActive"] = "使用中",
        ["IsDeadlineDecided"] = "期限已決定",
        ["IsEveryUnit"] = "代表全部單位",
        ["IsInOrder"] = "日期先後正確",
        ["IsLate"] = "逾期填報",
        ["IssuedOn"] = "發文日期",
        ["Item"] = "執行項目",
        ["Kind"] = "種類",
        ["LetterNumber"] = "發文字號",
        ["MeasureId"] = "推動作法編號",
        ["Members"] = "成員單位編號",
        ["MendBy"] = "補正期限",
        ["Mended"] = "修正的欄位",
        ["MustChangePassword"] = "須更換密碼",
        ["Name"] = "名稱",
        ["Narrative"] = "執行情形",
        ["NoEvidenceReason"] = "無佐證原因",
        ["Number"] = "編號",
        ["OfficeClosesOn"] = "研發小組截止日",
        ["OpenCount"] = "待處理項數",
        ["OpensOn"] = "開放日",
        ["Percent"] = "實際進度（%）",
        ["Person"] = "帳號編號",
        ["Proposals"] = "擬辦",
        ["ReportersCloseOn"] = "承辦截止日",
        ["Roles"] = "角色",
        ["RowCount"] = "列數",
        ["Rows"] = "列數",
        ["Sha256"] = "檔案雜湊",
        ["SourceFileName"] = "來源檔名",
        ["SourceSha256"] = "來源檔雜湊",
        ["State"] = "狀態",
        ["SubItem"] = "次要項",
        ["Subject"] = "主旨",
        ["SubmissionCount"] = "送審次數",
        ["Summary"] = "彙整說明",
        ["SupplementUntil"] = "補填期限",
        ["SupportingUnits"] = "協辦單位",
        ["SupportingUnitsText"] = "協辦單位",
        ["Text"] = "文字",
        ["Title"] = "名稱",
        ["To"] = "迄日",
        ["UnitId"] = "單位編號",
        ["Units"] = "承辦單位",
        ["UnitsText"] = "承辦單位",
        ["UserName"] = "帳號",
        ["What"] = "動作",
        ["Wording"] = "彙整文字",
        ["Year"] = "年度",
        ["tooLong"] = "內容過長未保留（字數）",
    };

    private static readonly Dictionary<string, string> DeadlineKinds = new()
    {
        ["Undecided"] = "未決定",
        ["Dated"] = "有期日",
        ["Recurring"] = "定期",
        ["Continuing"] = "持續",
        ["DoneAtStart"] = "業已完成",
        ["NotUnderstood"] = "待人決定",
    };

    public static string Of(string name) => Fields.GetValueOrDefault(name, name);

    public static string Value(string kind, string name, string text) => (kind, name) switch
    {
        ("Plan", "State") when Enum.TryParse<PlanState>(text, out var state) => state.Chinese(),
        ("UnitFiling", "State") when Enum.TryParse<FilingState>(text, out var state) => state.Chinese(),
        ("UnitFiling", "State") when Enum.TryParse<ReportState>(text, out var state) => state.Chinese(),
        ("CompiledReport", "State") when Enum.TryParse<CompiledReportState>(text, out var state) => state.Chinese(),
        (_, "Roles") when Enum.TryParse<Role>(text, out var role) => role.Chinese(),
        ("Unit", "Kind") when Enum.TryParse<UnitKind>(text, out var unit) => unit == UnitKind.TaskForce ? "任務編組" : "單位",
        (_, "DeadlineKind") => DeadlineKinds.GetValueOrDefault(text, text),
        ("AuditEntry", "What") => AuditWords.Action(text),
        ("AuditEntry", "Kind") => AuditWords.Kind(text),
        _ => text,
    };
}
