using QualityPlan.Domain;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair.Edits;

/// <summary>A chapter as written by a person; one behind the last adds it.</summary>
public sealed record PutChapter(int Index, ChapterReading Chapter) : RepairEdit
{
    public override Verdict May(ImportContent content) => Index < 0 || Index > content.Chapters.Count ? Gone
        : PlanTexts.Fits(Chapter) ? Verdict.Yes : Verdict.No("import-chapter-long", PlanTexts.Limits);

    public override void Apply(ImportContent content)
    {
        if (Index == content.Chapters.Count)
        {
            content.Chapters.Add(Chapter);
        }
        else if (Index >= 0 && Index < content.Chapters.Count)
        {
            content.Chapters[Index] = Chapter;
        }
        PlanTexts.AskAgain(content);
    }
}

/// <summary>A chapter one place up (-1) or down (1).</summary>
public sealed record MoveChapter(int Index, int By) : RepairEdit
{
    public override Verdict May(ImportContent content) =>
        Index < 0 || Index >= content.Chapters.Count || Index + By < 0 || Index + By >= content.Chapters.Count
            ? Verdict.No("import-no-place", By < 0 ? "已經是第一章。" : "已經是最後一章。")
            : Verdict.Yes;

    public override void Apply(ImportContent content)
    {
        if (May(content).IsAllowed)
        {
            (content.Chapters[Index], content.Chapters[Index + By]) = (content.Chapters[Index + By], content.Chapters[Index]);
            PlanTexts.AskAgain(content);
        }
    }
}

public sealed record RemoveChapter(int Index) : RepairEdit
{
    public override Verdict May(ImportContent content) =>
        Index >= 0 && Index < content.Chapters.Count ? Verdict.Yes : Verdict.No("import-chapter-gone", "這一章已經不在。");

    public override void Apply(ImportContent content)
    {
        if (May(content).IsAllowed)
        {
            content.Chapters.RemoveAt(Index);
            PlanTexts.AskAgain(content);
        }
    }
}
