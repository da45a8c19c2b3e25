using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>What is set for the library as a whole: sections <c>Library</c> and <c>Rounds</c> of the settings.</summary>
public sealed record LibrarySettings(string Agency, RoundSettings Rounds)
{
    public static LibrarySettings From(IConfiguration configuration) => new(
        configuration["Library:Agency"] ?? "圖書館",
        configuration.GetSection("Rounds").Get<RoundSettings>() ?? new RoundSettings());
}
