using QualityPlan.Domain;

namespace QualityPlan.Web.Features.Progress;

/// <summary>What became of saving or submitting.</summary>
public sealed record SaveResult(SaveOutcome Outcome)
{
    public static readonly SaveResult NotThere = new(SaveOutcome.NotThere);

    /// <summary>Why it was refused.</summary>
    public Verdict Verdict { get; init; } = Verdict.Yes;

    /// <summary>By row: the words that stand in the system now, where somebody else was faster.</summary>
    public IReadOnlyDictionary<int, string> Theirs { get; init; } = new Dictionary<int, string>();

    /// <summary>By row: the stamp to post next time.</summary>
    public IReadOnlyDictionary<int, string> Stamps { get; init; } = new Dictionary<int, string>();

    /// <summary>What is wrong or lacking, by the name of the box.</summary>
    public IReadOnlyList<BoxFault> Faults { get; init; } = [];

    public static SaveResult Refused(Verdict verdict) => new(SaveOutcome.Refused) { Verdict = verdict };
}

/// <summary>How it went.</summary>
public enum SaveOutcome
{
    Saved,

    /// <summary>No such filing, row, checkpoint or file, or not his: 404.</summary>
    NotThere,

    /// <summary>A rule says no: 403.</summary>
    Refused,

    /// <summary>Somebody else wrote in the same row meanwhile: 409.</summary>
    Stale,

    /// <summary>A box is wrong, or something lacks before it can be submitted: 422.</summary>
    Faulty,
}

/// <summary>A sentence about one box.</summary>
public sealed record BoxFault(string Box, string Sentence);
