using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Chapters;

/// <summary>Edits what stands around a draft's table. A null answer: no such thing in this plan.</summary>
public sealed class ChaptersCommands(QualityPlanDb db, AuditTrail audit)
{
    /// <summary>Title, year and headings; another year means that every deadline is read anew.</summary>
    public Task<Verdict?> DescribeAsync(DraftChange change, AboutForm form, CancellationToken cancellation) =>
        ChangeAsync(change, async plan =>
        {
            var before = StateOf(plan);
            var year = new RocYear(form.Year!.Value);
            if (year != plan.Year)
            {
                await ReadAnewAsync(plan.Id, year, cancellation);
            }
            plan.Describe(form.Title, form.Agency, year);
            plan.UseHeadings(form.ToHeadings());
            Note(change, "describe-plan", $"修改{plan.Year}年度計畫名稱與欄名", new AuditChange(before, StateOf(plan)));
            return true;
        }, cancellation);

    /// <summary>A new chapter goes to the end.</summary>
    public Task<Verdict?> AddAsync(DraftChange change, ChapterForm form, CancellationToken cancellation) =>
        ChangeAsync(change, plan =>
        {
            plan.AddChapter(form.Number.Trim(), form.Title.Trim(), form.Text.ReplaceLineEndings("\n").Trim().Split('\n'));
            Note(change, "add-chapter", $"新增章節 {form.Number}{form.Title}", new AuditChange(null, new { form.Number, form.Title, form.Text }));
            return Task.FromResult(true);
        }, cancellation);

    public Task<Verdict?> EditAsync(DraftChange change, int id, ChapterForm form, CancellationToken cancellation) =>
        ChangeChapterAsync(change, id, (_, chapter) =>
        {
            var before = StateOf(chapter);
            chapter.Change(form.Number, form.Title, form.Text);
            Note(change, "edit-chapter", $"修改章節 {chapter.Number}{chapter.Title}", new AuditChange(before, StateOf(chapter)));
        }, cancellation);

    /// <summary>One place up (-1) or down (1); at the end nothing moves.</summary>
    public Task<Verdict?> MoveAsync(DraftChange change, int id, int by, CancellationToken cancellation) =>
        ChangeChapterAsync(change, id, (plan, chapter) =>
        {
            plan.MoveChapter(chapter, by);
            Note(change, "move-chapter", $"章節 {chapter.Number}{chapter.Title} {(by < 0 ? "上移" : "下移")}", null);
        }, cancellation);

    public Task<Verdict?> DeleteAsync(DraftChange change, int id, CancellationToken cancellation) =>
        ChangeChapterAsync(change, id, (plan, chapter) =>
        {
            plan.RemoveChapter(chapter);
            Note(change, "delete-chapter", $"刪除章節 {chapter.Number}{chapter.Title}", new AuditChange(StateOf(chapter), null));
        }, cancellation);

    private Task<Verdict?> ChangeChapterAsync(
        DraftChange change, int id, Action<Plan, PlanChapter> act, CancellationToken cancellation) =>
        ChangeAsync(change, plan =>
        {
            var chapter = plan.Chapters.FirstOrDefault(one => one.Id == id);
            if (chapter is not null)
            {
                act(plan, chapter);
            }
            return Task.FromResult(chapter is not null);
        }, cancellation);

    /// <summary>Opens the draft with its chapters, lets <paramref name="act"/> change it, saves; false: no such thing.</summary>
    private async Task<Verdict?> ChangeAsync(DraftChange change, Func<Plan, Task<bool>> act, CancellationToken cancellation)
    {
        if (await DraftDoor.OpenAsync(db, change, cancellation) is not { } open)
        {
            return null;
        }
        if (!open.May.IsAllowed)
        {
            return open.May;
        }
        await db.Entry(open.Plan).Collection(plan => plan.Chapters).LoadAsync(cancellation);
        return await act(open.Plan) ? await DraftDoor.SaveAsync(db, open.Plan, cancellation) : null;
    }

    private async Task ReadAnewAsync(int planId, RocYear year, CancellationToken cancellation)
    {
        var reading = await LibraryReader.ReadReadingAsync(db, year, cancellation);
        var measures = await db.Measures
            .Include(one => one.Checkpoints).Include(one => one.Assignments).AsSplitQuery()
            .Where(one => one.PlanId == planId)
            .ToListAsync(cancellation);
        measures.ForEach(measure => reading.Apply(measure));
    }

    private void Note(DraftChange change, string action, string summary, AuditChange? states) =>
        audit.Record(change.Actor, action, AuditSubject.Of<Plan>(change.PlanId), summary, states);

    private static object StateOf(Plan plan) => new { plan.Title, plan.Agency, Year = plan.Year.Value, plan.Headings };

    private static object StateOf(PlanChapter chapter) => new { chapter.Number, chapter.Title, chapter.Text };
}
