using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;

namespace QualityPlan.UnitTests.Progress;

/// <summary>The people and the round that the tests of filings and reports share: 115年第1季 of plan 1, unit 7.</summary>
internal static class Cast
{
    public const int OwnUnit = 7;
    public const int OtherUnit = 8;

    public static readonly Actor Reporter = One(101, "承辦人", OwnUnit, Role.Reporter);
    public static readonly Actor OtherReporter = One(102, "別組承辦人", OtherUnit, Role.Reporter);
    public static readonly Actor Head = One(201, "主管", OwnUnit, Role.UnitHead);
    public static readonly Actor OtherHead = One(202, "別組主管", OtherUnit, Role.UnitHead);
    public static readonly Actor Office = One(301, "研發小組", OtherUnit, Role.PlanOffice);
    public static readonly Actor Deputy = One(401, "副館長", null, Role.DeputyConvener);
    public static readonly Actor Convener = One(402, "館長", null, Role.Convener);

    public static readonly Quarter Quarter = new(new RocYear(115), 1);

    public static readonly RoundDates Dates =
        new(new(2026, 1, 2), new(2026, 4, 10), new(2026, 4, 17), new(2026, 4, 24));

    public static readonly DateOnly InTime = new(2026, 4, 10);
    public static readonly DateOnly TooLate = new(2026, 4, 11);

    public static Actor One(int accountId, string name, int? unitId, params Role[] roles) =>
        new(accountId, name, roles.ToHashSet(), unitId);

    /// <summary>Somebody with one role, in the unit the filing belongs to, who has not touched it yet.</summary>
    public static Actor Stranger(Role role) => One(900 + (int)role, role.Chinese(), OwnUnit, role);

    public static QuarterlyRound Round() => new(1, Quarter, Dates);

    /// <summary>Noon of that day in Taipei.</summary>
    public static DateTime Noon(DateOnly day) => TaipeiClock.StartOfDay(day).AddHours(12);

    /// <summary>A filing that went the straight way to a state, with one report in it.</summary>
    public static UnitFiling FilingIn(FilingState state, QuarterlyRound? round = null)
    {
        var filing = new UnitFiling(round ?? Round(), OwnUnit, "閱覽組");
        Action[] steps =
        [
            () => Fill(filing),
            () => filing.Submit(Reporter, Noon(InTime)),
            () => filing.Approve(Head, Noon(InTime)),
            () => filing.Compile(Office),
            () => filing.Lock(Convener),
        ];
        foreach (var step in steps.TakeWhile(_ => filing.State != state && state != FilingState.Returned))
        {
            step();
        }
        if (state == FilingState.Returned)
        {
            Fill(filing);
            filing.Submit(Reporter, Noon(InTime));
            filing.ReturnForCorrection(OneDefect, Head, Noon(InTime));
        }
        return filing.State == state ? filing : throw new InvalidOperationException($"{state} was not reached.");
    }

    public static IReadOnlyCollection<DefectText> OneDefect => [new(11, "請補述辦理場次。", new DateOnly(2026, 4, 15))];

    public static void Fill(UnitFiling filing)
    {
        filing.ReportFor(11, 1).Write(new ReportText(ReportState.InProgress, "已辦理二場說明會。"), Noon(InTime));
        filing.Save(Reporter, InTime);
    }
}
