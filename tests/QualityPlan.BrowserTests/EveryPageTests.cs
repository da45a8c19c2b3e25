using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QualityPlan.BrowserTests.Pages;
using Shouldly;
using Xunit;

namespace QualityPlan.BrowserTests;

/// <summary>
/// Walks the demonstration by its links, as each of its people, and looks at one page of every kind.
/// A kind is the path with its numbers taken out.
/// </summary>
public partial class EveryPageTests(Chromium chromium, Demonstration demonstration)
{
    private const int KindsAtLeast = 4;

    [Fact]
    public async Task Every_kind_of_page_that_somebody_reaches_by_links_is_sound()
    {
        var seen = new HashSet<string>();
        var unsound = new List<string>();
        for (var person = 0; person < await CountPeopleAsync(); person++)
        {
            await using var visit = await chromium.VisitAsync(demonstration.Site);
            var signIn = await SignInPage.OpenAsync(visit);
            await signIn.OneClickPeople.Nth(person).ClickAsync();
            await WalkAsync(visit, seen, unsound);
        }

        unsound.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThanOrEqualTo(KindsAtLeast);
    }

    private async Task<int> CountPeopleAsync()
    {
        await using var visit = await chromium.VisitAsync(demonstration.Site);
        return await (await SignInPage.OpenAsync(visit)).OneClickPeople.CountAsync();
    }

    private static async Task WalkAsync(Visit visit, HashSet<string> seen, List<string> unsound)
    {
        var waiting = new Queue<string>(["/"]);
        var first = true;
        while (waiting.TryDequeue(out var path))
        {
            if (!(seen.Add(KindOf(path)) || first) || await GoAsync(visit, path) is not { } status)
            {
                continue;
            }
            first = false;
            var arrived = KindOf(new Uri(visit.Page.Url).AbsolutePath);
            var isKnown = arrived != KindOf(path) && !seen.Add(arrived);
            if (await ComplaintAsync(visit, status, arrived, isKnown) is { } complaint)
            {
                unsound.Add($"{path}: {complaint}");
            }
            foreach (var link in await LinksAsync(visit))
            {
                waiting.Enqueue(link);
            }
        }
    }

    /// <summary>Null for what is downloaded instead of shown.</summary>
    private static async Task<int?> GoAsync(Visit visit, string path)
    {
        try
        {
            return await visit.GoAsync(path);
        }
        catch (PlaywrightException download) when (download.Message.Contains("Download is starting"))
        {
            return null;
        }
    }

    private static async Task<string?> ComplaintAsync(Visit visit, int status, string kind, bool isKnown)
    {
        if (status != 200 || isKnown)
        {
            return status == 200 ? null : $"answers {status}";
        }
        try
        {
            await visit.ShouldBeSoundAsync("page" + kind.Replace('/', '-').Replace("#", "n"));
            return null;
        }
        catch (ShouldAssertException complaint)
        {
            return complaint.Message;
        }
    }

    private static async Task<IEnumerable<string>> LinksAsync(Visit visit)
    {
        var hrefs = await visit.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)");
        return hrefs.Distinct();
    }

    private static string KindOf(string path) => Numbers().Replace(path.Split('?')[0].ToLowerInvariant(), "#");

    [GeneratedRegex(@"\d+|[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Numbers();
}
