using QualityPlan.Domain;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Signing;

/// <summary>One report on one page. A signed one is drawn from the bytes that were signed.</summary>
public sealed record ReportPage(RoundHead Head, QuarterBookContent Content)
{
    public required Verdict MaySign { get; init; }

    public required Verdict MayReturn { get; init; }

    /// <summary>The signed files; none before the convener's signature.</summary>
    public IReadOnlyList<SignedFileLine> Files { get; init; } = [];

    /// <summary>What the PDF of the report cannot show.</summary>
    public IReadOnlyList<string> RareCharacters { get; init; } = [];

    /// <summary>Whether the reader may read the 簽稿 that goes with the report.</summary>
    public bool HasMemo { get; init; }

    public SigningForm Form { get; init; } = new();

    /// <summary>What changed since the signer looked; he looks again.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    public bool MayAct => MaySign.IsAllowed || MayReturn.IsAllowed;

    public LightCounts Counts =>
        Content.CountsByArea.FirstOrDefault(line => line.IsTotal)?.Counts ?? new LightCounts(new Dictionary<Light, int>());

    public IEnumerable<(QuarterBookRow Row, QuarterBookUnit Unit)> Exceptions =>
        Content.Rows.SelectMany(row => row.Units.Where(unit => unit.IsException).Select(unit => (row, unit)));

    /// <summary>Units with a row that nobody reported although it was owed.</summary>
    public IReadOnlyList<string> NotReported => Content.Rows.SelectMany(row => row.Units)
        .Where(unit => unit.Light == Light.NotReported)
        .GroupBy(unit => unit.UnitName)
        .Select(group => $"{group.Key}（{group.Count()}列）")
        .ToList();

    /// <summary>The form keeps the 批示 and takes over what is shown now.</summary>
    public ReportPage LookAgain(SigningForm typed, IReadOnlyList<string> differences) => this with
    {
        Differences = differences,
        Form = new SigningForm
        {
            Directive = typed.Directive,
            VersionShown = Form.VersionShown,
            FilingsShown = Form.FilingsShown,
            ContentShown = Form.ContentShown,
            ShownAt = Form.ShownAt,
        },
    };
}

/// <summary>A signed file in the list; length in bytes.</summary>
public sealed record SignedFileLine(int Id, string Format, string FileName, string Sha256)
{
    public int Length { get; init; }
}

/// <summary>The formats in which a signed report is kept.</summary>
public static class SignedFormats
{
    public static string Chinese(string format) => format switch
    {
        "pdf" => "PDF（定稿）",
        "ods" => "ODS（可編輯）",
        "odt" => "ODT（可編輯）",
        "docx" => "Word（可編輯）",
        "xlsx" => "Excel（可編輯）",
        CanonicalContent.Format => "內容資料（JSON）",
        _ => format,
    };

    public static string ContentType(string format) => format switch
    {
        CanonicalContent.Format => "application/json",
        _ => Enum.TryParse<Documents.DocumentFormat>(format, ignoreCase: true, out var known)
            ? BookPress.ContentType(known)
            : "application/octet-stream",
    };
}
