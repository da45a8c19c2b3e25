namespace QualityPlan.Domain;

/// <summary>
/// The answer to "may this be done?": yes, or no with the name of the rule and a zh-TW sentence
/// that says why and what to do. The same verdict decides the button and the act.
/// </summary>
public sealed record Verdict
{
    private Verdict(bool isAllowed, string rule, string sentence)
    {
        IsAllowed = isAllowed;
        Rule = rule;
        Sentence = sentence;
    }

    public bool IsAllowed { get; }

    /// <summary>Name of the rule that refused, e.g. <c>filing-not-own</c>; empty when allowed.</summary>
    public string Rule { get; }

    public string Sentence { get; }

    public static readonly Verdict Yes = new(true, "", "");

    public static Verdict No(string rule, string sentence) => new(false, rule, sentence);

    /// <summary>This verdict when it refuses, otherwise the next one.</summary>
    public Verdict And(Func<Verdict> next) => IsAllowed ? next() : this;
}
