using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QualityPlan.BrowserTests.Pages;
using Shouldly;
using Xunit;

namespace QualityPlan.BrowserTests;

/// <summary>
/// docs/books.md shows every book in every format; with <c>bash tests/run.sh pictures</c> the pictures are taken anew from
/// the demonstration's books, as somebody of the plan office downloads them.
/// </summary>
public sealed partial class BookPicturesTests(Chromium chromium, Demonstration demonstration)
{
    private static readonly string[] Sheets = ["ods", "xlsx", "pdf"];
    private static readonly string[] Texts = ["odt", "docx", "pdf"];
    private static readonly string[] All = ["ods", "xlsx", "odt", "docx", "pdf"];

    /// <summary>Picture, year of the plan, address behind /exports with the plan's number, formats.</summary>
    private static readonly (string Picture, int Year, string Address, string[] Formats)[] Books =
    [
        ("plan-ncl-100", 100, "plan/{0}", All),
        ("plan-nlpi-103", 103, "plan/{0}", All),
        ("quarter", 115, "quarter/{0}/3", All),
        ("exceptions", 115, "exceptions/{0}/3", All),
        ("memo", 115, "memo/{0}/3", Texts),
        ("unit", 115, "unit/{0}?unitId={1}", Sheets),
        ("year", 115, "year/{0}", Texts),
    ];

    private static string Folder => Path.Combine(Pictures.GuideFolder, "books");

    [Fact]
    public async Task Every_book_comes_in_every_format_and_is_pictured_when_asked()
    {
        await using var visit = await chromium.VisitAsync(demonstration.Site);
        await (await SignInPage.OpenAsync(visit)).SignInAsAsync("研發小組");
        var unit = await demonstration.Site.AskAsync(db => db.Units.Where(one => one.Name == "閱覽組").Select(one => one.Id).SingleAsync());
        foreach (var (picture, year, address, formats) in Books)
        {
            var plan = await demonstration.Site.AskAsync(async db => (await db.Plans.AsNoTracking().ToListAsync()).Single(one => one.Year.Value == year).Id);
            var files = new List<(string, byte[])>();
            foreach (var format in formats)
            {
                var path = string.Format($"/exports/{address}", plan, unit);
                var answer = await visit.Context.APIRequest.GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}format={format}");
                answer.Status.ShouldBe(200, path);
                answer.Headers["content-disposition"].ShouldStartWith("attachment", Case.Sensitive, path);
                files.Add((format, await answer.BodyAsync()));
            }

            if (Pictures.AreForGuide)
            {
                await BookSheet.TakeAsync(visit.Context, files, Path.Combine(Folder, $"{picture}.jpg"));
            }
        }
    }

    [Fact]
    public void The_page_of_the_books_shows_every_picture_and_none_is_large()
    {
        var shown = PictureNames().Matches(File.ReadAllText(Path.Combine(Pictures.GuideFolder, "..", "books.md"))).Select(match => match.Groups[1].Value);
        var kept = new DirectoryInfo(Folder).GetFiles();

        shown.Order().ShouldBe(Books.Select(book => $"{book.Picture}.jpg").Order());
        kept.Select(file => file.Name).Order().ShouldBe(shown.Order());
        kept.ShouldAllBe(file => file.Length < BookSheet.MostBytes);
    }

    [GeneratedRegex(@"\]\(user-guide/books/([a-z0-9.-]+)\)")]
    private static partial Regex PictureNames();
}
