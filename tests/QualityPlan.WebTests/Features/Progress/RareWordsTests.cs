using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress;

/// <summary>A character of two halves where a text is shortened: PostgreSQL takes no half of one.</summary>
public class RareWordsTests
{
    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_row_without_a_number_is_saved_whatever_character_its_name_is_cut_at(string engine)
    {
        using var site = new EngineSite(engine);
        var library = await site.AddLibraryAsync();
        await site.AskAsync(db => db.Measures.Where(row => row.PlanId == library.PlanId).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.Number, "")
            .SetProperty(one => one.Approach, new string('館', 19) + "𠮷野家的作法")));

        (await library.SubmitAsync()).ShouldNotBeNull();

        (await library.FilingAsync()).State.ShouldBe(FilingState.Submitted);
        (await site.AskAsync(db => db.AuditEntries.Where(entry => entry.Action == "save-report").Select(entry => entry.Summary).ToListAsync()))
            .ShouldAllBe(summary => summary.Contains(new string('館', 19) + "」") && !summary.Contains('\uFFFD'));
    }

    private sealed class EngineSite(string engine) : QuarterSite(engine);
}
