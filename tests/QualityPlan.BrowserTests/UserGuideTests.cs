using System.Text.RegularExpressions;
using QualityPlan.BrowserTests.Pages;
using Shouldly;
using Xunit;

namespace QualityPlan.BrowserTests;

/// <summary>Goes to every page the user guide shows; with <c>bash tests/run.sh pictures</c> the pictures are taken anew.</summary>
public sealed partial class UserGuideTests(Chromium chromium)
{
    /// <summary>What the guide shows: picture, person of the demonstration, page, and the link to follow from it.</summary>
    private static readonly (string Picture, string Person, string Path, string? Link)[] Shown =
    [
        ("todo", "承辦人，閱覽組", "/todo", null),
        ("progress", "承辦人，閱覽組", "/progress", null),
        ("offline", "承辦人，閱覽組", "/progress", "[data-testid=offline]"),
        ("reviews", "單位主管，閱覽組", "/reviews", null),
        ("plans", "研發小組", "/plans", null),
        ("plan", "研發小組", "/plans", "main table a[href*='/plans/']"),
        ("imports", "研發小組", "/imports", null),
        ("rounds", "研發小組", "/rounds", null),
        ("compiling", "研發小組", "/compiling", null),
        ("memo", "研發小組", "/compiling", "[data-testid=to-memo]"),
        ("exports", "研發小組", "/exports", null),
        ("preview", "研發小組", "/exports", "[data-testid^=quarter-][data-testid$='-3-preview']"),
        ("evidence-pack", "研發小組", "/evidence-packs", "[data-testid^=pack-]"),
        ("evidence-tags", "研發小組", "/evidence-packs", "[data-testid^=tags-]"),
        ("signing", "召集人", "/signing", null),
        ("dashboard", "召集人", "/dashboard", null),
        ("units", "系統管理者", "/units", null),
        ("accounts", "系統管理者", "/accounts", null),
        ("audit", "稽核", "/audit", null),
    ];

    /// <summary>Pictures that the tests of the import take where they come by.</summary>
    private static readonly string[] TakenOnTheWay = ["import-columns", "import-linked", "import-repair", "import-row"];

    [Fact]
    public async Task Every_page_of_the_user_guide_is_there_and_has_its_picture()
    {
        await using var site = RunningSite.Start(clock: new ShiftedClock(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero)));
        await using (var visit = await chromium.VisitAsync(site))
        {
            await SignInPage.OpenAsync(visit);
            await Pictures.ForGuideAsync(visit, "sign-in");
        }
        foreach (var people in Shown.GroupBy(one => one.Person))
        {
            await using var visit = await chromium.VisitAsync(site);
            var signIn = await SignInPage.OpenAsync(visit);
            await signIn.SignInAsAsync(people.Key);
            foreach (var (picture, _, path, link) in people)
            {
                (await visit.GoAsync(path)).ShouldBe(200, path);
                if (link is not null)
                {
                    await visit.Page.Locator(link).First.ClickAsync();
                }
                (await visit.Page.Locator("h1").CountAsync()).ShouldBe(1, path);
                await Pictures.ForGuideAsync(visit, picture);
            }
            visit.Problems.ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_guide_names_every_picture_and_every_picture_it_names_is_there()
    {
        var folder = Pictures.GuideFolder;
        var named = Directory.GetFiles(folder, "*.md")
            .SelectMany(page => PictureNames().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value))
            .Distinct().Order().ToList();
        var kept = Directory.GetFiles(Path.Combine(folder, "pictures"), "*.png").Select(Path.GetFileNameWithoutExtension).Order().ToList();

        named.ShouldNotBeEmpty();
        named.ShouldBe(kept!);
        named.ShouldBe(Shown.Select(one => one.Picture).Append("sign-in").Concat(TakenOnTheWay).Order());
    }

    [GeneratedRegex(@"\]\(pictures/([a-z-]+)\.png\)")]
    private static partial Regex PictureNames();
}
