using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace QualityPlan.Web.Features.Signing;

/// <summary>批示, and what the signer had before him: a signature is taken only for that.</summary>
public sealed class SigningForm
{
    [Display(Name = "批示", Description = "簽核時可留白；退回時請寫明理由")]
    [DataType(DataType.MultilineText), StringLength(2000, ErrorMessage = "批示最多2000字。")]
    public string Directive { get; set; } = "";

    public int VersionShown { get; set; }

    /// <summary>「12:3,13:5」: the units' filings as they stood.</summary>
    [StringLength(20_000)]
    public string FilingsShown { get; set; } = "";

    /// <summary>Hash of the words and figures.</summary>
    [StringLength(64)]
    public string ContentShown { get; set; } = "";

    /// <summary>The instant, so that what happened since can be named.</summary>
    [StringLength(40)]
    public string ShownAt { get; set; } = "";

    public DateTime? ShownAtUtc => DateTime.TryParse(
        ShownAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var instant)
        ? instant
        : null;

    public static string Instant(DateTime utc) => utc.ToString("O", CultureInfo.InvariantCulture);
}
