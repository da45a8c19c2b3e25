using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair;
using QualityPlan.Web.Features.Imports.Repair.Edits;

namespace QualityPlan.Web.Features.Imports;

/// <summary>What the pages of a single row, heading or chapter show. Null: not there, or not the actor's.</summary>
public sealed class RowQueries(QualityPlanDb db, TimeProvider clock)
{
    /// <summary>With a form that could not be taken over, what was typed stays beside what the system holds.</summary>
    public async Task<RowPage?> RowAsync((int Draft, int Row) place, ImportRowForm? typed, Actor actor, CancellationToken cancellation)
    {
        if (await OpenAsync(place.Draft, actor, cancellation) is not var (version, work, content) || content.RowAt(place.Row) is not { } row)
        {
            return null;
        }
        var finder = await DraftDesk.FinderAsync(db, content.Year, clock, cancellation);
        var now = ImportRowForm.Of(row, version);
        return new RowPage(place.Draft, place.Row, typed is null ? now : Again(typed, now))
        {
            Position = content.IndexOf(place.Row) + 1,
            Heads = string.Join("　", new[] { row.Area, row.SubArea, row.Item }.Where(text => text.Length > 0)),
            Theirs = typed is null ? [] : Theirs(content, row, typed).ToList(),
            Items = Items(content, row),
            Problems = finder.Find(content).OfType<CellDoubt>().Where(doubt => doubt.RowId == row.Id && doubt.IsOpen)
                .SelectMany(doubt => doubt.Problems.Select(problem => $"{doubt.Heading}：{problem}")).ToList(),
            Source = work.Document() is { } document ? SourceDesk.Beside(document, [row], false, false) : [],
            MayJoin = RowOrder.NextInItem(content, row.Id) is not null,
            MayHead = new TakeAsItem(row.Id).May(content).IsAllowed,
            IsAlone = content.Rows.Count == 1,
        };
    }

    public async Task<HeadingPage?> HeadingAsync(
        (int Draft, int Row, PlanField Field) place, ImportHeadingForm? typed, Actor actor, CancellationToken cancellation)
    {
        if (!RowFields.IsHeading(place.Field) || await OpenAsync(place.Draft, actor, cancellation) is not var (version, _, content)
            || content.IndexOf(place.Row) is not (var index and >= 0))
        {
            return null;
        }
        var text = content.Rows[index].Get(place.Field);
        return new HeadingPage(place.Draft, place.Row, new ImportHeadingForm { Version = version, Text = typed?.Text ?? text, Level = typed?.Level ?? place.Field })
        {
            Field = place.Field,
            Rows = PlanTree.RowsUnder(content.Rows, index, place.Field).Count,
            Theirs = typed is not null && typed.Text != text ? text : null,
        };
    }

    public async Task<ChapterPage?> ChapterAsync((int Draft, int? Index) place, ImportChapterForm? typed, Actor actor, CancellationToken cancellation)
    {
        if (await OpenAsync(place.Draft, actor, cancellation) is not var (version, _, content)
            || (place.Index is { } index && (index < 0 || index >= content.Chapters.Count)))
        {
            return null;
        }
        var now = ImportChapterForm.Of(place.Index is { } at ? content.Chapters[at] : null, version);
        if (typed is not null)
        {
            typed.Version = version;
        }
        return new ChapterPage(place.Draft, place.Index, typed ?? now)
        {
            Theirs = typed is null || place.Index is null || typed.Text.ReplaceLineEndings("\n") == now.Text ? null : now.Text,
        };
    }

    private async Task<(int Version, ImportWork Work, ImportContent Content)?> OpenAsync(int id, Actor actor, CancellationToken cancellation)
    {
        var draft = await db.ImportDrafts.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.AccountId == actor.AccountId, cancellation);
        return draft is null || ImportWork.From(draft.Content) is not { } work ? null : (draft.Version, work, work.Now());
    }

    /// <summary>Boxes nobody touched show what stands now; the others what was typed.</summary>
    private static ImportRowForm Again(ImportRowForm typed, ImportRowForm now) => new()
    {
        Version = now.Version,
        Under = typed.Under,
        Number = typed.Number == typed.WasNumber ? now.Number : typed.Number,
        WasNumber = now.Number,
        Approach = typed.Approach == typed.WasApproach ? now.Approach : typed.Approach,
        WasApproach = now.Approach,
        Deadline = typed.Deadline == typed.WasDeadline ? now.Deadline : typed.Deadline,
        WasDeadline = now.Deadline,
        Units = typed.Units == typed.WasUnits ? now.Units : typed.Units,
        WasUnits = now.Units,
        SupportingUnits = typed.SupportingUnits == typed.WasSupportingUnits ? now.SupportingUnits : typed.SupportingUnits,
        WasSupportingUnits = now.SupportingUnits,
    };

    private static IEnumerable<(string Name, string Text)> Theirs(ImportContent content, RowReading row, ImportRowForm typed) => typed.Changes
        .Where(one => RowFields.Tidy(one.Field, one.Typed) != row.Get(one.Field))
        .Select(one => (content.HeadingOf(one.Field), row.Get(one.Field)));

    /// <summary>Every 執行項目 in the tree, named by its first row; the row's own stands for staying.</summary>
    private static List<SelectListItem> Items(ImportContent content, RowReading row)
    {
        var order = RowOrder.Of(content);
        var own = order.First(one => one.MeasureId == row.Id).Place.Item.Id;
        return order.DistinctBy(one => one.Place.Item.Id)
            .Select(one => new SelectListItem(NameOf(one.Place), $"{(one.Place.Item.Id == own ? row.Id : one.MeasureId)}"))
            .ToList();
    }

    private static string NameOf(Domain.Plans.OutlinePlace place) => string.Join("　", new[]
    {
        place.Area.Text, place.SubArea?.Text ?? "", place.Item.Text.Length > 0 ? place.Item.Text : "（沒有標題）",
    }.Where(text => text.Length > 0));
}
