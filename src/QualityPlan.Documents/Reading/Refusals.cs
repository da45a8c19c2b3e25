using System.Globalization;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// Every reason (拒收原因) a file is not taken, each with its stable code and the one sentence a person is told.
/// The caller adds error code and trace code behind it.
/// </summary>
public static class Refusals
{
    public static readonly Refusal Empty = new("FILE-EMPTY", "檔案是空的（0 位元組），請確認後重新選擇。");
    public static readonly Refusal Macro = new("FILE-MACRO", "檔案含有巨集，基於資安考量不予接收，請移除巨集後另存為 .odt 或 .docx。");
    public static readonly Refusal Password = new("FILE-PASSWORD", "檔案設有密碼保護，系統無法讀取，請解除密碼後重新上傳。");
    public static readonly Refusal Bomb = new("FILE-BOMB", "檔案解壓縮後超過上限，已停止處理。");
    public static readonly Refusal Structure = new("FILE-STRUCTURE", "檔案內部結構損壞，請以原程式重新另存。");
    public static readonly Refusal XmlDeclaration = new("FILE-XML-DECLARATION", "檔案含有不允許的 XML 宣告，已拒絕。");
    public static readonly Refusal TooComplex = new("FILE-DEPTH", "檔案結構過於複雜，已停止處理。");
    public static readonly Refusal UnknownEncoding = new("FILE-ENCODING", "無法辨識檔案的文字編碼，請以原程式另存為 UTF-8 後再上傳。");
    public static readonly Refusal Damaged = new("FILE-DAMAGED", "檔案已損壞，無法開啟。");

    /// <summary>The same sentence as <see cref="Damaged"/>, for a failure no reader foresaw: a defect worth looking into.</summary>
    public static readonly Refusal Unreadable = new("FILE-UNREADABLE", "檔案已損壞，無法開啟。");

    /// <summary>Too large; the size is rounded up to a tenth of a megabyte so that it never equals the limit.</summary>
    public static Refusal TooLarge(long bytes, int limitMegabytes)
    {
        var size = (Math.Ceiling(bytes / 1024m / 1024m * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture);
        return new("FILE-SIZE", $"檔案大小 {size} MB 超過上限 {limitMegabytes} MB，請壓縮圖片或分成多個檔案。");
    }

    /// <summary>The extension (without its dot, may be empty) is not on the list of <paramref name="accepted"/> ones.</summary>
    public static Refusal NotAccepted(string extension, string accepted) =>
        new("FILE-KIND", $"不接受「{(extension.Length == 0 ? "無副檔名" : "." + extension)}」檔案。可接受：{accepted}");

    /// <summary>The bytes are not what the extension (without its dot) says.</summary>
    public static Refusal Mismatch(string extension) =>
        new("FILE-MISMATCH", $"檔案內容與副檔名「.{extension}」不符，請以原程式另存後再上傳。");

    /// <summary>An old binary format of Word or Excel; <paramref name="extension"/> is its own one without the dot.</summary>
    public static Refusal OldFormat(string extension)
    {
        var instead = extension.StartsWith("xl", StringComparison.Ordinal) ? ".ods 或 .xlsx" : ".odt 或 .docx";
        return new("FILE-OLD-FORMAT", $"匯入不支援舊版格式「.{extension}」，請另存為 {instead}。");
    }

    /// <summary>A cell with content lies outside the largest grid; <paramref name="row"/> is 1-based.</summary>
    public static Refusal OutOfRange(long row) => new("FILE-AREA", $"資料範圍超過上限（第 {row} 列）。");
}
