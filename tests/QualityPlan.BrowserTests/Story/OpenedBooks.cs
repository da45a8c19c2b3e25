using QualityPlan.Domain.Calendar;
using Shouldly;

namespace QualityPlan.BrowserTests.Story;

/// <summary>The downloaded books by format, opened by LibreOffice (xlsx, ods) and by Poppler (pdf).</summary>
internal sealed class OpenedBooks
{
    public static readonly IReadOnlyList<string> Formats = ["xlsx", "ods", "pdf"];

    public Dictionary<string, Download> Plan { get; } = [];

    public Dictionary<string, Download> Quarter { get; } = [];

    /// <summary>Every cell of every book equals what the database holds.</summary>
    public void ShouldShow(QuarterFacts facts)
    {
        using var office = new OfficePrograms();
        foreach (var format in Formats.Where(format => format != "pdf"))
        {
            var plan = office.Sheets(Plan[format], format);
            var quarter = office.Sheets(Quarter[format], format);
            ShouldHold(plan, facts.PlanRows(), "推動作法", $"plan {format}");
            ShouldHold(quarter, facts.QuarterRows(), "執行情形", $"quarter {format}");
            ShouldSayAll(plan, facts);
            ShouldCount(quarter, facts);
            ShouldTellExceptions(quarter, facts);
            quarter.SelectMany(sheet => sheet).SelectMany(row => row)
                .ShouldContain(cell => cell.Contains(facts.Report.SignOffs.Last().Directive), $"quarter {format}");
        }
        ShouldHold(office.Pages(Plan["pdf"]), facts.PlanRows());
        ShouldHold(office.Pages(Quarter["pdf"]), facts.QuarterRows());
    }

    private static void ShouldHold(
        IReadOnlyList<IReadOnlyList<string[]>> sheets, IReadOnlyList<ExpectedRow> wanted, string heading, string book)
    {
        var rows = Under(sheets, row => row.Length > 4 && row[2] == "推動作法" && row.Contains(heading));
        var shown = rows.Take(wanted.Count).ToList();
        shown.Select(row => string.Join('|', row.Skip(2).Take(wanted[0].Cells.Count)))
            .ShouldBe(wanted.Select(row => string.Join('|', row.Cells)), book);

        // A merged cell stands in its first row, is empty in the rows it covers, and is repeated with a mark on the next page.
        var (area, item) = ("", "");
        for (var index = 0; index < shown.Count; index++)
        {
            area = shown[index][0].Length > 0 ? WithoutMark(shown[index][0]) : area;
            item = shown[index][1].Length > 0 ? WithoutMark(shown[index][1]) : item;
            area.Split('\n')[^1].ShouldBe(wanted[index].Row.Place.Leaf.Text, $"{book}, row {index + 1}");
            item.ShouldBe(wanted[index].Row.Place.Item.Text, $"{book}, row {index + 1}");
        }
    }

    private static string WithoutMark(string text) => text.StartsWith("（續）", StringComparison.Ordinal) ? text["（續）".Length..] : text;

    private static void ShouldSayAll(IReadOnlyList<IReadOnlyList<string[]>> sheets, QuarterFacts facts)
    {
        var cells = sheets.SelectMany(sheet => sheet).SelectMany(row => row).ToHashSet();
        facts.Plan.Chapters.SelectMany(chapter => chapter.Paragraphs).ShouldAllBe(text => cells.Contains(text));
    }

    private static void ShouldCount(IReadOnlyList<IReadOnlyList<string[]>> sheets, QuarterFacts facts)
    {
        var lines = facts.CountLines();
        Under(sheets, row => row[0] == "實施要項" && row.ElementAtOrDefault(1) == "列數").Take(lines.Count)
            .Select(row => string.Join('|', row.Take(9)))
            .ShouldBe(lines);
    }

    private static void ShouldTellExceptions(IReadOnlyList<IReadOnlyList<string[]>> sheets, QuarterFacts facts)
    {
        var behind = facts.Reports.Values.Single(report => report.Cause.Length > 0);
        var row = Under(sheets, row => row.Contains("落後原因"))[0];
        row[1].ShouldBe(StoryLibrary.ReadersUnit);
        row.Skip(3).Take(3).ShouldBe([behind.Cause, behind.Countermeasure, RocDate.Short(behind.ExpectedDoneOn!.Value)]);
    }

    /// <summary>In a PDF a cell is broken into lines, and may go on at the head of the next page.</summary>
    private static void ShouldHold(IReadOnlyList<string> pages, IReadOnlyList<ExpectedRow> wanted)
    {
        var missing = wanted
            .SelectMany(row => row.Cells.Append(row.Row.Place.Item.Text).Append(row.Row.Place.Leaf.Text))
            .SelectMany(cell => cell.Split('\n'))
            .Distinct()
            .Where(text => !IsShown(pages, OfficePrograms.Folded(text)));
        missing.ShouldBeEmpty();
    }

    private static bool IsShown(IReadOnlyList<string> pages, string text) =>
        pages.Any(page => page.Contains(text, StringComparison.Ordinal))
        || pages.Zip(pages.Skip(1)).Any(pair => Enumerable.Range(1, text.Length - 1).Any(cut =>
            pair.First.Contains(text[..cut], StringComparison.Ordinal) && pair.Second.Contains(text[cut..], StringComparison.Ordinal)));

    /// <summary>The rows that are not empty below the heading row that is looked for.</summary>
    private static List<string[]> Under(IReadOnlyList<IReadOnlyList<string[]>> sheets, Func<string[], bool> isHeading)
    {
        var sheet = sheets.First(sheet => sheet.Any(isHeading));
        return [.. sheet.SkipWhile(row => !isHeading(row)).Skip(1).Where(row => row.Any(cell => cell.Length > 0))];
    }
}
