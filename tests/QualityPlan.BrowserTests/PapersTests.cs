using Microsoft.EntityFrameworkCore;
using QualityPlan.BrowserTests.Pages;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests;

/// <summary>報表中心 in a browser: chosen, looked at, made, waited for, taken back.</summary>
public sealed class PapersTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_book_is_chosen_looked_at_made_and_found_again_with_and_without_scripts(bool javaScript)
    {
        await using var site = RunningSite.Start(clock: new ShiftedClock(Demonstration.Today));
        await using var visit = await chromium.VisitAsync(site, javaScript);
        await (await SignInPage.OpenAsync(visit)).SignInAsAsync("研發小組");
        await visit.GoAsync("/exports");
        await Expect(visit.Find("no-papers")).ToBeVisibleAsync();
        var form = visit.Find("choose-book");

        await form.GetByLabel("報表").SelectOptionAsync("exceptions");
        await form.GetByLabel("季別").SelectOptionAsync("3");
        await form.GetByLabel("格式").SelectOptionAsync("ods");
        await visit.Find("preview").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("第3季落後與逾期表");
        new Uri(visit.Page.Url).Query.ShouldNotContain("RequestVerificationToken");
        await SoundAsync(visit, javaScript, "book-preview");

        await visit.Page.GoBackAsync();
        await form.GetByLabel("報表").SelectOptionAsync("year");
        await form.GetByLabel("格式").SelectOptionAsync("odt");
        var made = await MadeAsync(visit, "make", javaScript);
        made.FileName.ShouldEndWith("年度成果.odt");

        await visit.GoAsync("/exports");
        var list = visit.Find("papers");
        await Expect(list).ToContainTextAsync("年度成果");
        await SoundAsync(visit, javaScript, "papers");
        (await visit.DownloadAsync(() => list.GetByText("下載", new() { Exact = true }).ClickAsync())).Bytes.ShouldBe(made.Bytes);
        await list.GetByText("移除", new() { Exact = true }).ClickAsync();
        await Expect(visit.Find("no-papers")).ToBeVisibleAsync();
        visit.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_paper_under_way_is_waited_for_by_a_script_or_by_a_link(bool javaScript)
    {
        await using var site = RunningSite.Start(clock: new ShiftedClock(Demonstration.Today));
        await using var visit = await chromium.VisitAsync(site, javaScript);
        await (await SignInPage.OpenAsync(visit)).SignInAsAsync("研發小組");
        var paperId = await PutAsync(site);
        await visit.GoAsync($"/exports/papers/{paperId}");
        await Expect(visit.Find("paper-state")).ToContainTextAsync("製作中");
        await SoundAsync(visit, javaScript, "paper-under-way");

        await site.AskAsync(db => db.Papers.Where(paper => paper.Id == paperId).ExecuteUpdateAsync(paper => paper
            .SetProperty(one => one.State, PaperState.Ready).SetProperty(one => one.FileName, "計畫表.ods")
            .SetProperty(one => one.Bytes, new byte[] { 1, 2, 3 }).SetProperty(one => one.Length, 3)));
        if (!javaScript)
        {
            await visit.Find("refresh").ClickAsync();
        }
        await Expect(visit.Find("take")).ToBeVisibleAsync();
        await SoundAsync(visit, javaScript, "paper-ready");
        (await visit.DownloadAsync(() => visit.Find("take").ClickAsync())).Bytes.ShouldBe([1, 2, 3]);

        await site.AskAsync(db => db.Papers.Where(paper => paper.Id == paperId).ExecuteUpdateAsync(paper => paper
            .SetProperty(one => one.State, PaperState.Failed).SetProperty(one => one.Problem, "製作時發生錯誤，請重新製作。")));
        await visit.Page.ReloadAsync();
        await SoundAsync(visit, javaScript, "paper-failed");
        (await MadeAsync(visit, "again-ods", javaScript)).Bytes.Length.ShouldBeGreaterThan(1000);
        visit.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_script_shows_only_what_the_chosen_book_needs()
    {
        await using var site = RunningSite.Start(clock: new ShiftedClock(Demonstration.Today));
        await using var visit = await chromium.VisitAsync(site);
        await (await SignInPage.OpenAsync(visit)).SignInAsAsync("研發小組");
        await visit.GoAsync("/exports");
        var form = visit.Find("choose-book");
        await Expect(form.GetByLabel("季別")).ToBeHiddenAsync();

        await form.GetByLabel("報表").SelectOptionAsync("memo");
        await Expect(form.GetByLabel("季別")).ToHaveValueAsync("1");
        await Expect(form.GetByLabel("單位")).ToBeHiddenAsync();
        await Expect(form.GetByLabel("格式")).ToHaveValueAsync("odt");
        await form.GetByLabel("報表").SelectOptionAsync("everything");
        await Expect(visit.Find("preview")).ToBeHiddenAsync();
        await Expect(form.GetByLabel("計畫")).ToBeHiddenAsync();
    }

    /// <summary>Orders a paper: it comes at once, or after its page when the machine is busy; a script looks again by itself.</summary>
    private static Task<Download> MadeAsync(Visit visit, string button, bool javaScript) => visit.DownloadAsync(async () =>
    {
        var come = visit.Page.WaitForDownloadAsync();
        await visit.Find(button).ClickAsync();
        while (!come.IsCompleted)
        {
            foreach (var next in new[] { visit.Find("take") }.Concat(javaScript ? [] : [visit.Find("refresh")]))
            {
                if (!come.IsCompleted && await next.IsVisibleAsync())
                {
                    await next.ClickAsync();
                }
            }
            await Task.Delay(300);
        }
        await come;
    });

    private static async Task SoundAsync(Visit visit, bool javaScript, string name)
    {
        if (javaScript)
        {
            await visit.ShouldBeSoundAsync(name);
        }
    }

    /// <summary>As an instance would leave it that prints the paper at this moment.</summary>
    private static Task<int> PutAsync(RunningSite site) => site.AskAsync(async db =>
    {
        var owner = await db.Accounts.Where(account => account.Roles.Any(role => role.Role == Domain.People.Role.PlanOffice)).Select(account => account.Id).FirstAsync();
        var planId = await db.Plans.OrderByDescending(plan => plan.Year).Select(plan => plan.Id).FirstAsync();
        var paper = new Paper(owner, new PaperWish("plan", planId, "ods") { Title = "計畫表（含各章）" }, Demonstration.Today.UtcDateTime);
        db.Papers.Add(paper).Property(one => one.State).CurrentValue = PaperState.Printing;
        await db.SaveChangesAsync();
        return paper.Id;
    });
}
