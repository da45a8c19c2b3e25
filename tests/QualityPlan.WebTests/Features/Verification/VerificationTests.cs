using System.Net;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.WebTests.Features.Signing;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Verification;

/// <summary>What a person is told who holds a paper.</summary>
public sealed class VerificationTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task The_hash_on_the_paper_tells_which_report_version_and_day_it_is()
    {
        var report = await SignedAsync();
        var hash = report.Files.Single(file => file.Format == "json").Sha256;
        var viewer = await site.SignInAsync(Role.Viewer);

        foreach (var typed in new[] { hash, $"SHA-256 {hash[..32]} {hash[32..]}", hash.ToUpperInvariant(), hash[..12] })
        {
            var page = await viewer.GetAsync($"/verify?hash={Uri.EscapeDataString(typed)}");

            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Find("papers")!.ShouldContain("115年第1季執行情形彙整表");
            page.Find("papers")!.ShouldContain($"報告第 {report.Version} 版");
            page.Find("papers")!.ShouldContain("簽核");
        }
    }

    [Fact]
    public async Task The_file_itself_is_known_and_a_changed_one_is_not()
    {
        var report = await SignedAsync();
        var pdf = report.Files.Single(file => file.Format == "pdf");
        var viewer = await site.SignInAsync(Role.Viewer);

        (await DropAsync(viewer, pdf.Bytes)).Find("papers")!.ShouldContain(pdf.Sha256);
        (await DropAsync(viewer, [.. pdf.Bytes, (byte)'\n'])).Find("unknown").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "unknown")]
    [InlineData("不是雜湊值", null)]
    [InlineData("abc", null)]
    public async Task An_unknown_hash_is_named_as_unknown_and_no_hash_is_explained(string typed, string? found)
    {
        var page = await (await site.SignInAsync(Role.Viewer)).GetAsync($"/verify?hash={Uri.EscapeDataString(typed)}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        (page.Find("unknown") is not null).ShouldBe(found is not null);
        page.Text.Contains("64 個十六進位字元").ShouldBe(found is null);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in() =>
        (await site.Visit().GetAsync("/verify?hash=0123456789ab")).Status.ShouldBe(HttpStatusCode.Redirect);

    private async Task<CompiledReport> SignedAsync()
    {
        var library = await site.AddLibraryAsync(measures: 2);
        await library.FileAsync(library.Own, FilingState.Compiled);
        await library.ReportInAsync(CompiledReportState.AwaitingConvener);
        await library.SignAsync(await site.SignInAsync(Role.Convener));
        return await library.ReportAsync();
    }

    private static async Task<Answer> DropAsync(Visit visit, byte[] bytes)
    {
        var token = (await visit.GetAsync("/verify")).Token!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", "report.pdf" },
        };
        return await visit.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/verify") { Content = form });
    }
}
