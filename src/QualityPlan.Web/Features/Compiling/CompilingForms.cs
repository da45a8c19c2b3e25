using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>催辦: the units that were reminded.</summary>
public sealed class ChaseForm
{
    [MaxLength(200, ErrorMessage = "一次最多記錄200個單位。")]
    public List<int> Filings { get; set; } = [];
}

/// <summary>彙整 of one or several units, each in the version that was shown.</summary>
public sealed class CompileForm
{
    /// <summary>「12:3,13:5」.</summary>
    [StringLength(20_000, ErrorMessage = "一次選取的單位太多。")]
    public string Shown { get; set; } = "";
}

/// <summary>退回補正: one text per defect, by row or for the filing as a whole.</summary>
public sealed class ReturnForm
{
    [Display(Name = "整份填報的缺失", Description = "與個別推動作法無關的缺失；沒有可留白")]
    [DataType(DataType.MultilineText), StringLength(Defect.TextLength, ErrorMessage = "缺失說明最多1000字。")]
    public string Overall { get; set; } = "";

    [Display(Name = "請於何時前補正", Description = "民國日期，例如115/4/20；可留白")]
    public DateOnly? MendBy { get; set; }

    /// <summary>By assignment.</summary>
    public Dictionary<int, DefectBox> Rows { get; set; } = [];

    public int Version { get; set; }
}

/// <summary>The defect of one row; empty when there is none.</summary>
public sealed class DefectBox
{
    [StringLength(Defect.TextLength, ErrorMessage = "缺失說明最多1000字。")]
    public string Text { get; set; } = "";
}

/// <summary>The boxes of the compiling table that were on the page.</summary>
public sealed class WordingForm
{
    /// <summary>By measure.</summary>
    public Dictionary<int, WordingBox> Rows { get; set; } = [];

    /// <summary>彙整說明; null when the page did not show it, as with an autosave of a row.</summary>
    public WordingBox? Summary { get; set; }

    /// <summary>Which rows the page shows, to come back to the same.</summary>
    public TableFilter Filter { get; set; } = new();

    /// <summary>The measure whose button was pressed.</summary>
    public int? Then { get; set; }
}

/// <summary>The compiled wording of one measure, or 彙整說明, and the stamp of the text it was typed over.</summary>
public sealed class WordingBox
{
    [StringLength(ProgressReport.NarrativeLength, ErrorMessage = "彙整的文字最多4000字。")]
    public string Wording { get; set; } = "";

    [StringLength(16)]
    public string Stamp { get; set; } = "";
}

/// <summary>陳核, in the version that was shown.</summary>
public sealed class SendUpForm
{
    [Display(Name = "陳核說明", Description = "給副召集人與召集人看的說明；可留白")]
    [DataType(DataType.MultilineText), StringLength(2000, ErrorMessage = "陳核說明最多2000字。")]
    public string Directive { get; set; } = "";

    [Display(Name = "我知道有單位尚未彙整，仍要陳核")]
    public bool IsConfirmed { get; set; }

    public int VersionShown { get; set; }

    /// <summary>「12:3,13:5」: the filings as they were listed.</summary>
    [StringLength(20_000)]
    public string FilingsShown { get; set; } = "";
}

/// <summary>抽回.</summary>
public sealed class WithdrawForm
{
    public int VersionShown { get; set; }
}
