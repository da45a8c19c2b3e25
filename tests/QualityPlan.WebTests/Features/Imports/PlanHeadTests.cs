using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

public class PlanHeadTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("國家圖書館 100 年度提升服務品質執行計畫", "", 100, "國家圖書館")]
    [InlineData("國家圖書館中華民國115年度計畫", "", 115, "國家圖書館")]
    [InlineData("一百一十五年度提升服務品質計畫", "", 115, "本館")]
    [InlineData("某館２０２６年度計畫", "", 115, "某館")] // full-width, and of the western calendar
    [InlineData("提升服務品質計畫", "103年12月", 103, "本館")] // the deadlines say it
    [InlineData("提升服務品質計畫", "6月", 115, "本館")] // nothing says it: the year it is
    [InlineData("", "103.6.30", 103, "本館")]
    public void Year_and_agency_are_taken_from_the_title_or_proposed(string title, string deadline, int year, string agency)
    {
        var content = PlanHead.Begin(new PlanReading(title, [], [new RowReading { Deadline = deadline }]), "本館", new DateOnly(2026, 4, 7));

        (content.Year, content.Agency).ShouldBe((year, agency));
        content.Guesses.Contains(PlanHead.TitleKey).ShouldBe(title.Length == 0);
        content.Guesses.Contains(PlanHead.YearKey).ShouldBe(deadline.Length > 0);
    }

    [Fact]
    public async Task The_limits_of_the_boxes_are_those_of_the_columns()
    {
        var model = await site.AskAsync(db => Task.FromResult(db.Model));

        int? Length<T>(string property) => model.FindEntityType(typeof(T))!.FindProperty(property)!.GetMaxLength();
        RowFields.Limit(PlanField.Area).ShouldBe(Length<Area>(nameof(Area.Text)) ?? 0);
        RowFields.Limit(PlanField.SubArea).ShouldBe(Length<Area>(nameof(Area.Text)) ?? 0);
        RowFields.Limit(PlanField.Item).ShouldBe(Length<PlanItem>(nameof(PlanItem.Text)) ?? 0);
        RowFields.Limit(PlanField.No).ShouldBe(Length<Measure>(nameof(Measure.Number)) ?? 0);
        RowFields.Limit(PlanField.Approach).ShouldBe(Length<Measure>(nameof(Measure.Approach)) ?? 0);
        RowFields.Limit(PlanField.Deadline).ShouldBe(Length<Measure>(nameof(Measure.DeadlineText)) ?? 0);
        RowFields.Limit(PlanField.Units).ShouldBe(Length<Measure>(nameof(Measure.UnitsText)) ?? 0);
        RowFields.Limit(PlanField.SupportingUnits).ShouldBe(Length<Measure>(nameof(Measure.SupportingUnitsText)) ?? 0);
    }

    [Fact]
    public void A_draft_survives_being_written_and_read()
    {
        var content = PlanHead.Begin(SamplePlan.Recover("nlpi-103.odt"), "本館", new DateOnly(2026, 4, 7));
        content.Accepted.Add("c:1:Deadline");
        content.Units["資訊科"] = new UnitDecision(UnitChoice.Existing, 7);

        var again = ImportContent.From(content.ToJson());

        again.ToJson().ShouldBe(content.ToJson());
        again.Rows.Select(row => row.Line()).ShouldBe(content.Rows.Select(row => row.Line()));
        again.Units["資訊科"].ShouldBe(content.Units["資訊科"]);
    }
}
