using Microsoft.AspNetCore.Mvc.ModelBinding;
using QualityPlan.Domain;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress;

/// <summary>The fill-in of one unit in one round.</summary>
public sealed record EditPage(FilingSheet Sheet, DateOnly Today)
{
    public required IReadOnlyDictionary<int, ReportForm> Forms { get; init; }

    public required Verdict MayWrite { get; init; }

    public required Verdict MayWithdraw { get; init; }

    /// <summary>代填.</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>By row: what stands in the system where somebody else was faster.</summary>
    public IReadOnlyDictionary<int, string> Theirs { get; init; } = new Dictionary<int, string>();

    /// <summary>Something was typed that is not in the system: the boxes stay, even where saving is refused.</summary>
    public bool HoldsTypedText { get; init; }

    public UnitFiling Filing => Sheet.Filing;

    public bool ShowsBoxes => MayWrite.IsAllowed || HoldsTypedText;

    public string Address => $"/Progress/{Filing.RoundId}/{Filing.UnitId}";

    /// <summary>The last day on which this filing can be handed in by whoever looks at it.</summary>
    public DateOnly ClosesOn => Filing.State == FilingState.Returned
        ? Filing.Defects.Where(one => one.MendedAtUtc is null).Max(one => one.MendBy) ?? Filing.Round.HeadsCloseOn
        : Filing.SupplementUntil ?? (IsOnBehalf ? Filing.Round.OfficeClosesOn : Filing.Round.ReportersCloseOn);

    public IEnumerable<RowView> Rows(bool owed, ModelStateDictionary state) => Sheet.Rows
        .Where(row => row.Owes == owed)
        .Select(row => new RowView(row, Forms[row.AssignmentId], state) { Theirs = Theirs.GetValueOrDefault(row.AssignmentId) });

    /// <summary>A line in the summary for each row in which somebody else was faster.</summary>
    public IEnumerable<BoxFault> Overtaken(SaveResult result) => Sheet.Rows
        .Where(row => result.Theirs.ContainsKey(row.AssignmentId))
        .Select(row => new BoxFault(
            $"Rows[{row.AssignmentId}].Narrative",
            $"{row.Name}：已被他人更新，系統沒有覆蓋。請比對兩份文字，改好後再按「暫存」。"));

    /// <summary>The page again with what was typed, after it could not be saved.</summary>
    public EditPage With(FilingForm typed, SaveResult result)
    {
        var forms = Forms.ToDictionary();
        foreach (var (row, form) in typed.Rows)
        {
            if (forms.ContainsKey(row))
            {
                form.Stamp = result.Stamps.GetValueOrDefault(row, form.Stamp);
                forms[row] = form;
            }
        }
        return this with { Forms = forms, Theirs = result.Theirs, HoldsTypedText = true };
    }
}
