using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Features.Imports;

/// <summary>The repair page as posted: the head of the plan and the answers to the doubts that were shown.</summary>
public sealed class RepairForm
{
    public int Version { get; set; }

    [Display(Name = "計畫名稱"), Required(ErrorMessage = "請輸入計畫名稱。")]
    [StringLength(Plan.TitleLength, ErrorMessage = "計畫名稱最多200字。")]
    public string Title { get; set; } = "";

    [Display(Name = "年度", Description = "民國年，例如115。期限只寫月份或季別時，依此判讀。")]
    [Required(ErrorMessage = "請輸入民國年度，例如115。")]
    [StringLength(20, ErrorMessage = "請輸入民國年度，例如115。")]
    public string Year { get; set; } = "";

    [Display(Name = "機關"), Required(ErrorMessage = "請輸入機關名稱。")]
    [StringLength(100, ErrorMessage = "機關名稱最多100字。")]
    public string Agency { get; set; } = "";

    /// <summary>Title, year and agency as they stood when the page was shown.</summary>
    public string WasTitle { get; set; } = "";

    public string WasYear { get; set; } = "";

    public string WasAgency { get; set; } = "";

    public List<AnswerForm> Answers { get; set; } = [];

    /// <summary>Accept every other doubt as it is.</summary>
    public bool AcceptRest { get; set; }

    /// <summary>Which page of the doubts was shown, and whether settled ones were among them.</summary>
    public int Page { get; set; } = 1;

    public bool All { get; set; }
}

/// <summary>The answer to one doubt.</summary>
public sealed class AnswerForm
{
    public const string Other = "other";
    public const string New = "new";
    public const string Rewrite = "rewrite";
    public const string Leave = "leave";
    public const string UnitPrefix = "unit-";
    public const string GroupPrefix = "group-";

    public string Key { get; set; } = "";

    /// <summary>The text of the cell, mended or not.</summary>
    public string? Text { get; set; }

    /// <summary>The text that stood in the box when the page was shown: a box nobody touched changes nothing.</summary>
    public string? Was { get; set; }

    public bool Accept { get; set; }

    public bool IsTyped => Text is not null && Text != Was;

    /// <summary>For a unit: one of the constants above, or a prefix with an id.</summary>
    public string? Choice { get; set; }

    [Display(Name = "其他單位")]
    public int? OtherUnit { get; set; }

    [Display(Name = "新單位名稱")]
    public string? NewName { get; set; }

    [Display(Name = "種類")]
    public string? NewKind { get; set; }

    [Display(Name = "改寫後的文字")]
    public string? Words { get; set; }
}
