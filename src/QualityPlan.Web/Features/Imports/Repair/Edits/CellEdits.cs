using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair.Edits;

/// <summary>Title, 民國 year and agency; null leaves what stands.</summary>
public sealed record WriteHead(string? Title, int? Year, string? Agency) : RepairEdit
{
    public override void Apply(ImportContent content)
    {
        if (Title is { } title)
        {
            content.Title = title;
            content.Guesses.Remove(PlanHead.TitleKey);
        }
        if (Year is { } year)
        {
            content.Year = year;
            content.Guesses.Remove(PlanHead.YearKey);
            content.Accepted.RemoveWhere(key => CellDoubt.PlaceIn(key) is (_, PlanField.Deadline));
        }
        content.Agency = Agency ?? content.Agency;
    }
}

/// <summary>A text of a row; of a lost heading in all its rows.</summary>
public sealed record WriteCell(int Row, PlanField Field, string Text) : RepairEdit
{
    public override Verdict May(ImportContent content) =>
        content.IndexOf(Row) < 0 ? Gone
        : Text.Length > RowFields.Limit(Field)
            ? Verdict.No("import-too-long", $"{content.HeadingOf(Field)}最多 {RowFields.Limit(Field)} 字。")
            : Verdict.Yes;

    public override void Apply(ImportContent content)
    {
        if (content.IndexOf(Row) is var index and >= 0)
        {
            var together = RowFields.IsHeading(Field) ? PlanTree.RowsTogether(content.Rows, index, Field) : [index];
            foreach (var one in together)
            {
                content.Rows[one] = content.Rows[one].With(Field, Text);
            }
            content.Mend(CellDoubt.KeyOf(Row, Field));
        }
    }
}

/// <summary>A doubt agreed to as it stands, or asked again.</summary>
public sealed record AcceptDoubt(string Key, bool IsAccepted) : RepairEdit
{
    public override void Apply(ImportContent content)
    {
        if (IsAccepted)
        {
            content.Accepted.Add(Key);
        }
        else
        {
            content.Accepted.Remove(Key);
        }
    }
}

/// <summary>What an unknown name means, by its folded form; null asks again.</summary>
public sealed record DecideUnit(string Name, UnitDecision? Decision) : RepairEdit
{
    public override void Apply(ImportContent content)
    {
        if (Decision is null)
        {
            content.Units.Remove(Name);
        }
        else
        {
            content.Units[Name] = Decision;
        }
    }
}

/// <summary>Other words in the place of an unknown name, by its folded form, in every row.</summary>
public sealed record RewriteUnit(string Name, string Words) : RepairEdit
{
    public override Verdict May(ImportContent content) =>
        content.Rows.Exists(row => WrittenIn(row) is not null) ? Verdict.Yes : Verdict.No("import-name-gone", $"計畫裡已沒有「{Name}」。");

    public override void Apply(ImportContent content)
    {
        content.Units.Remove(Name);
        for (var index = 0; index < content.Rows.Count; index++)
        {
            if (WrittenIn(content.Rows[index]) is { } written)
            {
                content.Rows[index] = content.Rows[index].ReplaceUnit(UnitDirectory.Fold(written) == Name ? written : Name, Words);
            }
        }
    }

    private string? WrittenIn(RowReading row) => row.Units.Concat(row.SupportingUnits)
        .FirstOrDefault(one => UnitDirectory.Fold(one).Contains(Name, StringComparison.Ordinal));
}
