namespace QualityPlan.Domain.Progress;

/// <summary>佐證資料: a file with a caption. Withdrawn, never deleted, once it was submitted.</summary>
public sealed class Evidence
{
    internal Evidence(EvidenceFile file, string byName, DateTime nowUtc)
    {
        FileName = file.FileName;
        Caption = file.Caption.Trim();
        StoredName = file.StoredName;
        ContentType = file.ContentType;
        Length = file.Length;
        Sha256 = file.Sha256;
        UploadedByName = byName;
        UploadedAtUtc = nowUtc;
    }

    private Evidence()
    {
        FileName = "";
        Caption = "";
        ContentType = "";
        Sha256 = "";
        UploadedByName = "";
    }

    public int Id { get; private set; }

    public int ProgressReportId { get; private set; }

    /// <summary>The name the person's file had, cleaned for showing.</summary>
    public string FileName { get; private set; }

    public string Caption { get; private set; }

    /// <summary>The name under which the bytes lie in the evidence folder.</summary>
    public Guid StoredName { get; private set; }

    public string ContentType { get; private set; }

    /// <summary>Size in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of the bytes in hex.</summary>
    public string Sha256 { get; private set; }

    public string UploadedByName { get; private set; }

    public DateTime UploadedAtUtc { get; private set; }

    public bool IsWithdrawn { get; private set; }

    public void Withdraw() => IsWithdrawn = true;
}

/// <summary>An uploaded file after it was checked and stored; length in bytes.</summary>
public sealed record EvidenceFile(string FileName, Guid StoredName, string ContentType, long Length)
{
    public string Caption { get; init; } = "";

    public required string Sha256 { get; init; }
}
