namespace QualityPlan.Web.Features.Shared;

/// <summary>What an error page says: what happened, what to do, and the numbers to quote to the administrator.</summary>
public sealed record ErrorPage(int Code, string Title, string Happened, string ToDo, string Trace)
{
    /// <summary>Where to sign in and come back, when the session ended.</summary>
    public string? SignInAgain { get; init; }

    /// <summary>What was typed into the form that came too late.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];

    public static ErrorPage For(int code, string trace) => code switch
    {
        400 => new(code, "送出的內容無法處理", "這次送出的內容不完整或格式不正確，系統沒有儲存。",
            "請回上一頁檢查後再送出；若頁面已開啟很久，請先重新整理。", trace),
        401 => new(code, "登入已逾時", "您尚未登入，或閒置過久而自動登出；這次送出的內容系統沒有儲存。",
            "請重新登入，登入後回到原來的頁面再送出。填報與彙整時輸入的文字保留在這台電腦，回到該頁可以放回。", trace),
        403 => new(code, "沒有權限", "您的帳號不能使用這個功能，或這個項目目前的狀態不允許這個動作；系統沒有變更任何資料。",
            "如需使用，請洽研發小組或系統管理者。", trace),
        409 => new(code, "內容已被他人更新", "在您編輯期間，同一筆資料已有較新的版本，系統沒有覆蓋它。",
            "請回上一頁複製您的文字，重新整理後比對再儲存。", trace),
        413 => new(code, "檔案太大", "上傳的檔案超過系統允許的大小，系統沒有儲存。",
            "請壓縮或分批上傳。", trace),
        429 => new(code, "操作太頻繁", "短時間內的要求次數過多，系統暫時不受理。",
            "請稍候一分鐘再試。", trace),
        503 => new(code, "系統暫時無法使用", "資料庫或必要的服務暫時沒有回應。",
            "請稍候再試；您在本機的草稿仍保留在瀏覽器中。", trace),
        >= 500 => new(code, "系統發生錯誤", "系統處理時發生未預期的錯誤，這次的動作沒有完成。",
            "請稍後再試；若持續發生，請將下方追蹤編號提供給系統管理者。", trace),
        _ => new(code, "找不到頁面", "這個網址沒有內容，或您沒有檢視的權限。",
            "請檢查網址，或由首頁重新進入。", trace),
    };
}
