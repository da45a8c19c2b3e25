using System.Globalization;
using QualityPlan.Domain;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair.Edits;

/// <summary>One place up (-1) or down (1) in the tree; at the edge of an item into the next one.</summary>
public sealed record MoveRow(int Row, int By) : RepairEdit
{
    public override Verdict May(ImportContent content) => content.RowAt(Row) is null ? Gone
        : RowOrder.Beside(content, Row, By) is null
            ? Verdict.No("import-no-place", By < 0 ? "已經是第一列。" : "已經是最後一列。")
            : Verdict.Yes;

    public override void Apply(ImportContent content)
    {
        if (content.RowAt(Row) is not { } row || RowOrder.Beside(content, Row, By) is not { } other)
        {
            return;
        }
        if (RowOrder.AreInOneItem(content, row, other))
        {
            Trade(content, row, other);
            return;
        }
        content.Rows.Remove(row);
        content.Rows.Insert(content.IndexOf(other.Id) + (By < 0 ? 1 : 0), row.Under(other));
        content.Mend(CellDoubt.KeyOf(Row, PlanField.Item));
    }

    /// <summary>Rows of an item stand by their numbers: those are traded too, or nothing would move.</summary>
    private static void Trade(ImportContent content, RowReading row, RowReading other)
    {
        var (here, there) = (content.IndexOf(row.Id), content.IndexOf(other.Id));
        var areNumbered = row.No.Length > 0 && other.No.Length > 0;
        content.Rows[here] = areNumbered ? other with { No = row.No } : other;
        content.Rows[there] = areNumbered ? row with { No = other.No } : row;
    }
}

/// <summary>Moves a row under the headings of another one, behind the last row there.</summary>
public sealed record MoveUnder(int Row, int Like) : RepairEdit
{
    public override Verdict May(ImportContent content) => content.RowAt(Row) is null || content.RowAt(Like) is null ? Gone : Verdict.Yes;

    public override void Apply(ImportContent content)
    {
        if (Row != Like && content.RowAt(Row) is { } row && content.RowAt(Like) is { } like)
        {
            var last = RowOrder.InItem(content, Like).Where(one => one.Id != Row).Max(one => content.IndexOf(one.Id));
            var place = last + (content.IndexOf(Row) < last ? 0 : 1);
            content.Rows.Remove(row);
            content.Rows.Insert(place, row.Under(like));
            content.Mend(CellDoubt.KeyOf(Row, PlanField.Item));
        }
    }
}

/// <summary>Numbers the rows of an item from 1 in their order: 2.1, 2.2 under 「2.」, else in the style of the first.</summary>
public sealed record RenumberItem(int Row) : RepairEdit
{
    public override Verdict May(ImportContent content) => content.RowAt(Row) is null ? Gone : Verdict.Yes;

    public override void Apply(ImportContent content)
    {
        var rows = RowOrder.InItem(content, Row);
        for (var at = 0; at < rows.Count; at++)
        {
            var index = content.IndexOf(rows[at].Id);
            content.Rows[index] = content.Rows[index] with { No = Number(rows[0], at + 1) };
            content.Mend(CellDoubt.KeyOf(rows[at].Id, PlanField.No));
        }
    }

    private static string Number(RowReading first, int number)
    {
        var item = PrintedNumber.Split(first.Item).Number;
        var own = PrintedNumber.Split(first.No + " ").Number;
        return (item, own) switch
        {
            ({ Style: NumberStyle.Dotted }, { Style: NumberStyle.Dotted, Depth: > 1 } or null) =>
                string.Join('.', item.Parts.Append(number).Select(part => part.ToString(CultureInfo.InvariantCulture))),
            (_, { Style: NumberStyle.Bracketed }) => $"({number})",
            (_, { Style: NumberStyle.Circled }) when number <= 20 => ((char)('①' + number - 1)).ToString(),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
