using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace QualityPlan.Web.Features.Reviews;

/// <summary>A row with the box in which its defect is written.</summary>
public sealed record ReviewRowView(ReviewRow Row, bool MayReturn, ReturnForm Form)
{
    public string Text => Form.Defects.GetValueOrDefault(Row.Row.AssignmentId) ?? "";

    public string? Error(ModelStateDictionary state) =>
        state.TryGetValue($"Defects[{Row.Row.AssignmentId}]", out var entry) && entry.Errors.Count > 0
            ? entry.Errors[0].ErrorMessage
            : null;
}
