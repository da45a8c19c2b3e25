namespace QualityPlan.Documents.Writing;

/// <summary>「（續）」 before the text of a merged cell that goes on over the end of a page.</summary>
internal static class Continuation
{
    private const string Mark = "（續）";

    public static string Of(string text) => text.Length == 0 || text.StartsWith(Mark, StringComparison.Ordinal) ? text : Mark + text;
}
