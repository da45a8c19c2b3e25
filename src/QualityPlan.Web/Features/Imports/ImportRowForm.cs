using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair;

namespace QualityPlan.Web.Features.Imports;

/// <summary>One row of a reading as posted; a box nobody touched changes nothing.</summary>
public sealed class ImportRowForm
{
    private const int LongestText = 20_000;

    public int Version { get; set; }

    [Display(Name = "編號"), StringLength(20, ErrorMessage = "編號最多20字。")]
    public string Number { get; set; } = "";

    [Display(Name = "推動作法", Description = "要分割成幾列，就在分割的地方空一行；每一段沿用同樣的期限與單位。")]
    [DataType(DataType.MultilineText), StringLength(LongestText, ErrorMessage = "推動作法最多20000字。")]
    public string Approach { get; set; } = "";

    [Display(Name = "完成期限", Description = "例如115年6月、第3季、每季。"), StringLength(300, ErrorMessage = "完成期限最多300字。")]
    public string Deadline { get; set; } = "";

    [Display(Name = "承辦單位", Description = "多個單位以「、」分開。"), StringLength(500, ErrorMessage = "承辦單位最多500字。")]
    public string Units { get; set; } = "";

    [Display(Name = "協辦單位"), StringLength(500, ErrorMessage = "協辦單位最多500字。")]
    public string SupportingUnits { get; set; } = "";

    /// <summary>A row under whose headings this one is to stand.</summary>
    [Display(Name = "所屬執行項目")]
    public int? Under { get; set; }

    /// <summary>The texts that stood in the boxes when the page was shown.</summary>
    public string WasNumber { get; set; } = "";

    public string WasApproach { get; set; } = "";

    public string WasDeadline { get; set; } = "";

    public string WasUnits { get; set; } = "";

    public string WasSupportingUnits { get; set; } = "";

    internal static ImportRowForm Of(RowReading row, int version) => new()
    {
        Version = version,
        Number = row.No,
        WasNumber = row.No,
        Approach = row.Approach,
        WasApproach = row.Approach,
        Deadline = row.Deadline,
        WasDeadline = row.Deadline,
        Units = row.Get(PlanField.Units),
        WasUnits = row.Get(PlanField.Units),
        SupportingUnits = row.Get(PlanField.SupportingUnits),
        WasSupportingUnits = row.Get(PlanField.SupportingUnits),
    };

    /// <summary>What was typed, field by field, where it differs from what was shown.</summary>
    internal IEnumerable<(PlanField Field, string Typed)> Changes => new[]
    {
        (PlanField.No, WasNumber, Number),
        (PlanField.Approach, WasApproach, Approach),
        (PlanField.Deadline, WasDeadline, Deadline),
        (PlanField.Units, WasUnits, Units),
        (PlanField.SupportingUnits, WasSupportingUnits, SupportingUnits),
    }.Where(one => one.Item2 != one.Item3).Select(one => (one.Item1, one.Item3));
}

/// <summary>The form of one row beside the cells of the file it was read from.</summary>
public sealed record RowPage(int DraftId, int RowId, ImportRowForm Form)
{
    /// <summary>Where it stands now, counted from 1.</summary>
    public int Position { get; init; }

    public string Heads { get; init; } = "";

    /// <summary>What each box holds in the system, when somebody changed it meanwhile.</summary>
    public IReadOnlyList<(string Name, string Text)> Theirs { get; init; } = [];

    public IReadOnlyList<SelectListItem> Items { get; init; } = [];

    /// <summary>What is doubtful about the row.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public IReadOnlyList<SourceTable> Source { get; init; } = [];

    public bool MayJoin { get; init; }

    /// <summary>It may become the heading of the rows behind it.</summary>
    public bool MayHead { get; init; }

    public bool IsAlone { get; init; }
}

/// <summary>A heading as posted: its words and its level.</summary>
public sealed class ImportHeadingForm
{
    public int Version { get; set; }

    [Display(Name = "標題"), Required(ErrorMessage = "請輸入標題。"), StringLength(1000, ErrorMessage = "標題最多1000字。")]
    public string Text { get; set; } = "";

    [Display(Name = "層級")]
    public PlanField Level { get; set; }
}

/// <summary>The form of a heading and how many rows stand under it.</summary>
public sealed record HeadingPage(int DraftId, int RowId, ImportHeadingForm Form)
{
    public PlanField Field { get; init; }

    public int Rows { get; init; }

    /// <summary>What the system holds, when somebody changed it meanwhile.</summary>
    public string? Theirs { get; init; }
}

/// <summary>A chapter as posted: one paragraph a line.</summary>
public sealed class ImportChapterForm
{
    public int Version { get; set; }

    [Display(Name = "章次", Description = "例如：壹"), StringLength(20, ErrorMessage = "章次最多20字。")]
    public string Number { get; set; } = "";

    [Display(Name = "標題"), Required(ErrorMessage = "請輸入標題。"), StringLength(200, ErrorMessage = "標題最多200字。")]
    public string Title { get; set; } = "";

    [Display(Name = "內文", Description = "一行一段。"), DataType(DataType.MultilineText)]
    [StringLength(20_000, ErrorMessage = "內文最多20000字。")]
    public string Text { get; set; } = "";

    internal static ImportChapterForm Of(ChapterReading? chapter, int version) => new()
    {
        Version = version,
        Number = chapter?.Number ?? "",
        Title = chapter?.Title ?? "",
        Text = string.Join('\n', chapter?.Paragraphs ?? []),
    };

    internal ChapterReading ToChapter() => new(Number.Trim(), Title.Trim(),
        Text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>The form of a chapter; no place while it is new.</summary>
public sealed record ChapterPage(int DraftId, int? Index, ImportChapterForm Form)
{
    public string? Theirs { get; init; }
}
