using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Progress.Offline;

/// <summary>What came back in a file: whose it is, and by the name of each box the text before and the text now.</summary>
internal sealed record OfflineCopy(IReadOnlyDictionary<string, OfflineTexts> Cells)
{
    public string Form { get; init; } = "";

    public string Round { get; init; } = "";

    public string Quarter { get; init; } = "";

    public string Unit { get; init; } = "";

    public string UnitName { get; init; } = "";
}

/// <summary>A box of the file: as it was when the file was made, and as it is now.</summary>
public sealed record OfflineTexts(string Before, string File);

/// <summary>Why a file is not one that can be compared here.</summary>
internal static class OfflineRefusals
{
    public static readonly Refusal NotAForm = new(
        "OFFLINE-NOT-FORM", "這不是由本系統下載的離線填報檔（.ods或.xlsx），請重新下載後填寫。");

    public static readonly Refusal OldForm = new(
        "OFFLINE-OLD-FORM", "這是舊版的離線填報檔，欄位與現在不同。請重新下載，再把填好的內容複製過去。");

    public static readonly Refusal Structure = new(
        "OFFLINE-STRUCTURE", "檔案的列或欄已被增刪，無法與系統的內容對應。請重新下載，再把填好的內容複製過去。");

    public static Refusal OtherUnit(string theirs, string own) => new(
        "OFFLINE-UNIT", $"這是「{theirs}」的離線填報檔，這裡是「{own}」的填報，請確認檔案。");

    public static Refusal OtherQuarter(string theirs, string own) => new(
        "OFFLINE-QUARTER", theirs == own
            ? $"這是另一份計畫{theirs}的離線填報檔，請確認檔案。"
            : $"這是{theirs}的離線填報檔，這裡是{own}的填報，請確認檔案。");
}
