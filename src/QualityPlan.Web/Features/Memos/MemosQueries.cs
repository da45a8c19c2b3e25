using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Memos;

public sealed class MemosQueries(QualityPlanDb db, PlanTableCache tables, TimeProvider clock)
{
    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>Null when there is no such round. A fresh draft is put into the form only; what was kept stays until it is saved.</summary>
    public async Task<MemoPage?> ShowAsync(int roundId, bool isAnew, Actor actor, CancellationToken cancellation)
    {
        var source = new RoundSource(db, tables);
        if (await MemoReader.ReadAsync(source, roundId, Today, cancellation) is not { } memo)
        {
            return null;
        }
        var text = isAnew && memo.Kept is not null ? await MemoReader.DraftAsync(source, memo.Head, Today, cancellation) : memo.Text;
        return new MemoPage(memo, MemoForm.Of(text, memo.Kept?.Version ?? 0))
        {
            MayWrite = Memo.MayWrite(memo.Head.State, actor),
            IsEarly = memo.Head.State == CompiledReportState.Compiling && !memo.Head.Round.IsWindowClosedOn(Today),
        };
    }

    public async Task<TemplatePage> TemplateAsync(CancellationToken cancellation)
    {
        var template = await db.MemoTemplates.AsNoTracking().OrderBy(one => one.Id).FirstOrDefaultAsync(cancellation) ?? new MemoTemplate();
        return new TemplatePage(MemoForm.Of(template.Text, template.Version), template.Version);
    }
}
