using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>A round with its plan and the compiled report as far as it has come; nothing in it is tracked.</summary>
public sealed record RoundHead(Plan Plan, QuarterlyRound Round, IReadOnlyList<QuarterlyRound> Rounds)
{
    /// <summary>Null while nobody has begun to compile; stands for an empty one in 彙整中.</summary>
    public CompiledReport? Report { get; init; }

    public CompiledReportState State => Report?.State ?? CompiledReportState.Compiling;

    /// <summary>陳核, 簽核, 退回 so far, the oldest first.</summary>
    public IReadOnlyList<SignOff> SignOffs { get; init; } = [];

    /// <summary>
    /// Whoever has not filed when the report goes up has not filed: its lights are those of a closed window, so that
    /// they are the same before the signers, in the signed bytes and after the lock.
    /// </summary>
    public bool CountsAsClosed { get; init; }

    public Quarter Quarter => Round.Quarter;

    public Verdict May(CompiledReportAction action, Actor actor) =>
        CompiledReportWorkflow.Table.May(State, action, actor, CompiledReportWorkflow.Chinese);
}

/// <summary>A plan with all its rounds in the order of their quarters.</summary>
public sealed record PlanRounds(Plan Plan, IReadOnlyList<RoundHead> Heads)
{
    /// <summary>The round of the quarter 1 to 4; null when there is none.</summary>
    public RoundHead? Of(int? number) => Heads.FirstOrDefault(head => head.Quarter.Number == number);
}

/// <summary>
/// One round as its report shows it: the plan's table, how it stands, what every unit told, and the compiled wording.
/// </summary>
public sealed record RoundSheet(RoundHead Head, PlanTable Table, PlanStandings Standings)
{
    public required IReadOnlyList<RoundFiling> Filings { get; init; }

    /// <summary>By measure: the plan office's wording.</summary>
    public required IReadOnlyDictionary<int, string> Wordings { get; init; }

    /// <summary>By assignment: what was filed in this round.</summary>
    public required IReadOnlyDictionary<int, ToldReport> Told { get; init; }
}

/// <summary>One unit's filing of the round, with the rows it carries.</summary>
public sealed record RoundFiling(UnitFiling Filing)
{
    /// <summary>「9/12 已填」: of the rows that owe something in this quarter.</summary>
    public int Filled { get; init; }

    public int Owed { get; init; }

    /// <summary>Rows behind or overdue that the unit leads.</summary>
    public int Exceptions { get; init; }
}

/// <summary>What one unit wrote about one measure in this round.</summary>
public sealed record ToldReport(int AssignmentId, ReportState State, string Narrative)
{
    public int? ActualPercent { get; init; }

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }

    /// <summary>Captions or file names of the evidence.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
