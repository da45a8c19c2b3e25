using QualityPlan.Domain;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair.Edits;

/// <summary>Cuts a row into several: the first part stays, the others become rows behind it with the same deadline and units.</summary>
public sealed record SplitRow(int Row, IReadOnlyList<string> Parts) : RepairEdit
{
    public override Verdict May(ImportContent content) => content.RowAt(Row) is null
        ? Gone
        : Parts.Count < 2 || Parts.Any(string.IsNullOrWhiteSpace)
            ? Verdict.No("import-split-empty", "請在要分割的地方空一行，分割後的每一段都要有文字。")
            : Verdict.Yes;

    public override void Apply(ImportContent content)
    {
        if (content.IndexOf(Row) is var index and >= 0)
        {
            var row = content.Rows[index];
            content.Rows[index] = row with { Approach = Parts[0] };
            content.Rows.InsertRange(index + 1, Parts.Skip(1).Select(part => Part(row, part, content.NewId())));
            content.Mend(CellDoubt.KeyOf(Row, PlanField.Approach));
        }
    }

    private static RowReading Part(RowReading row, string text, int id)
    {
        var (number, rest) = MeasureNumber.Split(text);
        var isNumbered = number is not null && rest.Length > 0;
        return row with { Id = id, No = isNumbered ? Folding.WithoutBlanks(number!.Printed) : "", Approach = isNumbered ? rest : text };
    }
}

/// <summary>Joins a row with the one behind it under the same heading; nothing of either is lost.</summary>
public sealed record JoinNext(int Row) : RepairEdit
{
    public override Verdict May(ImportContent content) => content.RowAt(Row) is not { } row ? Gone
        : RowOrder.NextInItem(content, Row) is not { } next ? Verdict.No("import-last-row", "這是執行項目的最後一列，後面沒有可以合併的列。")
        : Joined(row, next).Approach.Length > RowFields.Limit(PlanField.Approach)
            ? Verdict.No("import-too-long", $"合併後超過 {RowFields.Limit(PlanField.Approach)} 字，不能合併。")
            : Verdict.Yes;

    public override void Apply(ImportContent content)
    {
        if (content.IndexOf(Row) is var index and >= 0 && RowOrder.NextInItem(content, Row) is { } next)
        {
            content.Rows[index] = Joined(content.Rows[index], next);
            content.Rows.RemoveAt(content.IndexOf(next.Id));
            content.Mend(CellDoubt.KeyOf(Row, PlanField.Approach));
        }
    }

    private static RowReading Joined(RowReading row, RowReading next) => row with
    {
        Approach = Folding.Glue([row.Approach, Numbered(next)]),
        Deadline = row.Deadline.Length == 0 || row.Deadline == next.Deadline ? next.Deadline
            : next.Deadline.Length == 0 ? row.Deadline : $"{row.Deadline}、{next.Deadline}",
        Units = row.Units.Union(next.Units).ToList(),
        SupportingUnits = row.SupportingUnits.Union(next.SupportingUnits).ToList(),
        Cells = row.Cells.Union(next.Cells).ToList(),
    };

    /// <summary>The number goes into the text: 「2.」 for a single figure, 「1.2 」 and 「(2)」 as they are.</summary>
    private static string Numbered(RowReading row) => row.No switch
    {
        "" => row.Approach,
        [.., >= '0' and <= '9'] when !row.No.Contains('.') => $"{row.No}.{row.Approach}",
        [.., >= '0' and <= '9'] => $"{row.No} {row.Approach}",
        _ => row.No + row.Approach,
    };
}

/// <summary>Leaves a row out, such as a line of totals.</summary>
public sealed record RemoveRow(int Row) : RepairEdit
{
    public override Verdict May(ImportContent content) => content.RowAt(Row) is null ? Gone
        : content.Rows.Count == 1 ? Verdict.No("import-only-row", "計畫至少要有一列。") : Verdict.Yes;

    public override void Apply(ImportContent content) => content.Rows.RemoveAll(row => row.Id == Row && content.Rows.Count > 1);
}

/// <summary>A row that is the 執行項目 of those behind it: its text becomes their heading.</summary>
public sealed record TakeAsItem(int Row) : RepairEdit
{
    public override Verdict May(ImportContent content) => content.RowAt(Row) is null ? Gone
        : Behind(content).Count == 0 ? Verdict.No("import-last-row", "後面沒有推動作法，不能當作標題。") : Verdict.Yes;

    public override void Apply(ImportContent content)
    {
        if (content.RowAt(Row) is not { } row)
        {
            return;
        }
        var text = row.No.Length > 0 ? $"{row.No.TrimEnd('.')}. {row.Approach}" : row.Approach;
        var heads = row.Heads with { Item = content.NewHeading() };
        foreach (var next in Behind(content))
        {
            content.Rows[content.IndexOf(next.Id)] = next with { Item = text, Heads = heads };
        }
        content.Rows.RemoveAt(content.IndexOf(Row));
    }

    /// <summary>In the order of the file: a heading without number stands last in the tree.</summary>
    private List<RowReading> Behind(ImportContent content) =>
        [.. RowOrder.InItem(content, Row).OrderBy(row => content.IndexOf(row.Id)).SkipWhile(row => row.Id != Row).Skip(1)];
}
