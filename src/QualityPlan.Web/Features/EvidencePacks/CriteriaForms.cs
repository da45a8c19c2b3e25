using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Criteria;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>A list's file as handed in.</summary>
public sealed class CriteriaUploadForm
{
    [Display(Name = "評核項目清單檔案", Description = "csv、xlsx、ods、docx、odt、txt；10 MB 以內。可以把檔案拖曳到這個方框。")]
    public IFormFile? File { get; set; }
}

/// <summary>A list as pasted.</summary>
public sealed class CriteriaPasteForm
{
    [Display(Name = "貼上清單", Description = "由 Excel、Calc、Word 複製含標題列的表格；或一行一項，例如「1.1 服務流程簡化」。")]
    [DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";
}

/// <summary>The name and year of a list, in the version that was shown.</summary>
public sealed class CriteriaListForm
{
    [Display(Name = "年度", Description = "民國年，例如 115")]
    [Range(1, 999, ErrorMessage = "年度請填民國年，例如 115。"), Required(ErrorMessage = "請輸入年度，例如 115。")]
    public int? Year { get; set; }

    [Display(Name = "清單名稱", Description = "例如「政府服務獎」「教育部評鑑」")]
    [Required(ErrorMessage = "請輸入清單名稱，例如「政府服務獎」。"), StringLength(CriteriaList.NameLength, ErrorMessage = "清單名稱最多100字。")]
    public string Name { get; set; } = "";

    public int Version { get; set; }
}

/// <summary>What was understood of a file, to be looked through before it becomes a list.</summary>
public sealed class CriteriaImportForm
{
    public CriteriaListForm List { get; set; } = new();

    public IList<CriterionBox> Rows { get; set; } = [];
}

/// <summary>One line of an import.</summary>
public sealed class CriterionBox
{
    /// <summary>Where it stood in the source, from 1.</summary>
    public int SourceLine { get; set; }

    public bool IsLeftOut { get; set; }

    [Range(1, CriterionLine.LowestLevel, ErrorMessage = "層級請填1至4。")]
    public int Level { get; set; } = 1;

    [StringLength(Criterion.NumberLength, ErrorMessage = "編號最多20字。")]
    public string Number { get; set; } = "";

    [StringLength(Criterion.TitleLength, ErrorMessage = "標題最多300字。")]
    public string Title { get; set; } = "";

    [StringLength(Criterion.DescriptionLength, ErrorMessage = "說明最多2000字。")]
    public string Description { get; set; } = "";

    [StringLength(Criterion.PointsLength, ErrorMessage = "配分最多20字。")]
    public string Points { get; set; } = "";

    public static CriterionBox Of(ReadCriterion read) => new()
    {
        SourceLine = read.SourceLine,
        IsLeftOut = read.IsLeftOut,
        Level = read.Line.Level,
        Number = read.Line.Text.Number,
        Title = read.Line.Text.Title,
        Description = read.Line.Text.Description,
        Points = read.Line.Text.Points,
    };

    /// <summary>Null when it is left out.</summary>
    public CriterionLine? ToLine() => IsLeftOut ? null : new CriterionLine(Level, new CriterionText(Number, Title) { Description = Description, Points = Points });
}

/// <summary>A criterion as typed, in the version of its list that was shown.</summary>
public sealed class CriterionForm
{
    [Display(Name = "編號", Description = "照評核表所印，例如 1.1 或 (一)；可留白")]
    [StringLength(Criterion.NumberLength, ErrorMessage = "編號最多20字。")]
    public string Number { get; set; } = "";

    [Display(Name = "標題")]
    [Required(ErrorMessage = "請輸入評核項目的標題。"), StringLength(Criterion.TitleLength, ErrorMessage = "標題最多300字。")]
    public string Title { get; set; } = "";

    [Display(Name = "上層項目")]
    public int? ParentId { get; set; }

    [Display(Name = "說明", Description = "評核重點；可留白")]
    [DataType(DataType.MultilineText), StringLength(Criterion.DescriptionLength, ErrorMessage = "說明最多2000字。")]
    public string Description { get; set; } = "";

    [Display(Name = "配分", Description = "例如 20分；可留白")]
    [StringLength(Criterion.PointsLength, ErrorMessage = "配分最多20字。")]
    public string Points { get; set; } = "";

    public int Version { get; set; }

    public CriterionText ToText() => new(Number, Title) { Description = Description, Points = Points };
}

/// <summary>Which rows were shown, which of them were ticked then, and which are now.</summary>
public sealed class CriterionTagsForm
{
    public int Criterion { get; set; }

    public IList<int> Before { get; set; } = [];

    public IList<int> Ticked { get; set; } = [];

    /// <summary>To the next criterion after saving.</summary>
    public bool GoesOn { get; set; }
}
