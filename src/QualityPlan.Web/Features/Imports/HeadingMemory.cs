using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports;

/// <summary>What headings mean in the plans of an agency, as people taught it.</summary>
internal static class HeadingMemory
{
    /// <summary>The words of the agency that a plan names, and of our own where it says nothing else.</summary>
    public static async Task<HeadingHints> HintsAsync(QualityPlanDb db, IReadOnlyList<string> agencies, CancellationToken cancellation)
    {
        var meanings = await db.HeadingMeanings.AsNoTracking().Where(one => agencies.Contains(one.Agency)).ToListAsync(cancellation);
        return new HeadingHints(meanings
            .Where(one => Enum.TryParse<PlanField>(one.Field, out _))
            .GroupBy(one => one.Heading)
            .ToDictionary(
                group => group.Key,
                group => Enum.Parse<PlanField>(group.OrderBy(one => one.Agency == agencies[0] ? 0 : 1).First().Field)));
    }

    /// <summary>Remembers the words, or forgets them; the caller saves.</summary>
    public static async Task TeachAsync(QualityPlanDb db, HeadingLesson lesson, CancellationToken cancellation)
    {
        var words = lesson.Words.Keys.ToList();
        var known = await db.HeadingMeanings.Where(one => one.Agency == lesson.Agency && words.Contains(one.Heading)).ToListAsync(cancellation);
        if (!lesson.IsRemembered)
        {
            db.HeadingMeanings.RemoveRange(known);
            return;
        }
        foreach (var (word, field) in lesson.Words.Where(one => one.Key.Length is > 0 and <= HeadingMeaning.HeadingLength))
        {
            if (known.Find(one => one.Heading == word) is { } meaning)
            {
                meaning.Means(field.ToString());
            }
            else
            {
                db.HeadingMeanings.Add(new HeadingMeaning(lesson.Agency, word, field.ToString()));
            }
        }
    }

    /// <summary>A changed setting stands in the trail.</summary>
    public static void Record(AuditTrail audit, Actor actor, int draftId, HeadingLesson lesson) => audit.Record(
        actor, lesson.IsRemembered ? "learn-headings" : "forget-headings", AuditSubject.Of<ImportDraft>(draftId),
        $"{(lesson.IsRemembered ? "記住" : "不再記住")}「{lesson.Agency}」計畫的欄位標題：{string.Join('、', lesson.Words.Keys)}",
        new AuditChange(null, lesson.Words.ToDictionary(one => one.Key, one => one.Value.ToString())));
}

/// <summary>Words of headings and what they mean to an agency.</summary>
internal sealed record HeadingLesson(string Agency, IReadOnlyDictionary<string, PlanField> Words, bool IsRemembered);
