namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Lets the printed number decide the 執行項目 where the order of the rows lies: 2.7 belongs to item 2.</summary>
internal static class PrintedOrder
{
    public static void Apply(IReadOnlyList<RowDraft> rows)
    {
        var numbered = rows.Where(row => row.Number is { Depth: > 1, Style: NumberStyle.Dotted } && row.Item?.Number is not null).ToList();
        var agreeing = numbered.Count(row => row.Number!.IsUnder(row.Item!.Number!));

        // Where most numbers do not begin with their item's, they count something else.
        if (agreeing * 2 < numbered.Count)
        {
            return;
        }

        foreach (var row in numbered.Where(row => !row.Number!.IsUnder(row.Item!.Number!)))
        {
            Move(row);
        }
    }

    private static void Move(RowDraft row)
    {
        var printed = row.Item!.Text;
        var owner = Enumerable.Range(1, row.Number!.Depth - 1).Reverse()
            .Select(depth => row.SubArea.ItemsByNumber.GetValueOrDefault(row.Number.Key(depth)))
            .FirstOrDefault(item => item is not null);
        if (owner is null)
        {
            row.Doubts.Add((PlanField.Item, $"編號 {row.Number.Printed} 找不到所屬的執行項目，標題可能遺失，暫列「{printed}」。"));
            return;
        }

        row.MoveTo(owner);
        row.Doubts.Add((PlanField.Item, $"來源列在「{printed}」之下，依編號 {row.Number.Printed} 歸入「{owner.Text}」，請確認。"));
    }
}
