using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Audit;

/// <summary>The zh-TW words for the stable English ones of the trail. What has no word shows as it is.</summary>
internal static class AuditWords
{
    public static readonly IReadOnlyDictionary<string, string> Actions = new Dictionary<string, string>
    {
        ["sign-in"] = "登入",
        ["sign-out"] = "登出",
        ["sign-in-failed"] = "登入失敗",
        ["refused"] = "拒絕存取",
        ["export"] = "匯出",
        ["make-paper"] = "製作報表",
        ["remove-paper"] = "移除報表",
        ["change-password"] = "變更密碼",
        ["create-first-administrator"] = "建立第一位系統管理者",
        ["create-account"] = "建立帳號",
        ["change-account"] = "修改帳號",
        ["disable-account"] = "停用帳號",
        ["enable-account"] = "啟用帳號",
        ["unlock-account"] = "解除鎖定",
        ["reset-password"] = "重設密碼",
        ["create-unit"] = "新增單位",
        ["change-unit"] = "修改單位",
        ["learn-alias"] = "記住單位或群組的別名",
        ["learn-headings"] = "記住欄位名稱",
        ["forget-headings"] = "取消記住欄位名稱",
        ["create-unit-group"] = "新增群組",
        ["change-unit-group"] = "修改群組",
        ["create-group"] = "匯入時建立群組",
        ["read-plan-file"] = "讀入計畫檔案",
        ["mend-import"] = "處理匯入疑義",
        ["discard-import"] = "捨棄匯入",
        ["import-plan"] = "匯入計畫",
        ["begin-plan"] = "新增計畫草案",
        ["describe-plan"] = "修改計畫名稱與欄名",
        ["add-chapter"] = "新增章節",
        ["edit-chapter"] = "修改章節",
        ["move-chapter"] = "移動章節",
        ["delete-chapter"] = "刪除章節",
        ["add-area"] = "新增實施要項",
        ["rename-area"] = "修改實施要項",
        ["delete-area"] = "刪除實施要項",
        ["add-item"] = "新增執行項目",
        ["rename-item"] = "修改執行項目",
        ["delete-item"] = "刪除執行項目",
        ["move-step"] = "移動架構",
        ["add-measure"] = "新增推動作法",
        ["edit-measure"] = "修改推動作法",
        ["move-measure"] = "移動推動作法",
        ["delete-measure"] = "刪除推動作法",
        ["approve-plan"] = "核定計畫",
        ["close-plan"] = "計畫結案",
        ["reschedule-round"] = "調整填報輪次",
        ["lock-round"] = "鎖定填報輪次",
        ["allow-supplement"] = "開放補填",
        ["save-report"] = "填寫執行情形",
        ["save-filing"] = "暫存填報",
        ["submit-filing"] = "送審",
        ["withdraw-filing"] = "抽回填報",
        ["approve-filing"] = "核可填報",
        ["return-filing"] = "退回補正",
        ["compile-filing"] = "列入彙整",
        ["chase-unit"] = "催辦",
        ["word-report"] = "修改彙整文字",
        ["summarise-report"] = "修改彙整說明",
        ["write-memo"] = "編寫簽稿",
        ["change-memo-template"] = "修改簽稿範本",
        ["import-criteria"] = "匯入評核項目清單",
        ["change-criteria-list"] = "修改評核項目清單",
        ["delete-criteria-list"] = "刪除評核項目清單",
        ["add-criterion"] = "新增評核項目",
        ["change-criterion"] = "修改評核項目",
        ["delete-criterion"] = "刪除評核項目",
        ["tag-criterion"] = "對應評核項目",
        ["take-evidence-pack"] = "下載佐證資料包",
        ["evidence-broken"] = "佐證檔案有問題",
        ["send-up-report"] = "陳核報告",
        ["withdraw-report"] = "抽回報告",
        ["sign-report"] = "簽核報告",
        ["return-report"] = "退回報告",
    };

    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["Plan"] = "計畫",
        ["Area"] = "實施要項",
        ["PlanItem"] = "執行項目",
        ["Measure"] = "推動作法",
        ["ImportDraft"] = "匯入中的計畫",
        ["QuarterlyRound"] = "填報輪次",
        ["UnitFiling"] = "單位填報",
        ["CompiledReport"] = "彙整報告",
        ["Memo"] = "簽稿",
        ["MemoTemplate"] = "簽稿範本",
        ["CriteriaList"] = "評核項目清單",
        ["Criterion"] = "評核項目",
        ["Unit"] = "單位",
        ["UnitGroup"] = "群組",
        ["Account"] = "帳號",
        ["Paper"] = "製作的報表",
        ["Endpoint"] = "頁面或功能",
        ["AuditEntry"] = "稽核軌跡",
    };

    /// <summary>Rooms that have no line of their own in the menu.</summary>
    private static readonly Dictionary<string, string> OtherRooms = new()
    {
        ["Outline"] = "計畫架構",
        ["OutlineRows"] = "推動作法",
        ["Chapters"] = "計畫章節",
        ["Repair"] = "匯入計畫",
        ["EvidenceFiles"] = "佐證資料",
        ["CriteriaLists"] = "評核項目清單",
        ["Criteria"] = "評核項目",
        ["CriterionTags"] = "評核項目對應",
        ["MyAccount"] = "我的帳號",
        ["Memos"] = "簽稿",
        ["Papers"] = "報表中心",
    };

    public static string Action(string code) => Actions.GetValueOrDefault(code, code);

    public static string Kind(string code) => code.Length == 0 ? "－" : Kinds.GetValueOrDefault(code, code);

    public static bool IsPage(string kind) => kind == "Endpoint";

    /// <summary>「拒絕使用「帳號」」 for <c>POST Accounts.Edit</c>.</summary>
    public static string Refusal(string endpoint)
    {
        var room = endpoint.Split(' ')[^1].Split('.')[0];
        var title = MainMenu.Items.FirstOrDefault(item => item.Endpoint.Split('.')[0] == room)?.Title
            ?? OtherRooms.GetValueOrDefault(room, room);
        return endpoint.StartsWith("GET ", StringComparison.Ordinal) ? $"拒絕檢視「{title}」" : $"拒絕在「{title}」執行動作";
    }
}
