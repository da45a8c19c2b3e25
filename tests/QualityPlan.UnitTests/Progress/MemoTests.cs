using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Progress;

public class MemoTests
{
    private static readonly Actor Office = new(1, "研發", new HashSet<Role> { Role.PlanOffice }, null);
    private static readonly Actor Deputy = new(2, "副召集人", new HashSet<Role> { Role.DeputyConvener }, null);
    private static readonly MemoText Text = new("主旨，簽請核示。", "一、說明。", "一、擬辦。", "敬陳　召集人");

    [Theory]
    [InlineData("{季別}報告{核定文號}", null)]
    [InlineData("沒有欄位", null)]
    [InlineData("{季 別}", "{季 別}")]
    [InlineData("{}", "{}")]
    [InlineData("缺一半{季別", "{")]
    [InlineData("缺一半季別}", "}")]
    [InlineData("{{季別}}", "{")]
    [InlineData("{0}", "{0}")]
    [InlineData("@Model.Secret {DateTime.Now}", "{DateTime.Now}")]
    public void A_template_takes_known_placeholders_only_and_names_them(string subject, string? refused)
    {
        var verdict = new MemoTemplate().Write(Text with { Subject = subject }, Office);

        verdict.IsAllowed.ShouldBe(refused is null);
        if (refused is not null)
        {
            verdict.Sentence.ShouldContain($"「{refused}」");
            verdict.Sentence.ShouldContain("{年度}、{季}、{季別}、{核定日期}、{核定文號}");
        }
    }

    [Fact]
    public void Every_placeholder_of_the_usual_template_is_allowed() => MemoPlaceholders.Check(MemoText.Usual).IsAllowed.ShouldBeTrue();

    [Fact]
    public void What_replaces_a_placeholder_is_not_read_again()
    {
        var filled = MemoPlaceholders.Fill(
            Text with { Explanation = "一、{計畫}\n二、{季別}" },
            new Dictionary<string, string> { ["計畫"] = "{季別}計畫{", ["季別"] = "115年第1季" });

        filled.Explanation.ShouldBe("一、{季別}計畫{\n二、115年第1季");
    }

    [Fact]
    public void A_text_that_grows_too_long_is_cut_between_characters()
    {
        var filled = MemoPlaceholders.Fill(
            Text with { Subject = "{計畫}" }, new Dictionary<string, string> { ["計畫"] = string.Concat(Enumerable.Repeat("𠮷", 400)) });

        filled.Subject.Length.ShouldBeLessThanOrEqualTo(MemoText.SubjectLength);
        filled.Subject.ShouldEndWith("𠮷…");
    }

    [Fact]
    public void Only_the_plan_office_writes_a_memo_and_only_until_the_report_goes_up()
    {
        var memo = new Memo(1);

        memo.Write(Text, CompiledReportState.Compiling, Deputy, DateTime.UnixEpoch).IsAllowed.ShouldBeFalse();
        memo.Write(Text, CompiledReportState.AwaitingDeputy, Office, DateTime.UnixEpoch).IsAllowed.ShouldBeFalse();
        memo.Write(Text with { Proposals = " " }, CompiledReportState.Compiling, Office, DateTime.UnixEpoch).Rule.ShouldBe("memo-incomplete");
        memo.Version.ShouldBe(0);
        memo.Write(Text with { Subject = "主旨\r\n簽請核示。" }, CompiledReportState.Compiling, Office, DateTime.UnixEpoch).IsAllowed.ShouldBeTrue();
        memo.Text.Subject.ShouldBe("主旨簽請核示。");
        memo.ByName.ShouldBe("研發");
    }
}
