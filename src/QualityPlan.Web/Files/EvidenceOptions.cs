namespace QualityPlan.Web.Files;

/// <summary>Section <c>Files</c> of the settings.</summary>
public sealed class EvidenceOptions
{
    /// <summary>Folder of the evidence, outside the web root; a relative one lies under the content root.</summary>
    public string EvidencePath { get; set; } = "App_Data/evidence";

    /// <summary>Most that one file may have.</summary>
    public int MaximumMegabytes { get; set; } = 20;

    /// <summary>Files sent with one form.</summary>
    public int MaximumFiles { get; set; } = 10;

    public long MaximumBytes => MaximumMegabytes * 1024L * 1024L;
}
