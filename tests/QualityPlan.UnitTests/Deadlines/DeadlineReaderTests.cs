using CsCheck;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using Shouldly;
using Xunit;
using static QualityPlan.Domain.Deadlines.DeadlineKind;

namespace QualityPlan.UnitTests.Deadlines;

/// <summary>The plan's year is 115 (2026); weekends are the only days off.</summary>
public class DeadlineReaderTests
{
    private const string EachQuarter = "115/3/31 115/6/30 115/9/30 115/12/31";

    private static readonly DeadlineContext Context = new(new RocYear(115), OfficeCalendar.WeekendsOnly);

    [Theory]
    // months
    [InlineData("115年6月", Dated, "115/6/30")]
    [InlineData("115 年 6 月", Dated, "115/6/30")]
    [InlineData("115年\n6月", Dated, "115/6/30")] // wrapped in its cell
    [InlineData("１１５年６月", Dated, "115/6/30")]
    [InlineData("115年02月", Dated, "115/2/28")]
    [InlineData("113年2月", Dated, "113/2/29")] // leap year
    [InlineData("民國115年6月", Dated, "115/6/30")]
    [InlineData("115年度6月份", Dated, "115/6/30")]
    [InlineData("115年6月。", Dated, "115/6/30")]
    [InlineData("預定115年6月完成", Dated, "115/6/30")]
    [InlineData("一百一十五年六月", Dated, "115/6/30")]
    [InlineData("一一五年十二月", Dated, "115/12/31")]
    [InlineData("6月", Dated, "115/6/30")] // by the plan's year
    [InlineData("本年12月", Dated, "115/12/31")]
    [InlineData("元月", Dated, "115/1/31")]
    [InlineData("115/6", Dated, "115/6/30")]
    // lists
    [InlineData("115年3月、6月、9月、12月", Dated, EachQuarter)]
    [InlineData("115年3、6、9、12月", Dated, EachQuarter)]
    [InlineData("三、六、九、十二月", Dated, EachQuarter)]
    [InlineData("3月6月9月12月", Dated, EachQuarter)]
    [InlineData("115年3/6/9/12月", Dated, EachQuarter)]
    [InlineData("115年3月､6月､9月､12月", Dated, EachQuarter)] // half-width commas
    [InlineData("115年6月及12月", Dated, "115/6/30 115/12/31")]
    [InlineData("115年6月，12月", Dated, "115/6/30 115/12/31")]
    [InlineData("115年6月底前及115年12月底前", Dated, "115/6/30 115/12/31")]
    [InlineData("115年12月、116年3月", Dated, "115/12/31 116/3/31")]
    [InlineData("每年6月及12月", Dated, "115/6/30 115/12/31")]
    [InlineData("6月15日、30日", Dated, "115/6/15 115/6/30")]
    [InlineData("6/30、12/31", Dated, "115/6/30 115/12/31")]
    // days
    [InlineData("115/12/31", Dated, "115/12/31")]
    [InlineData("115.06.30", Dated, "115/6/30")]
    [InlineData("115-12-31", Dated, "115/12/31")]
    [InlineData("1151231", Dated, "115/12/31")]
    [InlineData("民國115年12月31日", Dated, "115/12/31")]
    [InlineData("115年12月31日前", Dated, "115/12/31")] // a day named is the last day
    [InlineData("十二月三十一日以前", Dated, "115/12/31")]
    [InlineData("115年6月中旬", Dated, "115/6/20")]
    // by the plan's year
    [InlineData("第3季", Dated, "115/9/30")]
    [InlineData("第三季", Dated, "115/9/30")]
    [InlineData("115年第3季", Dated, "115/9/30")]
    [InlineData("第1、3季", Dated, "115/3/31 115/9/30")]
    [InlineData("每季", Dated, EachQuarter)]
    [InlineData("按季", Dated, EachQuarter)]
    [InlineData("每季1次", Dated, EachQuarter)]
    [InlineData("115年每季", Dated, EachQuarter)]
    [InlineData("每半年", Dated, "115/6/30 115/12/31")]
    [InlineData("上半年", Dated, "115/6/30")]
    [InlineData("下半年", Dated, "115/12/31")]
    [InlineData("全年", Dated, "115/12/31")]
    [InlineData("115年度", Dated, "115/12/31")]
    [InlineData("每年", Dated, "115/12/31")]
    [InlineData("年底前", Dated, "115/12/31")]
    [InlineData("115年底", Dated, "115/12/31")]
    [InlineData("115年年底前完成", Dated, "115/12/31")]
    [InlineData("115年度結束前", Dated, "115/12/31")]
    [InlineData("年度內完成", Dated, "115/12/31")]
    [InlineData("6月底前", Dated, "115/6/30")]
    [InlineData("12月前", Dated, "115/11/30")] // before December begins
    [InlineData("1月前", Dated, "114/12/31")]
    // periods
    [InlineData("115年2月起至12月止", Dated, "115/12/31")]
    [InlineData("1月至6月", Dated, "115/6/30")]
    [InlineData("1-12月", Dated, "115/12/31")]
    [InlineData("115/1/1～115/12/31", Dated, "115/12/31")]
    [InlineData("1月至3月、7月至9月", Dated, "115/3/31 115/9/30")]
    [InlineData("自民國115年1月起至民國115年12月止，計1年。", Dated, "115/12/31")]
    [InlineData("即日起至115年6月30日", Dated, "115/6/30")]
    // so often a quarter; 2026 has 13 Mondays in each quarter and 64, 65, 66, 66 working days
    [InlineData("每月", Recurring, "115/3/31=3 115/6/30=3 115/9/30=3 115/12/31=3")]
    [InlineData("每個月", Recurring, "115/3/31=3 115/6/30=3 115/9/30=3 115/12/31=3")]
    [InlineData("按月辦理", Recurring, "115/3/31=3 115/6/30=3 115/9/30=3 115/12/31=3")]
    [InlineData("每月10日前", Recurring, "115/3/31=3 115/6/30=3 115/9/30=3 115/12/31=3")]
    [InlineData("每月底", Recurring, "115/3/31=3 115/6/30=3 115/9/30=3 115/12/31=3")]
    [InlineData("每月2次", Recurring, "115/3/31=6 115/6/30=6 115/9/30=6 115/12/31=6")]
    [InlineData("每雙月", Recurring, "115/3/31=1 115/6/30=2 115/9/30=1 115/12/31=2")]
    [InlineData("每2個月", Recurring, "115/3/31=1 115/6/30=2 115/9/30=1 115/12/31=2")]
    [InlineData("單月", Recurring, "115/3/31=2 115/6/30=1 115/9/30=2 115/12/31=1")]
    [InlineData("每週一", Recurring, "115/3/31=13 115/6/30=13 115/9/30=13 115/12/31=13")]
    [InlineData("每周一", Recurring, "115/3/31=13 115/6/30=13 115/9/30=13 115/12/31=13")]
    [InlineData("每星期四", Recurring, "115/3/31=13 115/6/30=13 115/9/30=13 115/12/31=14")]
    [InlineData("每週", Recurring, "115/3/31=13 115/6/30=13 115/9/30=13 115/12/31=13")]
    [InlineData("每週一次", Recurring, "115/3/31=13 115/6/30=13 115/9/30=13 115/12/31=13")]
    [InlineData("每週二次", Recurring, "115/3/31=26 115/6/30=26 115/9/30=26 115/12/31=26")]
    [InlineData("每週一、三", Recurring, "115/3/31=25 115/6/30=26 115/9/30=27 115/12/31=26")]
    [InlineData("每週一至週五", Recurring, "115/3/31=64 115/6/30=65 115/9/30=66 115/12/31=66")]
    [InlineData("每日", Recurring, "115/3/31=64 115/6/30=65 115/9/30=66 115/12/31=66")]
    [InlineData("每工作日", Recurring, "115/3/31=64 115/6/30=65 115/9/30=66 115/12/31=66")]
    [InlineData("每季2次", Recurring, "115/3/31=2 115/6/30=2 115/9/30=2 115/12/31=2")]
    [InlineData("每月(1次)", Recurring, "115/3/31=3 115/6/30=3 115/9/30=3 115/12/31=3")]
    [InlineData("每年至少2次", Recurring, "115/12/31=2")]
    [InlineData("每年2次", Recurring, "115/12/31=2")]
    [InlineData("115年每月", Recurring, "115/3/31=3 115/6/30=3 115/9/30=3 115/12/31=3")]
    [InlineData("115年5月起每月", Recurring, "115/6/30=2 115/9/30=3 115/12/31=3")]
    [InlineData("3月至10月每月", Recurring, "115/3/31=1 115/6/30=3 115/9/30=3 115/10/31=1")]
    // going on
    [InlineData("隨時", Continuing, EachQuarter)]
    [InlineData("隨時更新", Continuing, EachQuarter)]
    [InlineData("不定期", Continuing, EachQuarter)]
    [InlineData("持續辦理", Continuing, EachQuarter)]
    [InlineData("全年持續辦理", Continuing, EachQuarter)]
    [InlineData("配合教育部期程辦理", Continuing, EachQuarter)]
    [InlineData("自115年7月起", Continuing, "115/9/30 115/12/31")]
    // done, undecided
    [InlineData("業已完成", DoneAtStart, "")]
    [InlineData("已 完 成", DoneAtStart, "")]
    [InlineData("已辦理完成。", DoneAtStart, "")]
    [InlineData("", Undecided, "")]
    [InlineData(" \n　", Undecided, "")]
    [InlineData("－", Undecided, "")]
    [InlineData("待定", Undecided, "")]
    public void A_deadline_is_read(string text, DeadlineKind kind, string checkpoints)
    {
        var reading = DeadlineReader.Read(text, Context);

        reading.Text.ShouldBe(text);
        reading.Kind.ShouldBe(kind, reading.Reason);
        Written(reading).ShouldBe(checkpoints);
        reading.Reason.ShouldBeEmpty();
        reading.Notes.Where(note => note.Kind != DeadlineNoteKind.DistantYear
            && note.Kind != DeadlineNoteKind.Doubtful).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("儘速", 0, "看不懂「儘速」")]
    [InlineData("115年6月或9月", 6, "看不懂「或9月」")]
    [InlineData("115年 6月 完畢後", 8, "看不懂「完畢後」")] // the place is in the text as written
    [InlineData("2026年6月", 0, "是否要輸入115年？")]
    [InlineData("2026/6/30", 0, "是否要輸入115年？")]
    [InlineData("20260630", 0, "是否要輸入115年？")]
    [InlineData("115年6月、2027年6月", 7, "是否要輸入116年？")]
    [InlineData("98/12/31", 0, "是否要輸入民國98年？")]
    [InlineData("990630", 0, "看不懂")]
    [InlineData("115年13月", 0, "沒有13月")]
    [InlineData("115年2月30日", 0, "沒有2月30日，115年2月只有28天。")]
    [InlineData("第5季", 0, "沒有第5季")]
    [InlineData("0年6月", 0, "沒有民國0年")]
    [InlineData("1000年6月", 0, "看不懂年份")]
    [InlineData("30日", 0, "沒有寫月份")]
    [InlineData("3年內", 0, "不知是年份或期間")]
    [InlineData("115年前", 0, "不知是否含當年")]
    [InlineData("民國1年1月以前", 0, "在民國1年之前")]
    [InlineData("一年度上半年以前", 0, "在民國1年之前")]
    [InlineData("115年9月至3月", 7, "早於開始")]
    [InlineData("115年9月至", 6, "看不懂「至」")]
    [InlineData("每月32日", 0, "看不懂")]
    [InlineData("每月、每季", 0, "看不懂")]
    [InlineData("持續辦理至12月", 0, "看不懂")]
    [InlineData("1年1月至999年12月每日", 0, "期間超過10年")]
    public void What_is_not_understood_is_kept_with_a_reason_and_its_place(string text, int position, string reason)
    {
        var reading = DeadlineReader.Read(text, Context);

        reading.Kind.ShouldBe(NotUnderstood);
        reading.Text.ShouldBe(text);
        reading.Checkpoints.ShouldBeEmpty();
        reading.Reason.ShouldContain(reason);
        reading.Position.ShouldBe(position);
        reading.NeedsDecision.ShouldBeTrue();
    }

