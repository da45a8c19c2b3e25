namespace QualityPlan.Web.Data;

/// <summary>
/// 匯入草稿: a plan's file as read, with what its owner has decided so far. Kept until he makes a plan of it or
/// throws it away, so that the repair can be left and taken up again; the file itself is not kept.
/// </summary>
public sealed class ImportDraft
{
    public const int FileNameLength = 260;

    /// <summary>Characters of <see cref="Content"/>; the most that PostgreSQL takes in a limited column.</summary>
    public const int ContentLength = 10_000_000;

    public ImportDraft(int accountId, ImportSource source, DateTime createdAtUtc)
    {
        AccountId = accountId;
        FileName = source.FileName;
        Sha256 = source.Sha256;
        CreatedAtUtc = createdAtUtc;
        Title = "";
        Content = "";
    }

    private ImportDraft() => FileName = Sha256 = Title = Content = "";

    public int Id { get; private set; }

    /// <summary>The account that read the file; nobody else sees the draft.</summary>
    public int AccountId { get; private set; }

    public string FileName { get; private set; }

    /// <summary>SHA-256 of the file in hex.</summary>
    public string Sha256 { get; private set; }

    /// <summary>What is to become the plan's title.</summary>
    public string Title { get; private set; }

    public int RowCount { get; private set; }

    /// <summary>How many doubts are still to be mended or accepted.</summary>
    public int OpenCount { get; private set; }

    /// <summary>The reading and the decisions as JSON.</summary>
    public string Content { get; private set; }

    public DateTime CreatedAtUtc { get; private set; }

    public DateTime ChangedAtUtc { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes over the reading with what was decided by now.</summary>
    public void Keep(string content, ImportProgress progress, DateTime atUtc)
    {
        Content = content;
        Title = progress.Title;
        RowCount = progress.RowCount;
        OpenCount = progress.OpenCount;
        ChangedAtUtc = atUtc;
        Version++;
    }
}

/// <summary>The file a draft was read from: its cleaned name and its SHA-256 in hex.</summary>
public sealed record ImportSource(string FileName, string Sha256);

/// <summary>What the list of drafts shows of the content.</summary>
public sealed record ImportProgress(string Title, int RowCount, int OpenCount);
