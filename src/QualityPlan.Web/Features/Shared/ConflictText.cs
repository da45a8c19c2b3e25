namespace QualityPlan.Web.Features.Shared;

/// <summary>
/// Two texts for one box: what stands in the system now, and what was typed here. Shown by the partial
/// <c>_Conflict</c> inside the form that is posted again.
/// </summary>
public sealed record ConflictText(string Field, string Theirs, string TheirName, DateTime TheirTime, string Mine);
