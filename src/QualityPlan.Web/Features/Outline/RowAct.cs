using System.ComponentModel.DataAnnotations;

namespace QualityPlan.Web.Features.Outline;

/// <summary>Which button of a row's form was pressed.</summary>
public sealed class RowAct
{
    /// <summary>檢視判讀: show how the texts are read, save nothing.</summary>
    public bool Look { get; set; }

    /// <summary>「unknown name|known name」: put the known one in its place, save nothing.</summary>
    [StringLength(200)]
    public string Replace { get; set; } = "";

    /// <summary>Of two conflicting texts: <c>mine</c>, <c>theirs</c> or <c>merge</c>.</summary>
    [StringLength(10)]
    public string Resolve { get; set; } = "";

    /// <summary>Where to go afterwards: <c>approve</c>, <c>outline</c>, or the plan itself.</summary>
    [StringLength(10)]
    public string Then { get; set; } = "";

    public bool SavesNothing => Look || Replace.Length > 0 || Resolve == "merge";

    /// <summary>Puts the chosen unit in the place of the name that nobody knows.</summary>
    public void Apply(RowForm form)
    {
        var names = Replace.Split('|');
        if (names is [{ Length: > 0 } unknown, { Length: > 0 } known])
        {
            form.Units = form.Units.Replace(unknown, known, StringComparison.Ordinal);
            form.SupportingUnits = form.SupportingUnits.Replace(unknown, known, StringComparison.Ordinal);
        }
    }

    public string Target(int planId, int id) => Then switch
    {
        "approve" => $"~/plans/{planId}/approve",
        "outline" => $"~/plans/{planId}/outline#r{id}",
        _ => $"~/plans/{planId}#r{id}",
    };
}
