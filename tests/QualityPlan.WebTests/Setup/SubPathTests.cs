using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using QualityPlan.WebTests.HouseRules;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Setup;

/// <summary>The site as an application below another one, as IIS calls it: no address may lead out of there.</summary>
public sealed partial class SubPathTests(SubPathTests.SubPath below) : IClassFixture<SubPathTests.SubPath>
{
    private const string Under = "/qualityplan";
    private const int KindsAtLeast = 35;

    /// <summary>Enough to meet every role; the rest are more reporters and heads.</summary>
    private const int People = 9;

    private readonly HashSet<string> _seen = [];
    private readonly List<string> _leaks = [];

    [Fact]
    public async Task No_page_form_script_or_redirect_leads_out_of_the_path()
    {
        for (var person = 0; person < People; person++)
        {
            await WalkAsync(await EnterAsync(person));
        }
        _leaks.Distinct().ShouldBeEmpty();
        _seen.Count.ShouldBeGreaterThanOrEqualTo(KindsAtLeast);
    }

    [Fact]
    public async Task A_row_saves_itself_and_every_button_of_its_page_comes_back_below_the_path()
    {
        var reporter = await EnterAsync(0);
        var list = await reporter.GetAsync(Under + "/Progress");
        var page = await reporter.GetAsync(list.Location!);
        var form = page.Html.QuerySelector("[data-testid=fill-in]")!;
        var narrative = form.QuerySelector("textarea[name$='.Narrative']")!.GetAttribute("name")!;
        var stamp = narrative.Replace(".Narrative", ".Stamp");

        var answer = await reporter.PostRawAsync(form.GetAttribute("data-autosave")!,
        [
            ("__RequestVerificationToken", page.Token!),
            (stamp, form.QuerySelector($"[name='{stamp}']")!.GetAttribute("value")!),
            (narrative.Replace(".Narrative", ".State"), "InProgress"),
            (narrative, "在子路徑下自動儲存"),
        ]);

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        var again = await reporter.GetAsync(list.Location!);
        again.Html.QuerySelector($"[name='{narrative}']")!.TextContent.ShouldContain("在子路徑下自動儲存");
        var saved = await reporter.SubmitAsync(again, "[data-testid=fill-in]");
        saved.Location.ShouldStartWith(list.Location!);
        (await reporter.PostRawAsync(Under + "/sign-out", [("__RequestVerificationToken", page.Token!)])).Location.ShouldBe(Under + "/sign-in");
        (await reporter.GetAsync(Under + "/Plans")).Location.ShouldBe(Under + "/sign-in?returnUrl=%2Fqualityplan%2FPlans");
    }

    [Fact]
    public void Every_redirect_and_every_written_address_begins_with_the_root()
    {
        LeadsOut().IsMatch("return LocalRedirect($\"/units/{id}\");").ShouldBeTrue();
        LeadsOut().IsMatch("<form method=\"post\" action=\"/units\">").ShouldBeTrue();
        SourceFile.Code.Concat(SourceFile.Views)
            .Where(file => file.Path.Contains("/Features/"))
            .SelectMany(file => file.Lines.Where(line => LeadsOut().IsMatch(line)).Select(line => $"{file.Path}: {line.Trim()}"))
            .ShouldBeEmpty("write ~/ , which follows the path the site runs under");
    }

    private async Task<Visit> EnterAsync(int person)
    {
        var visit = below.Site.Visit();
        var page = await visit.GetAsync(Under + "/sign-in");
        Look(page, "/sign-in");
        var button = page.Html.QuerySelectorAll("button[name=accountId]")[person];
        var answer = await visit.SubmitAsync(page, "form[action$=demonstration]", ("accountId", button.GetAttribute("value")!));
        answer.Location.ShouldBe(Under + "/");
        return visit;
    }

    private async Task WalkAsync(Visit visit)
    {
        var waiting = new Queue<string>([Under + "/"]);
        var own = new HashSet<string>();
        while (waiting.TryDequeue(out var path))
        {
            if (!own.Add(KindOf(path)))
            {
                continue;
            }
            var answer = await visit.GetAsync(path);
            _seen.Add(KindOf(path));
            foreach (var link in Look(answer, path))
            {
                waiting.Enqueue(link);
            }
        }
    }

    /// <summary>Notes what leads out of the path, and gives the pages to go on to; files are not fetched.</summary>
    private IEnumerable<string> Look(Answer answer, string path)
    {
        if (answer.Location is { } location)
        {
            Note(location, path);
            return [location.Split('#')[0]];
        }
        if (answer.Response.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return [];
        }
        answer.Status.ShouldBe(HttpStatusCode.OK, path);
        foreach (var address in answer.Html.All.SelectMany(element => element.Attributes).Select(one => one.Value).Where(IsAddress))
        {
            Note(address, path);
        }
        return answer.Html.QuerySelectorAll("a[href]:not([download])").Select(link => link.GetAttribute("href")!)
            .Where(href => IsAddress(href) && !href.Contains("format=") && !href.Contains("/signing/file/") && !href.Contains("/audit/export"))
            .Select(href => href.Split('#')[0]);
    }

    private void Note(string address, string path)
    {
        if (address != Under && !address.StartsWith(Under + "/", StringComparison.Ordinal))
        {
            _leaks.Add($"{KindOf(path)}: {KindOf(address)}");
        }
    }

    private static bool IsAddress(string value) => value.StartsWith('/') && value.Length > 1;

    private static string KindOf(string path) => Numbers().Replace(path.Split('?')[0].ToLowerInvariant(), "#");

    public sealed class SubPath : IDisposable
    {
        public SubPath() => Site.With("PathBase", Under);

        public DemonstrationSite Site { get; } = new(new DateOnly(2026, 11, 22), TimeSpan.FromHours(10));

        public void Dispose() => Site.Dispose();
    }

    [GeneratedRegex(@"\d+|[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Numbers();

    [GeneratedRegex("""Redirect\(\$?"/|\b(href|src|action|formaction|data-autosave)="/""")]
    private static partial Regex LeadsOut();
}
