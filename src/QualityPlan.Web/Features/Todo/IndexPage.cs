namespace QualityPlan.Web.Features.Todo;

/// <summary>What is owed by whoever looks at it, the most urgent first.</summary>
public sealed record IndexPage(DateOnly Today, IReadOnlyList<Duty> Duties)
{
    /// <summary>Rounds in which nothing is owed any more, in words.</summary>
    public IReadOnlyList<string> Settled { get; init; } = [];
}

/// <summary>One thing to do: what, how far it is, by when, and where.</summary>
public sealed record Duty(string Title, string Detail, DateOnly? DueOn, string Href)
{
    /// <summary>What the link says.</summary>
    public required string Act { get; init; }

    /// <summary>A short English word for tests.</summary>
    public required string Kind { get; init; }
}
