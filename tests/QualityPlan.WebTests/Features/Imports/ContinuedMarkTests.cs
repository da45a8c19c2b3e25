using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Headings that a new page prints again with 「（續）」.</summary>
public class ContinuedMarkTests
{
    [Theory]
    [InlineData("一、流程（續）")]
    [InlineData("(續)一、流程")]
    [InlineData("續　一、流程")]
    [InlineData("一、流程續")]
    [InlineData("一、流程〔續上頁〕")]
    public void A_heading_printed_again_is_the_same(string again)
    {
        var plan = PlanTable.RecoverPages(
            [PlanTable.Usual, "一、流程|1. 窗口|1.1 甲|6月|閱覽組"], [PlanTable.Usual, $"{again}|1. 窗口（續）|1.2 乙|7月（續）|閱覽組（續）"]);

        plan.Rows.Select(row => row.Line()).ShouldBe(["一、流程||1. 窗口|1.1|甲|6月|閱覽組|", "一、流程||1. 窗口|1.2|乙|7月|閱覽組|"]);
        plan.Rows[0].Heads.ShouldBe(plan.Rows[1].Heads);
        plan.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void The_rest_of_a_measure_is_joined()
    {
        var plan = PlanTable.RecoverPages(
            [PlanTable.Usual, "一、流程|1. 窗口|1.1 受理申請並於|6月|閱覽組"], [PlanTable.Usual, "一、流程（續）|1. 窗口（續）|1.1（續）三日內回復。|6月（續）|閱覽組（續）"]);

        plan.Rows.ShouldHaveSingleItem().Line().ShouldBe("一、流程||1. 窗口|1.1|受理申請並於三日內回復。|6月|閱覽組|");
    }

    [Theory]
    [InlineData("1.1 採購期刊（續購）")]
    [InlineData("1.1 續辦說故事活動")]
    public void Other_words_with_this_letter_stay(string text) =>
        PlanTable.Recover(PlanTable.Usual, $"一、流程|1. 窗口|{text}|6月|閱覽組(承辦)").Rows[0].Line().ShouldBe($"一、流程||1. 窗口|1.1|{text[4..]}|6月|閱覽組|");
}
