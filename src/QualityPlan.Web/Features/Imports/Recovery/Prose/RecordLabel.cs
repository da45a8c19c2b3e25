namespace QualityPlan.Web.Features.Imports.Recovery.Prose;

/// <summary>A heading that stands behind a label (「執行項目：租借便利」), and the node whose label it is.</summary>
internal sealed record RecordLabel(ProseNode Owner, ProseLine Line, string Text)
{
    /// <summary>
    /// The heading of a measure: its own, else in records of labels alone the last one printed above it. A new 實施要項
    /// ends the 執行項目 above it; a label that records bear behind their measure counts for that measure only.
    /// </summary>
    public static RecordLabel? Of(ProseNode measure, PlanField field)
    {
        if (Own(measure, field) is { } own)
        {
            return own;
        }

        var records = measure.Parent?.Children ?? [];
        for (var at = records.IndexOf(measure); at >= 0 && records[at].Rank == ProseLine.PlainRank; at--)
        {
            if (Own(records[at], field) is { } above)
            {
                return IsInFront(records[at], field) ? above : null;
            }

            if (field == PlanField.Item && Own(records[at], PlanField.Area) is not null)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>「推動作法：1.場地行事曆公開。」: the number and the text of the only measure behind labels; null when it has no number, or there are more.</summary>
    public static ApproachEntry? Numbered(ProseNode measure) =>
        measure.Notes.FindAll(note => note.Note.Field == PlanField.Approach) is [var only]
            && ApproachCell.Split([only.Note.Text], null) is [{ Number: not null } entry] ? entry : null;

    private static RecordLabel? Own(ProseNode node, PlanField field) =>
        node.Notes.Find(note => note.Note.Field == field) is { Note: not null } found ? new RecordLabel(node, found.Line, found.Note.Text) : null;

    private static bool IsInFront(ProseNode record, PlanField field) =>
        record.Notes.FindIndex(note => note.Note.Field == PlanField.Approach) is var approach
        && (approach < 0 || record.Notes.FindIndex(note => note.Note.Field == field) < approach);
}
