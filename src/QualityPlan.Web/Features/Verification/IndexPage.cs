namespace QualityPlan.Web.Features.Verification;

/// <summary>驗證簽核文件.</summary>
public sealed record IndexPage
{
    /// <summary>What was typed, to be shown again.</summary>
    public string? Typed { get; init; }

    /// <summary>The name of the file that was dropped.</summary>
    public string? FileName { get; init; }

    /// <summary>The hash that was looked for; null before anything was asked.</summary>
    public string? Asked { get; init; }

    public IReadOnlyList<FoundPaper> Papers { get; init; } = [];
}

/// <summary>A paper of this site with that hash.</summary>
public sealed record FoundPaper(string Title, string Sha256)
{
    public required string Version { get; init; }

    /// <summary>When and by whom it was signed or approved.</summary>
    public required string Dated { get; init; }

    /// <summary>Where it can be seen, without the path base.</summary>
    public required string Address { get; init; }
}
