namespace QualityPlan.Web.Data;

/// <summary>
/// 製作的報表: a book that somebody ordered in the 報表中心, and its bytes once it is made. They lie in the row, so that a
/// paper that is removed leaves nothing behind and any instance can hand it out. Nobody but its owner sees it.
/// </summary>
public sealed class Paper
{
    public const int TitleLength = 300;

    public const int MissingLength = 400;

    public const int ProblemLength = 200;

    /// <summary>How long a paper is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>How many papers a person keeps; the oldest go first.</summary>
    public const int MostKept = 20;

    /// <summary>How many papers of a person may wait or be under way at once.</summary>
    public const int MostUnderWay = 5;

    /// <summary>An instance that makes a paper says so more often than this; later the paper counts as broken off.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public Paper(int accountId, PaperWish wish, DateTime orderedAtUtc)
    {
        AccountId = accountId;
        Book = wish.Book;
        PlanId = wish.PlanId;
        Quarter = wish.Quarter;
        UnitId = wish.UnitId;
        Format = wish.Format;
        Title = wish.Title;
        ShowsUnsigned = wish.ShowsUnsigned;
        ShowsDrafts = wish.ShowsDrafts;
        OrderedAtUtc = orderedAtUtc;
        AliveAtUtc = orderedAtUtc;
        FileName = Missing = Problem = "";
    }

    private Paper() => Book = Format = Title = FileName = Missing = Problem = "";

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    /// <summary>Name of the book as the form and the verb say it: plan, table, quarter …</summary>
    public string Book { get; private set; }

    /// <summary>0 for what is of all plans.</summary>
    public int PlanId { get; private set; }

    public int? Quarter { get; private set; }

    public int? UnitId { get; private set; }

    /// <summary>Extension in small letters.</summary>
    public string Format { get; private set; }

    /// <summary>What the list calls it.</summary>
    public string Title { get; private set; }

    /// <summary>What was not signed yet may stand in it: only for who may still see such things.</summary>
    public bool ShowsUnsigned { get; private set; }

    /// <summary>Plans that are drafts may stand in it.</summary>
    public bool ShowsDrafts { get; private set; }

    public PaperState State { get; private set; }

    public DateTime OrderedAtUtc { get; private set; }

    /// <summary>When the instance that makes it last said that it still does.</summary>
    public DateTime AliveAtUtc { get; private set; }

    public DateTime? FinishedAtUtc { get; private set; }

    /// <summary>The name under which it is saved; empty until it is made.</summary>
    public string FileName { get; private set; }

    public int Length { get; private set; }

    public byte[]? Bytes { get; private set; }

    /// <summary>Characters that a PDF shows as boxes.</summary>
    public string Missing { get; private set; }

    /// <summary>Why it could not be made.</summary>
    public string Problem { get; private set; }
}

/// <summary>What is to be made: the book, of what, and how far its owner sees at this moment.</summary>
public sealed record PaperWish(string Book, int PlanId, string Format)
{
    public int? Quarter { get; init; }

    public int? UnitId { get; init; }

    public string Title { get; init; } = "";

    public bool ShowsUnsigned { get; init; }

    public bool ShowsDrafts { get; init; }
}

/// <summary>How far a paper has come.</summary>
public enum PaperState { Waiting, Reading, Printing, Ready, Failed }
