using QualityPlan.Domain.Calendar;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Calendar;

public class RocDateTests
{
    [Theory]
    [InlineData("1150331", "2026-03-31")]
    [InlineData("0990331", "2010-03-31")] // leading zero makes the two-digit year sure
    [InlineData("115/3/31", "2026-03-31")]
    [InlineData("115/03/31", "2026-03-31")]
    [InlineData("115.3.31", "2026-03-31")]
    [InlineData("115-3-31", "2026-03-31")]
    [InlineData("115年3月31日", "2026-03-31")]
    [InlineData(" 115 年 3 月 31 日 ", "2026-03-31")]
    [InlineData("民國115年3月31日", "2026-03-31")]
    [InlineData("中華民國115年3月31日", "2026-03-31")]
    [InlineData("民國1150331", "2026-03-31")]
    [InlineData("民國99年3月31日", "2010-03-31")]
    [InlineData("099/3/31", "2010-03-31")]
    [InlineData("１１５／３／３１", "2026-03-31")]
    [InlineData("１１５年３月３１日", "2026-03-31")]
    [InlineData("115年\n3\u2F49\u300031日", "2026-03-31")] // a radical copied from a PDF
    [InlineData("113/2/29", "2024-02-29")]
    public void A_typed_date_is_read(string text, string expected)
    {
        var reading = RocDate.Parse(text);

        reading.Date.ShouldBe(DateOnly.Parse(expected));
        reading.Reason.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "請輸入日期")]
    [InlineData("　", "請輸入日期")]
    [InlineData("明天", "看不懂「明天」")]
    [InlineData("115/3", "看不懂")]
    [InlineData("115/3.31", "看不懂")] // two different signs
    [InlineData("115年3月31", "看不懂")]
    [InlineData("西元115/3/31", "看不懂")]
    [InlineData("990331", "看不懂")] // six digits say nothing sure
    [InlineData("115/2/29", "沒有2月29日，115年2月只有28天。")]
    [InlineData("115/13/1", "沒有13月，月份為1至12。")]
    [InlineData("115/0/1", "沒有0月")]
    [InlineData("115/6/31", "沒有6月31日，115年6月只有30天。")]
    [InlineData("115/6/0", "沒有6月0日")]
    [InlineData("0000101", "沒有民國0年")]
    [InlineData("1234/1/1", "看不懂年份「1234」")]
    public void What_is_no_date_gets_a_sentence(string? text, string sentence)
    {
        var reading = RocDate.Parse(text);

        reading.Date.ShouldBeNull();
        reading.Reason.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("2026/3/31", "是否要輸入115年？", "2026-03-31")]
    [InlineData("20260331", "是否要輸入115年？", "2026-03-31")]
    [InlineData("2026年3月31日", "是否要輸入115年？", "2026-03-31")]
    [InlineData("西元2026-3-31", "是否要輸入115年？", "2026-03-31")]
    [InlineData("99/3/31", "是否要輸入民國99年？", "2010-03-31")]
    [InlineData("26/3/31", "是否要輸入民國26年？", "1937-03-31")]
    public void A_year_of_two_or_four_digits_is_asked_about(string text, string question, string suggestion)
    {
        var reading = RocDate.Parse(text);

        reading.Date.ShouldBeNull();
        reading.Reason.ShouldContain(question);
        reading.Suggestion.ShouldBe(DateOnly.Parse(suggestion));
    }

    [Fact]
    public void Dates_are_shown_in_roc_years()
    {
        RocDate.Long(new DateOnly(2026, 3, 31)).ShouldBe("115年3月31日");
        RocDate.Short(new DateOnly(2026, 3, 31)).ShouldBe("115/3/31");
        RocDate.Long(new DateOnly(1911, 10, 10)).ShouldBe("民國前1年10月10日");
    }

    [Fact]
    public void What_is_shown_can_be_typed_again()
    {
        for (var date = new DateOnly(2024, 1, 1); date.Year < 2029; date = date.AddDays(1))
        {
            RocDate.Parse(RocDate.Short(date)).Date.ShouldBe(date);
            RocDate.Parse(RocDate.Long(date)).Date.ShouldBe(date);
        }
    }
}