    [Theory]
    [InlineData("99年12月", "99/12/31", DeadlineNoteKind.ShortYear)]
    [InlineData("99年12月", "99/12/31", DeadlineNoteKind.DistantYear)]
    [InlineData("113年12月", "113/12/31", DeadlineNoteKind.DistantYear)]
    [InlineData("自115年2月起至115年12月止，計1年", "115/12/31", DeadlineNoteKind.Contradiction)] // eleven months
    [InlineData("115年12月、3月", "115/3/31 115/12/31", DeadlineNoteKind.Contradiction)] // next March?
    [InlineData("6月、6月", "115/6/30", DeadlineNoteKind.Contradiction)]
    [InlineData("12月以前", "115/11/30", DeadlineNoteKind.Doubtful)] // may include December
    [InlineData("第3季前", "115/6/30", DeadlineNoteKind.Doubtful)]
    [InlineData("依契約期限", EachQuarter, DeadlineNoteKind.Doubtful)] // a date stands elsewhere
    [InlineData("配合115年6月館慶", EachQuarter, DeadlineNoteKind.Doubtful)]
    public void What_can_be_stored_but_deserves_a_look_is_noted(string text, string checkpoints, DeadlineNoteKind note)
    {
        var reading = DeadlineReader.Read(text, Context);

        reading.NeedsDecision.ShouldBeFalse();
        Written(reading).ShouldBe(checkpoints);
        reading.Has(note).ShouldBeTrue();
        reading.Notes.ShouldAllBe(item => item.Sentence.EndsWith('。'));
    }

