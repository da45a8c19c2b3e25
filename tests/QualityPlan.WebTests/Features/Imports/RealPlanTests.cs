using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

public class RealPlanTests
{
    public static readonly TheoryData<string, string> Files = new()
    {
        { "ncl-100", ".docx" }, { "ncl-100", ".odt" }, { "ncl-100", ".xlsx" }, { "ncl-100", ".ods" },
        { "ncl-100", "-printed.docx" }, { "ncl-100", "-printed.odt" }, { "ncl-100", "-printed.html" },
        { "nlpi-103", ".docx" }, { "nlpi-103", ".odt" }, { "nlpi-103", ".xlsx" }, { "nlpi-103", ".ods" },
        { "nlpi-103", "-printed.docx" }, { "nlpi-103", "-printed.odt" }, { "nlpi-103", "-printed.html" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_of_a_real_plan_gives_exactly_its_rows_in_order(string plan, string ending)
    {
        var read = SamplePlan.Recover(plan + ending);

        var lines = read.Rows.Select(row => string.Join('|',
            row.Area, row.SubArea, row.Item, row.No, row.Approach, row.Deadline, string.Join('、', row.Units)));
        lines.ShouldBe(SamplePlan.Load(plan).Rows.Select(row => row.Line));
        read.Headings.ShouldBe(["實施要項", "執行項目", "推動作法", "完成期限", "承辦單位"]);
        read.Rows.ShouldAllBe(row => row.SupportingUnits.Count == 0 && row.Source.Table > 0 && row.Source.Row > 1);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Texts_give_title_and_chapters_too(string plan, string ending)
    {
        var read = SamplePlan.Recover(plan + ending);
        if (ending is ".xlsx" or ".ods")
        {
            read.Chapters.ShouldBeEmpty();
            return;
        }

        var wanted = SamplePlan.Load(plan);
        read.Title.ShouldBe(wanted.Title);
        read.Chapters.Select(chapter => new SampleChapter(chapter.Number, chapter.Title, [.. chapter.Paragraphs]).ToString())
            .ShouldBe(wanted.Chapters.Select(chapter => chapter.ToString()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Only_what_is_really_empty_is_remarked(string plan, string ending)
    {
        var read = SamplePlan.Recover(plan + ending);

        var empty = SamplePlan.Load(plan).Rows.SelectMany((row, index) => new[]
        {
            row.Deadline.Length == 0 ? (index + 1, PlanField.Deadline) : default,
            row.Units.Length == 0 ? (index + 1, PlanField.Units) : default,
        }).Where(place => place != default);
        read.Remarks.Select(remark => (remark.Row, remark.Field)).ShouldBe(empty);
    }
}
