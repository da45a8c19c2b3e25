using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents.Reading;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair;
using QualityPlan.Web.Features.Imports.Repair.Edits;
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
        var document = DocumentReading.Read("nlpi-103.odt", File.ReadAllBytes(SamplePlan.PathOf("nlpi-103.odt"))).Document!;
        var content = PlanHead.Begin(PlanRecovery.Recover(document).Plan!, "本館", new DateOnly(2026, 4, 7));
        var work = ImportWork.Begin(content, document);
        work.Keep(new RepairStep("三步", [
            new AcceptDoubt("c:1:Deadline", true), new DecideUnit("資訊科", new UnitDecision(UnitChoice.Existing, 7)), new SplitRow(2, ["甲", "乙"]),
        ]));

        var again = ImportWork.From(work.ToJson());

        again.ToJson().ShouldBe(work.ToJson());
        var now = again.Now();
        now.Rows.Select(row => row.Line()).ShouldBe(work.Now().Rows.Select(row => row.Line()));
        now.Rows.Count.ShouldBe(content.Rows.Count + 1);
        now.Accepted.ShouldBe(["c:1:Deadline"]);
        now.Units["資訊科"].ShouldBe(new UnitDecision(UnitChoice.Existing, 7));
        var tables = document.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => (cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text));
        again.Document()!.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells)
            .Select(cell => (cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text)).ShouldBe(tables);
        again.Undo().ShouldNotBeNull().Label.ShouldBe("三步");
        again.Now().Rows.Select(row => row.Line()).ShouldBe(content.Rows.Select(row => row.Line()));
    }

    [Fact]
    public void Steps_beyond_the_most_become_part_of_the_reading()
    {
        var work = ImportWork.Begin(PlanHead.Begin(SamplePlan.Recover("nlpi-103.odt"), "本館", new DateOnly(2026, 4, 7)), null);
        for (var step = 0; step < ImportWork.MostSteps + 5; step++)
        {
            work.Keep(new RepairStep($"{step}", [new WriteCell(1, PlanField.Deadline, $"第{step}次")]));
        }

        work.Steps.Count.ShouldBe(ImportWork.MostSteps);
        work.Now().RowAt(1)!.Deadline.ShouldBe($"第{ImportWork.MostSteps + 4}次");
        while (work.Undo() is not null)
        {
        }
        work.Now().RowAt(1)!.Deadline.ShouldBe("第4次");
    }
}
