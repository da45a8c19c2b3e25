using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Memos;

/// <summary>A 簽稿 or the 簽稿範本 as typed, in the version that was shown.</summary>
public sealed class MemoForm
{
    [Display(Name = "主旨", Description = "一段文字，約60字，以請求結尾，例如「簽請核示」")]
    [DataType(DataType.MultilineText), Required(ErrorMessage = "請輸入主旨。"), StringLength(MemoText.SubjectLength, ErrorMessage = "主旨最多300字。")]
    public string Subject { get; set; } = "";

    [Display(Name = "說明", Description = "依據、經過、統計、落後情形；一行一段，段前依序編「一、」「(一)」「1.」")]
    [DataType(DataType.MultilineText), Required(ErrorMessage = "請輸入說明。")]
    [StringLength(MemoText.ExplanationLength, ErrorMessage = "說明最多12000字。")]
    public string Explanation { get; set; } = "";

    [Display(Name = "擬辦", Description = "繼續列管、解除列管、提館務會議等建議；一行一段")]
    [DataType(DataType.MultilineText), Required(ErrorMessage = "請輸入擬辦。")]
    [StringLength(MemoText.ProposalsLength, ErrorMessage = "擬辦最多6000字。")]
    public string Proposals { get; set; } = "";

    [Display(Name = "敬陳", Description = "例如「敬陳　副召集人　召集人」；可留白")]
    [StringLength(MemoText.ClosingLength, ErrorMessage = "敬陳最多200字。")]
    public string Closing { get; set; } = "";

    public int VersionShown { get; set; }

    public static MemoForm Of(MemoText text, int version) => new()
    {
        Subject = text.Subject,
        Explanation = text.Explanation,
        Proposals = text.Proposals,
        Closing = text.Closing,
        VersionShown = version,
    };

    public MemoText ToText() => new(Subject, Explanation, Proposals, Closing);
}
