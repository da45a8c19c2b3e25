using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Criteria;

public class CriteriaListTests
{
    private static readonly Actor Office = new(1, "研發", new HashSet<Role> { Role.PlanOffice }, null);

    [Fact]
    public void Lines_are_taken_over_each_under_the_nearest_of_a_lower_level()
    {
        var list = Filled((1, "1", "流程"), (2, "1.1", "窗口"), (4, "1.1.1", "告知"), (1, "2", "環境"), (3, "2.1", "整潔"));
        list.Criteria.Select(one => one.Parent?.Number ?? "").ShouldBe(["", "1", "1.1", "", "2"]);
        list.Version.ShouldBe(1);
        list.Title.ShouldBe("115年 政府服務獎");
    }

    [Theory]
    [InlineData("2", "環境", "")]
    [InlineData("1", "又一個", "criterion-number")]
    [InlineData("１.", "全形", "criterion-number")]
    [InlineData("", "沒有編號", "")]
    [InlineData("3", "  ", "criterion-title")]
    public void A_criterion_needs_a_title_and_a_number_of_its_own(string number, string title, string rule)
    {
        var list = Filled((1, "1", "流程"));
        var (criterion, verdict) = list.Add(new CriterionText(number, title), null);
        verdict.Rule.ShouldBe(rule);
        (criterion is null).ShouldBe(rule.Length > 0);
        list.Criteria.Count.ShouldBe(rule.Length > 0 ? 1 : 2);
    }

    [Fact]
    public void A_parent_that_is_not_in_the_list_is_refused() =>
        Filled((1, "1", "流程")).Add(new CriterionText("2", "環境"), 77).Verdict.Rule.ShouldBe("criterion-parent");

    [Theory]
    [InlineData(Role.PlanOffice, PlanState.Approved, "")]
    [InlineData(Role.PlanOffice, PlanState.Closed, "")]
    [InlineData(Role.PlanOffice, PlanState.Draft, "plan-draft")]
    [InlineData(Role.Convener, PlanState.Approved, "plan-office-only")]
    [InlineData(Role.Administrator, PlanState.Approved, "plan-office-only")]
    public void Only_the_plan_office_tags_and_only_rows_of_an_approved_plan(Role role, PlanState state, string rule) =>
        CriterionTag.MayTag(Office with { Roles = new HashSet<Role> { role } }, state).Rule.ShouldBe(rule);

    [Fact]
    public void The_outline_sorts_by_sense_and_puts_numbers_together_that_do_not_repeat_those_above()
    {
        CriterionRow[] rows =
        [
            new(1, null, new("二、", "環境")), new(2, null, new("一、", "流程")), new(3, 2, new("(二)", "線上")), new(4, 2, new("(一)", "窗口")),
            new(5, null, new("10", "十")), new(6, null, new("9", "九")), new(7, 6, new("9.1", "九之一")), new(8, null, new("", "無號")),
        ];
        CriteriaOutline.Sort(rows).Select(place => $"{place.Level} {place.Name}{(place.IsGroup ? "*" : "")}").ShouldBe(
        [
            "1 一、 流程*", "2 一、(一) 窗口", "2 一、(二) 線上", "1 二、 環境", "1 9 九*", "2 9.1 九之一", "1 10 十", "1 無號",
        ]);
    }

    [Fact]
    public void Faults_name_each_line_and_skip_those_left_out()
    {
        CriterionLine?[] lines = [Line(1, "1", "流程"), Line(2, "1", "下層同號"), Line(1, "1", "重複"), null, Line(1, "2", new string('長', 301))];
        var faults = CriteriaRule.FaultsOf(lines);
        faults[1].ShouldBeEmpty("below the other, not beside it");
        faults[2].ShouldContain("重複");
        faults[3].ShouldBeEmpty();
        faults[4].ShouldContain("標題有 301 字，最多 300 字");
        CriteriaRule.JudgeCount(0).IsAllowed.ShouldBeFalse();
    }

    private static CriterionLine Line(int level, string number, string title) => new(level, new CriterionText(number, title));

    private static CriteriaList Filled(params (int Level, string Number, string Title)[] lines)
    {
        var list = new CriteriaList(new RocYear(115), " 政府服務獎 ");
        list.Fill(lines.Select(line => Line(line.Level, line.Number, line.Title)));
        return list;
    }
}
