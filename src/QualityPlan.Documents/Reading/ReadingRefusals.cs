namespace QualityPlan.Documents.Reading;

/// <summary>The refusals of text and html reading, and the reading under a limit that leads to them.</summary>
internal static class ReadingRefusals
{
    public static readonly Refusal Empty = new("FILE-EMPTY", "檔案是空的（0 位元組），請確認後重新選擇。");
    public static readonly Refusal TooDeep = new("FILE-DEPTH", "檔案結構過於複雜，已停止處理。");
    public static readonly Refusal UnknownEncoding = new("FILE-ENCODING", "無法辨識檔案的文字編碼，請以原程式另存為 UTF-8 後再上傳。");

    public static Refusal TooLarge(long size, long limit) => new(
        "FILE-SIZE", $"檔案大小 {size / 1048576.0:0.0} MB 超過上限 {limit / 1048576} MB，請壓縮圖片或分成多個檔案。");

    public static Refusal TooLargeArea(int row) => new("FILE-AREA", $"資料範圍超過上限（第 {row} 列）。");

    /// <summary>Reads the stream to its end or to the limit, whichever comes first.</summary>
    public static byte[] ReadAtMost(Stream file, int limit)
    {
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while (held.Length < limit && (count = file.Read(buffer, 0, (int)Math.Min(buffer.Length, limit - held.Length))) > 0)
        {
            held.Write(buffer, 0, count);
        }

        return held.ToArray();
    }
}
