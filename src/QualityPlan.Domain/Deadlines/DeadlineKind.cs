namespace QualityPlan.Domain.Deadlines;

/// <summary>What kind of 完成期限 a text is read as.</summary>
public enum DeadlineKind
{
    /// <summary>Empty: somebody must decide before 核定.</summary>
    Undecided,

    /// <summary>One or more days.</summary>
    Dated,

    /// <summary>每月, 每週一, 每日: one checkpoint a quarter with an expected count.</summary>
    Recurring,

    /// <summary>隨時, 不定期, 持續辦理: one checkpoint a quarter, not counted.</summary>
    Continuing,

    /// <summary>業已完成: shown, not chased.</summary>
    DoneAtStart,

    /// <summary>Kept as written; a person decides.</summary>
    NotUnderstood,
}
