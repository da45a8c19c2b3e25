using System.Text.RegularExpressions;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair;
using QualityPlan.Web.Features.Imports.Repair.Edits;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Makes one step of everything that was done on the page of a row or heading.</summary>
internal static partial class RowStep
{
    public static RepairStep Of(ImportContent content, int rowId, ImportRowForm form, TreeAct? pressed)
    {
        var edits = new List<RepairEdit>();
        var name = $"第 {content.IndexOf(rowId) + 1} 列";
        var words = new List<string>();
        foreach (var (field, typed) in form.Changes)
        {
            var parts = field == PlanField.Approach ? Parts(typed) : [];
            if (parts.Count > 1)
            {
                edits.Add(new SplitRow(rowId, parts));
                words.Add($"分割{name}為 {parts.Count} 列");
            }
            else if (RowFields.Tidy(field, typed) is var text && text != content.RowAt(rowId)?.Get(field))
            {
                edits.Add(new WriteCell(rowId, field, text));
                words.Add($"修改{name}{content.HeadingOf(field)}");
            }
        }
        if (form.Under is { } like && like != rowId)
        {
            edits.Add(new MoveUnder(rowId, like));
            words.Add($"移動{name}");
        }
        if (pressed is not null)
        {
            var step = pressed.Step(content);
            edits.AddRange(step.Edits);
            words.Add(step.Label);
        }
        return new RepairStep(words.Count > 2 ? $"修改{name}" : string.Join('、', words), edits);
    }

    public static RepairStep Of(ImportContent content, (int Row, PlanField Field) place, ImportHeadingForm form, TreeAct? pressed)
    {
        var edits = new List<RepairEdit>();
        var before = content.RowAt(place.Row)?.Get(place.Field) ?? "";
        if (Folding.Fold(form.Text) is var text && text != before)
        {
            edits.Add(new WriteHeading(place.Row, place.Field, text));
        }
        if (form.Level != place.Field)
        {
            edits.Add(new ChangeLevel(place.Row, place.Field, form.Level));
        }
        edits.AddRange(pressed?.Step(content).Edits ?? []);
        return new RepairStep($"修改標題「{Domain.Texts.Shortening.WithEllipsis(before, 20)}」", edits);
    }

    public static RepairStep Of(ImportContent content, int? index, ImportChapterForm form)
    {
        var chapter = form.ToChapter();
        var place = index ?? content.Chapters.Count;
        var before = content.Chapters.ElementAtOrDefault(place);
        var isSame = before?.Number == chapter.Number && before.Title == chapter.Title && before.Paragraphs.SequenceEqual(chapter.Paragraphs);
        return new RepairStep(index is null ? $"新增章節「{chapter.Title}」" : $"修改第 {place + 1} 章", isSame ? [] : [new PutChapter(place, chapter)]);
    }

    /// <summary>The pieces between empty lines; inside a piece lines go on.</summary>
    private static List<string> Parts(string typed) =>
        [.. EmptyLine().Split(typed.ReplaceLineEndings("\n")).Select(part => Folding.Glue(part.Split('\n'))).Where(part => part.Length > 0)];

    [GeneratedRegex(@"\n[ \t\u3000]*\n\s*")]
    private static partial Regex EmptyLine();
}
