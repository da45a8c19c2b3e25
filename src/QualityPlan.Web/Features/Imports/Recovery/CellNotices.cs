using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Turns what the file reader noticed about cells and rows into doubts, each cell once.</summary>
internal sealed class CellNotices
{
    private readonly HashSet<Cell> _told = new(ReferenceEqualityComparer.Instance);

    public void AddTo(RowDraft draft, RowGroup group)
    {
        foreach (var field in RowGroup.Fields)
        {
            foreach (var cell in group.Cells(field).Where(cell => cell.Notice is CellNotice.Formula or CellNotice.Error && _told.Add(cell)))
            {
                var shown = Folding.Glue(cell.Paragraphs);
                draft.Doubts.Add((field, cell.Notice == CellNotice.Error
                    ? $"儲存格是錯誤值「{shown}」，請更正。"
                    : $"儲存格是公式，已採用顯示的值「{shown}」，請確認。"));
            }
        }

        if (group.IsHidden)
        {
            draft.Doubts.Add((PlanField.Approach, $"來源第 {draft.Source.Row} 列是隱藏列，仍已讀入，請確認。"));
        }
    }
}
