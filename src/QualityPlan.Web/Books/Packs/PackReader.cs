using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books.Packs;

/// <summary>Reads what goes into a pack in five queries, and the plan's table in three more unless it is kept.</summary>
public static class PackReader
{
    /// <summary>Null when there is no such list or plan, or the plan is a draft.</summary>
    public static async Task<EvidencePack?> ReadAsync(RoundSource source, PackWish asked, CancellationToken cancellation)
    {
        var (db, wish) = (source.Db, asked.InOrder());
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == wish.PlanId && one.State != PlanState.Draft, cancellation);
        var list = plan is null ? null : await ReadListAsync(db, wish, cancellation);
        if (plan is null || list is null)
        {
            return null;
        }
        var table = source.Tables is null
            ? await PlanTableReader.ReadAsync(db, plan.Id, cancellation)
            : await source.Tables.ReadAsync(db, new PlanKey(plan.Id, plan.State, plan.Version), cancellation);
        var head = new PackHead(list.Title, list.Year, plan.Title, plan.Agency)
        {
            From = new Quarter(plan.Year, wish.From),
            To = new Quarter(plan.Year, wish.To),
        };
        var files = await ReadFilesAsync(db, wish, cancellation);
        return new EvidencePack(head, PackMaker.Make(list, table.Rows, files.Where(file => file.Quarter >= head.From && file.Quarter <= head.To)));
    }

    private static Task<CriteriaList?> ReadListAsync(QualityPlanDb db, PackWish wish, CancellationToken cancellation) => db.CriteriaLists
        .AsNoTracking().AsSplitQuery()
        .Include(list => list.Criteria)
        .ThenInclude(criterion => criterion.Tags.Where(tag => db.Measures.Any(row => row.Id == tag.MeasureId && row.PlanId == wish.PlanId)))
        .SingleOrDefaultAsync(list => list.Id == wish.ListId, cancellation);

    /// <summary>
    /// Files of filed reports that were not withdrawn. Nothing of a draft; while a filing is returned it counts as it was last
    /// submitted, without what was attached since.
    /// </summary>
    private static Task<List<FiledFile>> ReadFilesAsync(QualityPlanDb db, PackWish wish, CancellationToken cancellation) => (
        from filing in db.Filings.AsNoTracking()
        where filing.Round.PlanId == wish.PlanId && filing.State != FilingState.Empty && filing.State != FilingState.Draft
        from report in filing.Reports
        where db.CriterionTags.Any(tag => tag.MeasureId == report.MeasureId
            && db.Criteria.Any(one => one.Id == tag.CriterionId && one.CriteriaListId == wish.ListId))
        from file in report.Evidence
        where !file.IsWithdrawn && (filing.State != FilingState.Returned || file.UploadedAtUtc <= filing.SubmittedAtUtc)
        orderby db.Units.First(unit => unit.Id == filing.UnitId).Position, filing.UnitId, file.Id
        select new FiledFile(report.MeasureId, filing.UnitName, filing.Round.Quarter, file)).ToListAsync(cancellation);
}

/// <summary>An evidence with whose it is.</summary>
internal sealed record FiledFile(int MeasureId, string UnitName, Quarter Quarter, Evidence Evidence);

/// <summary>Puts the files into folders, under names that say what they are.</summary>
internal static class PackMaker
{
    public static IReadOnlyList<PackCriterion> Make(CriteriaList list, IReadOnlyList<OutlineRow> rows, IEnumerable<FiledFile> files)
    {
        var filed = files.ToLookup(file => file.MeasureId);
        var tagged = list.Criteria.ToDictionary(one => one.Id, one => one.Tags.Select(tag => tag.MeasureId).ToHashSet());
        var places = CriteriaOutline.Of(list);
        var foldered = places.Count(place => HasFolder(place, tagged));
        var (folder, made) = (0, new List<PackCriterion>(places.Count));
        foreach (var place in places)
        {
            var name = HasFolder(place, tagged) ? PackPaths.Folder(place, ++folder, foldered) : "";
            var measures = rows.Where(row => tagged[place.Id].Contains(row.MeasureId)).ToList();
            made.Add(new PackCriterion(place, name, Measures(name, measures, filed)));
        }
        return made;
    }

    /// <summary>A heading over other criteria needs none unless something answers to it itself.</summary>
    private static bool HasFolder(CriterionPlace place, Dictionary<int, HashSet<int>> tagged) => !place.IsGroup || tagged[place.Id].Count > 0;

    private static List<PackMeasure> Measures(string folder, List<OutlineRow> rows, ILookup<int, FiledFile> filed)
    {
        var (all, number) = (rows.Sum(row => filed[row.MeasureId].Count()), 0);
        return rows.ConvertAll(row => new PackMeasure(row,
            [.. filed[row.MeasureId].OrderBy(file => file.Quarter).Select(file => Named(file, $"{folder}/{PackPaths.File(file, row, ++number, all)}"))]));
    }

    private static PackFile Named(FiledFile file, string path) => new(file.Evidence.Id, file.Evidence.StoredName, file.Evidence.FileName, path)
    {
        Caption = file.Evidence.Caption,
        UnitName = file.UnitName,
        Quarter = file.Quarter,
        Length = file.Evidence.Length,
        Sha256 = file.Evidence.Sha256,
        UploadedAtUtc = file.Evidence.UploadedAtUtc,
    };
}
