using CsCheck;
using QualityPlan.Domain.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Plans;

public class PrintedNumberTests
{
    [Theory]
    [InlineData("一、", NumberStyle.Chinese, "1")]
    [InlineData("十二、", NumberStyle.Chinese, "12")]
    [InlineData("二十", NumberStyle.Chinese, "20")]
    [InlineData("(一)", NumberStyle.ChineseInBrackets, "1")]
    [InlineData("（十一）", NumberStyle.ChineseInBrackets, "11")]
    [InlineData("1.", NumberStyle.Arabic, "1")]
    [InlineData("1", NumberStyle.Arabic, "1")]
    [InlineData("1.1", NumberStyle.Arabic, "1 1")]
    [InlineData("1.10.", NumberStyle.Arabic, "1 10")]
    [InlineData("１．２", NumberStyle.Arabic, "1 2")]
    [InlineData("1-2", NumberStyle.Arabic, "1 2")]
    [InlineData("(12)", NumberStyle.ArabicInBrackets, "12")]
    [InlineData("③", NumberStyle.Circled, "3")]
    [InlineData("", NumberStyle.None, "")]
    [InlineData("附件", NumberStyle.None, "")]
    [InlineData("十十、", NumberStyle.None, "")]
    public void A_number_is_read_by_sense(string text, NumberStyle style, string parts)
    {
        var number = PrintedNumber.Parse(text);

        number.Style.ShouldBe(style);
        string.Join(' ', number.Parts).ShouldBe(parts);
    }

    [Fact]
    public void Item_1_10_sorts_after_1_9() =>
        Sorted("1.10", "1.9", "2.1", "1.1", "1", "10", "2", "1.2.1", "1.2")
            .ShouldBe(["1", "1.1", "1.2", "1.2.1", "1.9", "1.10", "2", "2.1", "10"]);

    [Fact]
    public void Area_十_sorts_after_九() =>
        Sorted("十、", "二、", "十一、", "九、", "一、").ShouldBe(["一、", "二、", "九、", "十、", "十一、"]);

    [Fact]
    public void Other_texts_come_after_numbers_and_empty_ones_last() =>
        Sorted("", "附件", "②", "(10)", "1.", " ").ShouldBe(["1.", "②", "(10)", "附件", "", " "]);

    [Fact]
    public void Empty_numbers_keep_their_order() =>
        new[] { ("", 1), ("2", 2), ("", 3), ("1", 4) }.OrderBy(row => row.Item1, PrintedNumber.Comparer)
            .Select(row => row.Item2).ShouldBe([4, 2, 1, 3]);

    [Theory]
    [InlineData("1.1 透過平臺", "1.1", "透過平臺")]
    [InlineData("1.1透過平臺", "1.1", "透過平臺")]
    [InlineData("1.10.持續", "1.10", "持續")]
    [InlineData("1. 單一窗口", "1", "單一窗口")] // as the plans' own tables have it
    [InlineData("1、檢討", "1", "檢討")]
    [InlineData("１．１　檢討", "１．１", "檢討")] // kept as printed
    [InlineData("(一)服務流程便捷性", "(一)", "服務流程便捷性")]
    [InlineData("（二）服務流程透明度", "（二）", "服務流程透明度")]
    [InlineData("一、服務流程", "一、", "服務流程")]
    [InlineData("一、一般服務", "一、", "一般服務")]
    [InlineData("(3)檢討", "(3)", "檢討")]
    [InlineData("④ 檢討", "④", "檢討")]
    [InlineData("1-1 檢討", "1-1", "檢討")]
    [InlineData("24小時服務", "", "24小時服務")]
    [InlineData("1.5倍成長", "", "1.5倍成長")]
    [InlineData("3-5天內回覆", "", "3-5天內回覆")]
    [InlineData("100.6.30前完成", "", "100.6.30前完成")]
    [InlineData("一、二樓服務臺", "", "一、二樓服務臺")]
    [InlineData("1、2樓服務臺", "", "1、2樓服務臺")]
    [InlineData("透過平臺", "", "透過平臺")]
    [InlineData("", "", "")]
    public void The_number_is_taken_off_the_front(string text, string number, string rest)
    {
        var split = PrintedNumber.SplitLeading(text);

        split.Number.Text.ShouldBe(number);
        split.Words.ShouldBe(rest);
    }

    [Fact]
    public void Numbers_are_read_from_any_text_without_throwing() => Gen.String.Sample(text =>
    {
        var (number, rest) = PrintedNumber.SplitLeading(text);
        return PrintedNumber.Parse(text).CompareTo(number) is >= -1 and <= 1 && rest.Length <= text.Length;
    });

    private static string[] Sorted(params string[] numbers) => [.. numbers.OrderBy(text => text, PrintedNumber.Comparer)];
}
