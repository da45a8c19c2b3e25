using System.ComponentModel.DataAnnotations;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Where a plan's file is handed in, and what was left half done.</summary>
public sealed record IndexPage(IReadOnlyList<DraftLine> Drafts, int Page, int Total)
{
    public UploadForm Upload { get; init; } = new();

    public PasteForm Paste { get; init; } = new();
}

/// <summary>An import under repair.</summary>
public sealed record DraftLine(int Id, string FileName, string Title)
{
    public required int RowCount { get; init; }

    public required int OpenCount { get; init; }

    public required DateTime ChangedAtUtc { get; init; }
}

public sealed class UploadForm
{
    [Display(Name = "計畫檔案", Description = "docx、odt、xlsx、ods、html、csv、txt；10 MB 以內。也可以把檔案拖曳到這個方框。")]
    public IFormFile? File { get; set; }
}

public sealed class PasteForm
{
    [Display(Name = "貼上表格", Description = "在 Word、Writer、Excel 或 Calc 選取整張表格（含標題列）複製，再貼到這裡。")]
    [DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";
}
