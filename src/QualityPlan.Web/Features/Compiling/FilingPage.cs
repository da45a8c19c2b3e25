using QualityPlan.Domain;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>One unit's filing as the plan office looks at it, and returns it.</summary>
public sealed record FilingPage(FilingSheet Sheet)
{
    public UnitFiling Filing => Sheet.Filing;

    public int RoundId => Filing.RoundId;

    public IReadOnlyList<string> Marks => FilingMarks.Of(Filing);

    /// <summary>A draft is the unit's own: its words show once it is submitted.</summary>
    public bool ShowsWords => Filing.State.IsFiled();

    public required Verdict MayCompile { get; init; }

    public required Verdict MayReturn { get; init; }

    public required ReturnForm Form { get; init; }

    /// <summary>The filing changed since the form was opened.</summary>
    public bool IsStale { get; init; }

    public FilingPage With(ReturnForm typed, bool isStale)
    {
        typed.Version = isStale ? Filing.Version : typed.Version;
        return this with { Form = typed, IsStale = isStale };
    }
}

/// <summary>陳核: what is missing, before the report goes up.</summary>
public sealed record SendUpPage(RoundHead Head)
{
    public required Verdict MaySendUp { get; init; }

    public required LightCounts Lights { get; init; }

    /// <summary>Units that owe something and are not compiled.</summary>
    public required IReadOnlyList<UnitLine> Missing { get; init; }

    public required string FilingsShown { get; init; }

    public int Compiled { get; init; }

    public int Owing { get; init; }

    public int Worded { get; init; }

    public int All { get; init; }

    /// <summary>Reporters may still file on this day; signed and locked, they can no more.</summary>
    public bool IsEarly { get; init; }

    public bool HasSummary => !string.IsNullOrEmpty(Head.Report?.Summary);

    public SendUpForm Form { get; init; } = new();

    public bool IsStale { get; init; }

    public SendUpPage With(SendUpForm typed, bool isStale)
    {
        if (isStale)
        {
            (typed.VersionShown, typed.FilingsShown, typed.IsConfirmed) = (Form.VersionShown, FilingsShown, false);
        }
        return this with { Form = typed, IsStale = isStale };
    }
}
