using System.Globalization;
using QualityPlan.Web.Features.Imports.Repair;
using QualityPlan.Web.Features.Imports.Repair.Edits;

namespace QualityPlan.Web.Features.Imports;

/// <summary>One press of a button in the tree or among the chapters: a verb and the id of a row, or the place of a chapter.</summary>
internal sealed record TreeAct(string Verb, int Target)
{
    public static TreeAct? Read(string? act) => act?.Split(':') is [var verb, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var target)
        && new TreeAct(verb, target) is { } read && read.Edit is not null
            ? read
            : null;

    public bool IsOfChapter => Verb.StartsWith("chapter", StringComparison.Ordinal);

    /// <summary>Where on the page the person was.</summary>
    public string Anchor => IsOfChapter ? "#chapters" : $"?at={Target}#row-{Target}";

    public RepairStep Step(ImportContent content) => new(LabelIn(content), [Edit!]);

    private RepairEdit? Edit => Verb switch
    {
        "up" => new MoveRow(Target, -1),
        "down" => new MoveRow(Target, 1),
        "join" => new JoinNext(Target),
        "remove" => new RemoveRow(Target),
        "item" => new TakeAsItem(Target),
        "renumber" => new RenumberItem(Target),
        "chapter-up" => new MoveChapter(Target, -1),
        "chapter-down" => new MoveChapter(Target, 1),
        "chapter-remove" => new RemoveChapter(Target),
        _ => null,
    };

    private string LabelIn(ImportContent content)
    {
        var name = IsOfChapter ? $"第 {Target + 1} 章" : $"第 {content.IndexOf(Target) + 1} 列";
        return Verb switch
        {
            "up" or "chapter-up" => $"上移{name}",
            "down" or "chapter-down" => $"下移{name}",
            "join" => $"{name}與下列合併",
            "item" => $"{name}改為執行項目標題",
            "renumber" => $"{name}所在項目重編編號",
            _ => $"刪除{name}",
        };
    }
}