    [Theory]
    [InlineData("115年1月", true)]
    [InlineData("115年2月", false)] // its last day is after the 24th
    [InlineData("115年2月23日、6月", true)]
    [InlineData("每月", false)]
    public void A_checkpoint_before_the_day_of_issue_is_flagged(string text, bool flagged)
    {
        var reading = DeadlineReader.Read(text, Context with { IssuedOn = new DateOnly(2026, 2, 24) });

        reading.Has(DeadlineNoteKind.DueBeforeIssue).ShouldBe(flagged);
        reading.Notes.Any(note => note.Sentence.StartsWith("核定前已屆期")).ShouldBe(flagged);
        reading.NeedsDecision.ShouldBeFalse();
    }

    [Fact]
    public void A_missing_deadline_is_undecided() =>
        DeadlineReader.Read(null, Context).Kind.ShouldBe(Undecided);

    [Fact]
    public void A_holiday_is_no_day_to_do_the_daily_thing()
    {
        var calendar = new OfficeCalendar([new DateOnly(2026, 1, 1)], [new DateOnly(2026, 1, 3)]);

        DeadlineReader.Read("每日", Context with { Calendar = calendar }).Checkpoints[0].ExpectedCount.ShouldBe(64);
        DeadlineReader.Read("每日", Context with { Calendar = new OfficeCalendar([new DateOnly(2026, 1, 1)], []) })
            .Checkpoints[0].ExpectedCount.ShouldBe(63);
    }

