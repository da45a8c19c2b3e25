using QualityPlan.Domain;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair.Edits;

/// <summary>Other words for the heading a row stands under, for all its rows.</summary>
public sealed record WriteHeading(int Row, PlanField Field, string Text) : RepairEdit
{
    public override Verdict May(ImportContent content) => content.RowAt(Row) is null || !RowFields.IsHeading(Field) ? Gone
        : Text.Length > RowFields.Limit(Field)
            ? Verdict.No("import-too-long", $"標題最多 {RowFields.Limit(Field)} 字。")
            : Text.Length == 0 ? Verdict.No("import-heading-empty", "請輸入標題。") : Verdict.Yes;

    public override void Apply(ImportContent content)
    {
        if (content.IndexOf(Row) is var index and >= 0)
        {
            foreach (var one in PlanTree.RowsUnder(content.Rows, index, Field))
            {
                content.Rows[one] = content.Rows[one].With(Field, Text);
                content.Mend(CellDoubt.KeyOf(content.Rows[one].Id, Field));
            }
        }
    }
}

/// <summary>Moves a heading with all its rows to another level: 實施要項, its second level, 執行項目.</summary>
public sealed record ChangeLevel(int Row, PlanField From, PlanField To) : RepairEdit
{
    public override Verdict May(ImportContent content)
    {
        if (content.IndexOf(Row) is not (var index and >= 0))
        {
            return Gone;
        }
        var row = content.Rows[index];
        return !RowFields.IsHeading(From) || !RowFields.IsHeading(To) || row.Get(From).Length == 0
            ? Verdict.No("import-no-heading", "這裡沒有標題。")
            : IsDown && PlanTree.RowsUnder(content.Rows, index, From).Any(one => IsInTheWay(content.Rows[one]))
                ? Verdict.No("import-level-taken", "標題下已有下一層標題，請先調整下一層，再改這一層。")
                : IsDown && Above(content.Rows, index) is null && From == PlanField.Area
                    ? Verdict.No("import-level-first", "前面沒有實施要項，不能改成下一層。")
                    : Verdict.Yes;
    }

    public override void Apply(ImportContent content)
    {
        if (!May(content).IsAllowed || content.IndexOf(Row) is not (var index and >= 0))
        {
            return;
        }
        var above = Above(content.Rows, index);
        var key = content.NewHeading();
        foreach (var one in PlanTree.RowsUnder(content.Rows, index, From))
        {
            content.Rows[one] = Moved(content.Rows[one], above, key);
            content.Mend(CellDoubt.KeyOf(content.Rows[one].Id, To));
            content.Mend(CellDoubt.KeyOf(content.Rows[one].Id, From));
        }
    }

    private bool IsDown => To > From;

    private bool IsInTheWay(RowReading row) =>
        (To == PlanField.Item && row.Item.Length > 0) || (From == PlanField.Area && row.SubArea.Length > 0);

    /// <summary>The last row before the heading's first: its headings are the levels above.</summary>
    private RowReading? Above(IReadOnlyList<RowReading> rows, int index)
    {
        var first = PlanTree.RowsUnder(rows, index, From)[0];
        return first == 0 ? null : rows[first - 1];
    }

    private RowReading Moved(RowReading row, RowReading? above, int key)
    {
        var text = row.Get(From);
        return (From, To) switch
        {
            (PlanField.Area, PlanField.SubArea) => row with { Area = above!.Area, SubArea = text, Heads = row.Heads with { Area = above.Heads.Area, SubArea = key } },
            (PlanField.Area, _) => row with { Area = above!.Area, SubArea = above.SubArea, Item = text, Heads = above.Heads with { Item = key } },
            (PlanField.SubArea, PlanField.Area) => row with { Area = text, SubArea = "", Heads = row.Heads with { Area = key, SubArea = key } },
            (PlanField.SubArea, _) => row with { SubArea = above?.Area == row.Area ? above.SubArea : "", Item = text, Heads = row.Heads with { SubArea = above?.Heads.SubArea ?? 0, Item = key } },
            (_, PlanField.Area) => row with { Area = text, SubArea = "", Item = "", Heads = new HeadingKeys(key, key, 0) },
            _ => row with { SubArea = text, Item = "", Heads = row.Heads with { SubArea = key, Item = 0 } },
        };
    }
}
