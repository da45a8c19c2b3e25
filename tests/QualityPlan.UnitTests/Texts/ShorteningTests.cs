using QualityPlan.Domain.Texts;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Texts;

public class ShorteningTests
{
    [Theory]
    [InlineData("甲乙丙", 3, "甲乙丙")]
    [InlineData("甲乙丙", 2, "甲乙")]
    [InlineData("甲乙丙", 0, "")]
    [InlineData("甲𠮷丙", 2, "甲")]
    [InlineData("甲𠮷丙", 3, "甲𠮷")]
    [InlineData("𠮷", 1, "")]
    public void A_text_is_cut_beside_its_characters(string text, int most, string cut) => Shortening.Cut(text, most).ShouldBe(cut);

    [Theory]
    [InlineData("甲乙丙", 3, "甲乙丙", "甲乙丙")]
    [InlineData("甲乙丙丁", 3, "甲乙丙…", "甲乙…")]
    [InlineData("甲乙𠮷丁", 3, "甲乙…", "甲乙…")]
    public void What_was_cut_shows_an_ellipsis_behind_or_within_the_length(string text, int most, string behind, string within)
    {
        Shortening.WithEllipsis(text, most).ShouldBe(behind);
        Shortening.ToFit(text, most).ShouldBe(within);
    }
}
