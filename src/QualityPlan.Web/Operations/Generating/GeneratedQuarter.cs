using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Setup.Demonstration;

namespace QualityPlan.Web.Operations.Generating;

/// <summary>The filings of one generated quarter, through the verbs of the domain.</summary>
internal sealed class GeneratedQuarter(GeneratedPeople people, ILookup<int, StoryRow> rows, ReportStory reports)
{
    /// <summary>In a hundred quarters of a unit so many are never filed.</summary>
    private const int NeverFiled = 2;

    public required Random Dice { get; init; }

    /// <summary>Files a unit's quarter: to the end when it is over, else as far as the dice say. The number of reports written.</summary>
    public int File(UnitFiling filing, bool isOver, DateOnly lastDay)
    {
        var reached = isOver ? Dice.Next(100) < NeverFiled ? 0 : 4 : Dice.Next(4);
        if (reached == 0 || lastDay < filing.Round.OpensOn)
        {
            return 0;
        }
        var quarter = filing.Round.Quarter;
        var day = isOver ? quarter.LastDay : lastDay;
        var at = TaipeiClock.StartOfDay(day).AddMinutes(9 * 60 + Dice.Next(8 * 60));
        Story.Must(filing.Save(people.Reporters[filing.UnitId], day));
        foreach (var row in rows[filing.UnitId])
        {
            reports.Write(filing, row, at);
        }
        if (reached > 1)
        {
            Story.Must(filing.Submit(people.Reporters[filing.UnitId], at));
        }
        if (reached > 2)
        {
            Story.Must(filing.Approve(people.Heads[filing.UnitId], at.AddHours(2)));
        }
        if (reached > 3)
        {
            Story.Must(filing.Compile(people.Office));
        }
        return filing.Reports.Count;
    }
}
