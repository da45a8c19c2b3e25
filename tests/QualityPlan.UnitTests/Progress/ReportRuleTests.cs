using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Progress;

public class ReportRuleTests
{
    private static readonly DateTime Now = Cast.Noon(Cast.InTime);

    [Theory]
    [InlineData(ReportState.InProgress, Light.OnTrack, "")] // words are enough
    [InlineData(ReportState.NotStarted, Light.NotDue, "")]
    [InlineData(ReportState.InProgress, Light.Behind, "Cause Countermeasure ExpectedDoneOn")]
    [InlineData(ReportState.Continuing, Light.Overdue, "Cause Countermeasure ExpectedDoneOn")]
    [InlineData(ReportState.NotAchieved, Light.OnTrack, "Cause Countermeasure ExpectedDoneOn")] // the state alone asks for them
    [InlineData(ReportState.Completed, Light.Completed, "NoEvidenceReason")]
    [InlineData(ReportState.Completed, Light.Overdue, "Cause Countermeasure ExpectedDoneOn NoEvidenceReason")]
    public void A_report_with_words_only_lacks_what_its_standing_asks_for(ReportState state, Light light, string fields) =>
        Lacks(Written(new ReportText(state, "已辦理。")), light).ShouldBe(fields);

    [Fact]
    public void Blank_words_are_no_words() =>
        Lacks(Written(new ReportText(ReportState.InProgress, " \n ")), Light.OnTrack).ShouldBe("Narrative");

    [Fact]
    public void Cause_countermeasure_and_date_satisfy_a_row_behind() =>
        Lacks(
            Written(new ReportText(ReportState.InProgress, "尚未決標。")
            {
                Cause = "流標",
                Countermeasure = "重新招標",
                ExpectedDoneOn = new DateOnly(2026, 6, 30),
            }),
            Light.Behind).ShouldBe("");

    [Fact]
    public void A_completed_row_needs_evidence_that_stands_or_a_reason()
    {
        var report = Written(new ReportText(ReportState.Completed, "已完成。"));
        var evidence = report.Attach(
            new EvidenceFile("照片.jpg", Guid.NewGuid(), "image/jpeg", 10) { Sha256 = new string('0', 64) }, "承辦人", Now);
        Lacks(report, Light.Completed).ShouldBe("");

        evidence.Withdraw();
        Lacks(report, Light.Completed).ShouldBe("NoEvidenceReason");

        report.Write(new ReportText(ReportState.Completed, "已完成。") { NoEvidenceReason = "口頭宣導，無紙本。" }, Now);
        Lacks(report, Light.Completed).ShouldBe("");
    }

    [Fact]
    public void Every_lack_is_a_sentence_that_says_what_to_do()
    {
        var report = Written(new ReportText(ReportState.Completed, ""));

        var lacks = ReportRule.Lacks(report, Light.Overdue);

        lacks.Count.ShouldBe(5);
        lacks.ShouldAllBe(one => one.Sentence.EndsWith('。') && one.Sentence.Contains('請'));
    }

    private static string Lacks(ProgressReport report, Light light) =>
        string.Join(' ', ReportRule.Lacks(report, light).Select(one => one.Field));

    private static ProgressReport Written(ReportText text)
    {
        var report = Cast.FilingIn(FilingState.Empty).ReportFor(11, 1);
        report.Write(text, Now);
        return report;
    }
}
