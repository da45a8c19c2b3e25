using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>The fields of a row by name: how each is read, written and limited.</summary>
public static class RowFields
{
    public static readonly IReadOnlyList<PlanField> All =
    [
        PlanField.Area, PlanField.SubArea, PlanField.Item, PlanField.No, PlanField.Approach,
        PlanField.Deadline, PlanField.Units, PlanField.SupportingUnits,
    ];

    public static bool IsHeading(PlanField field) => field is PlanField.Area or PlanField.SubArea or PlanField.Item;

    /// <summary>How many characters the plan's own columns take.</summary>
    public static int Limit(PlanField field) => field switch
    {
        PlanField.No => 20,
        PlanField.Deadline => 300,
        PlanField.Item => 1000,
        PlanField.Approach => Measure.ApproachLength,
        _ => 500,
    };

    public static string Get(this RowReading row, PlanField field) => field switch
    {
        PlanField.Area => row.Area,
        PlanField.SubArea => row.SubArea,
        PlanField.Item => row.Item,
        PlanField.No => row.No,
        PlanField.Approach => row.Approach,
        PlanField.Deadline => row.Deadline,
        PlanField.Units => string.Join('、', row.Units),
        PlanField.SupportingUnits => string.Join('、', row.SupportingUnits),
        _ => "",
    };

    public static RowReading With(this RowReading row, PlanField field, string text) => field switch
    {
        PlanField.Area => row with { Area = text },
        PlanField.SubArea => row with { SubArea = text },
        PlanField.Item => row with { Item = text },
        PlanField.No => row with { No = text },
        PlanField.Approach => row with { Approach = text },
        PlanField.Deadline => row with { Deadline = text },
        PlanField.Units => row with { Units = UnitNames.Split(text) },
        PlanField.SupportingUnits => row with { SupportingUnits = UnitNames.Split(text) },
        _ => row,
    };

    /// <summary>What was typed, in the form in which recovery leaves the field.</summary>
    public static string Tidy(PlanField field, string typed) => field switch
    {
        PlanField.Deadline or PlanField.No => Folding.WithoutBlanks(typed),
        PlanField.Units or PlanField.SupportingUnits => string.Join('、', UnitNames.Split(typed)),
        _ => Folding.Fold(typed),
    };

    /// <summary>Puts other names in the place of one name, wherever it stands in the row's units.</summary>
    public static RowReading ReplaceUnit(this RowReading row, string name, string others) => row with
    {
        Units = Replace(row.Units, name, others),
        SupportingUnits = Replace(row.SupportingUnits, name, others),
    };

    private static IReadOnlyList<string> Replace(IReadOnlyList<string> names, string name, string others)
    {
        var folded = UnitDirectory.Fold(name);
        return names.Any(one => UnitDirectory.Fold(one).Contains(folded, StringComparison.Ordinal))
            ? names.SelectMany(one => UnitNames.Split(UnitDirectory.Fold(one) == folded ? others : one.Replace(name, others))).Distinct().ToList()
            : names;
    }
}
