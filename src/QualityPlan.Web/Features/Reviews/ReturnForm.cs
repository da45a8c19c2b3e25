using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Reviews;

/// <summary>What the head posts: the version he saw and, when he returns it, one text per defect.</summary>
public sealed class ReturnForm : IValidatableObject
{
    private const string TooLong = "每項缺失最多1000字，請精簡。";

    public int Version { get; set; }

    [Display(Name = "補正期限")]
    public DateOnly? MendBy { get; set; }

    [Display(Name = "整份填報的缺失"), DataType(DataType.MultilineText)]
    [StringLength(Defect.TextLength, ErrorMessage = TooLong)]
    public string Whole { get; set; } = "";

    /// <summary>By the assignment of the row; an empty text names no defect.</summary>
    public Dictionary<int, string?> Defects { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Defects
        .Where(one => one.Value?.Length > Defect.TextLength)
        .Select(one => new ValidationResult(TooLong, [$"Defects[{one.Key}]"]));

    public bool NamesDefects => ToTexts().Count > 0;

    public IReadOnlyList<DefectText> ToTexts() => Defects
        .Select(one => new DefectText(one.Key, one.Value ?? "", MendBy))
        .Append(new DefectText(null, Whole, MendBy))
        .Where(one => !string.IsNullOrWhiteSpace(one.Text))
        .ToList();
}
