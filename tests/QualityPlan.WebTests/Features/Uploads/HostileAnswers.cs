namespace QualityPlan.WebTests.Features.Uploads;

/// <summary>What each door is to say to a hostile file.</summary>
internal static class HostileAnswers
{
    /// <summary>Parts of the zip that are not as they should be; in these files nothing worse lies deeper.</summary>
    private static readonly string[] BrokenZips =
        ["more entries claimed than there are", "fewer entries than none", "packed size beyond the end", "unknown compression", "stored but said to be deflated"];

    private static readonly string[] Renamed = ["renamed", "named txt", "named csv"];

    private static readonly string[] BrokenInside = ["rows backwards", "merges over merges"];

    /// <summary>Words of the complaint; empty when the door may take the file.</summary>
    public static string Of(string door, (string What, string Code) file) => door switch
    {
        "evidence" => OfEvidence(file.What, file.Code) is { Length: > 0 } code ? $"（錯誤代碼：{code}，追蹤碼：" : "",
        "verify" => file.What is "empty" or "csv of nothing" ? "請選擇要驗證的檔案。" : "",
        _ => $"{Sentence(file.Code)}（錯誤代碼：{file.Code}，追蹤碼：",
    };

    /// <summary>The sentences that are the same for every file.</summary>
    private static string Sentence(string code) => code switch
    {
        "FILE-EMPTY" => "請確認後重新選擇。",
        "FILE-MACRO" => "檔案含有巨集，基於資安考量不予接收，請移除巨集後另存為 .odt 或 .docx。",
        "FILE-PASSWORD" => "檔案設有密碼保護，系統無法讀取，請解除密碼後重新上傳。",
        "FILE-BOMB" => "檔案解壓縮後超過上限，已停止處理。",
        "FILE-STRUCTURE" => "檔案內部結構損壞，請以原程式重新另存。",
        "FILE-XML-DECLARATION" => "檔案含有不允許的 XML 宣告，已拒絕。",
        "FILE-DEPTH" => "檔案結構過於複雜，已停止處理。",
        "FILE-ENCODING" => "無法辨識檔案的文字編碼，請以原程式另存為 UTF-8 後再上傳。",
        "FILE-DAMAGED" => "檔案已損壞，無法開啟。",
        _ => "",
    };

    /// <summary>
    /// Evidence takes other kinds of files than the readers, and does not read the document inside: what only a reader
    /// trips over is kept as it is.
    /// </summary>
    private static string OfEvidence(string what, string code) => code switch
    {
        _ when what.Contains("html") => "FILE-KIND",
        "FILE-OLD-FORMAT" => Renamed.Any(end => what.EndsWith(end, StringComparison.Ordinal)) ? "FILE-MISMATCH" : "FILE-KIND",
        "FILE-SIZE" => what.StartsWith("csv", StringComparison.Ordinal) ? "" : "FILE-MISMATCH",
        "FILE-EMPTY" => what is "empty" or "csv of nothing" ? code : "",
        "FILE-STRUCTURE" => BrokenInside.Contains(what) ? "" : code,
        "FILE-DAMAGED" => BrokenZips.Contains(what) ? code : "",
        "FILE-XML-DECLARATION" => what == "dtd in the content types" ? code : "",
        "FILE-DEPTH" or "FILE-AREA" or "FILE-ENCODING" => "",
        _ => code,
    };
}