    [Fact]
    public void Reading_never_throws_whatever_the_text() => Gen.String.Sample(HasOneOfTheAnswers, iter: 20_000);

    [Fact]
    public void Reading_never_throws_on_shuffled_pieces_of_deadlines()
    {
        string[] pieces =
        [
            "115", "100", "2026", "98", "0", "12", "6", "31", "年", "月", "日", "季", "第", "每", "每週", "底", "前", "以前",
            "起", "至", "止", "、", "/", "-", ".", "及", "全年", "上半年", "旬", "計", "個月", "次", "十", "百", "一", "廿",
            "隨時", "民國", "西元", "度", " ", "\n", "～", "９", "９９９９９９９９９",
        ];
        Gen.Int[0, pieces.Length - 1].Array[0, 14].Select(picks => string.Concat(picks.Select(pick => pieces[pick]))).Sample(HasOneOfTheAnswers, iter: 50_000);
    }

    private static bool HasOneOfTheAnswers(string text)
    {
        var reading = DeadlineReader.Read(text, Context with { IssuedOn = new DateOnly(2026, 2, 24) });
        var days = reading.Checkpoints.Select(checkpoint => checkpoint.DueOn).ToList();
        return reading.Text == text
            && days.SequenceEqual(days.Distinct().Order())
            && (reading.Kind is Dated or Recurring or Continuing) == (days.Count > 0)
            && (reading.Kind == NotUnderstood) == (reading.Reason.Length > 0)
            && (reading.Position is null || (reading.Position >= 0 && reading.Position <= text.Length));
    }

    private static string Written(DeadlineReading reading) =>
        string.Join(' ', reading.Checkpoints.Select(checkpoint =>
            RocDate.Short(checkpoint.DueOn) + (checkpoint.ExpectedCount is { } count ? $"={count}" : "")));
}
