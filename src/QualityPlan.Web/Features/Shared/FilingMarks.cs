using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Shared;

/// <summary>The marks a filing bears beside its state.</summary>
public static class FilingMarks
{
    public static IReadOnlyList<string> Of(UnitFiling filing)
    {
        var marks = new List<string>();
        if (filing.IsSupplement)
        {
            marks.Add("補填");
        }
        else if (filing.IsLate)
        {
            marks.Add("逾期填報");
        }
        if (filing.IsOnBehalf)
        {
            marks.Add("代填");
        }
        return marks;
    }
}
