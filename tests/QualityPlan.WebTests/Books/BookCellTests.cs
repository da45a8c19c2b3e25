using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using QualityPlan.Web.Books;
using Shouldly;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.WebTests.Books;

/// <summary>Every cell of every book in every format equals what the database holds, whatever awkward text that is.</summary>
public sealed partial class BookCellTests(PrintedBooks printed) : IClassFixture<PrintedBooks>
{
    private const string GoesOn = "（續）";

    public static TheoryData<string, Format> Readable => Books(format => format != Format.Pdf);

    public static TheoryData<string, Format> All => Books(_ => true);

    public static TheoryData<string, Format> OfMicrosoft => Books(format => format is Format.Docx or Format.Xlsx);

    [Theory, MemberData(nameof(Readable))]
    public void Every_row_and_column_read_back_is_what_the_database_holds(string name, Format format)
    {
        var document = Read(name, format);
        var lines = document.Tables.SelectMany(Grid).ToList();
        foreach (var table in printed.Plain.Of(printed.Wish(name)))
        {
            var rows = Under(lines, table, $"{name} {format}");
            rows.Take(table.Rows.Count).Select(row => string.Join('|', row.Take(table.Heads.Count).Select(Plain)))
                .ShouldBe(table.Rows.Select(row => string.Join('|', row.Select(Plain))), $"{name} {format} {table.Heads[0]}");
        }
        var texts = document.Blocks.OfType<Paragraph>().Select(one => one.Text).Concat(lines.SelectMany(line => line)).Select(Plain).ToHashSet();
        printed.Plain.ParagraphsOf(printed.Wish(name)).Select(Plain).ShouldAllBe(text => texts.Contains(text));
    }

    [Theory, MemberData(nameof(All))]
    public void Every_text_stands_on_the_pages_of_the_pdf_and_of_the_file_as_LibreOffice_opens_it(string name, Format format)
    {
        var pages = printed.Pages(name, format).Select(page => Seen(page, format)).ToList();
        var wish = printed.Wish(name);
        var texts = printed.Plain.Of(wish).SelectMany(table => table.Rows).SelectMany(row => row).SelectMany(cell => cell.Split('\n', '\r'))
            .Concat(printed.Plain.ParagraphsOf(wish))
            .Select(text => Seen(text, format)).Where(text => text.Length > 0).Distinct().ToList();

        texts.Where(text => !IsShown(pages, text)).ShouldBeEmpty($"{name} {format}");
        if (format == Format.Pdf)
        {
            // Figures are everywhere: a line of counts has to stand as a whole.
            var counts = printed.Plain.Of(wish).Where(table => table.Heads.Contains("列數"))
                .SelectMany(table => table.Rows).Select(row => PrintedBooks.Folded(string.Concat(row)));
            counts.Where(line => !pages.Any(page => page.Contains(line, StringComparison.Ordinal))).ShouldBeEmpty($"{name} {format}");
        }
    }

    [Theory, MemberData(nameof(OfMicrosoft))]
    public void Every_docx_and_xlsx_follows_the_schema(string name, Format format)
    {
        using var stream = new MemoryStream(printed.File(name, format));
        using OpenXmlPackage package = format == Format.Docx ? WordprocessingDocument.Open(stream, false) : SpreadsheetDocument.Open(stream, false);

        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("memo-1")]
    [InlineData("memo-2")]
    public void The_memo_says_the_same_in_every_format_and_its_figures_are_those_of_the_database(string name)
    {
        var quarter = int.Parse(name[^1..]);
        var counts = printed.Facts.Measures.Select(row => printed.Facts.Light(row, quarter, quarter == 1)).ToList();
        var figures = string.Join('、', PlainFacts.Words.Where(counts.Contains).Select(word => $"{word}{counts.Count(one => one == word)}項"));
        var memo = Read(name, Format.Odt).Blocks.OfType<Paragraph>().Select(one => one.Text).ToList();

        memo.ShouldContain(line => line.Contains($"推動作法{counts.Count}項：{figures}。"), string.Join('\n', memo));
        Read(name, Format.Docx).Blocks.OfType<Paragraph>().Select(one => one.Text).ShouldBe(memo);
        foreach (var format in PrintedBooks.FormatsOf(name))
        {
            var pages = printed.Pages(name, format).Select(page => Seen(page, format)).ToList();
            memo.Select(line => Seen(line, format)).Where(line => !IsShown(pages, line)).ShouldBeEmpty($"{name} {format}");
        }
    }

    private static TheoryData<string, Format> Books(Func<Format, bool> isWanted)
    {
        var data = new TheoryData<string, Format>();
        foreach (var name in PrintedBooks.Names)
        {
            PrintedBooks.FormatsOf(name).Where(isWanted).ToList().ForEach(format => data.Add(name, format));
        }
        return data;
    }

    private Document Read(string name, Format format)
    {
        var read = DocumentReading.Read($"{name}.{BookPress.Extension(format)}", printed.File(name, format));
        return read.Document.ShouldNotBeNull(read.Refusal?.Sentence);
    }

    /// <summary>The rows of a table with merged cells filled into every place they cover.</summary>
    private static IEnumerable<string[]> Grid(Table table)
    {
        var places = new Dictionary<(int Row, int Column), string>();
        var width = 0;
        for (var row = 0; row < table.Rows.Count; row++)
        {
            foreach (var cell in table.Rows[row].Cells)
            {
                for (var at = 0; at < cell.RowSpan * cell.ColumnSpan; at++)
                {
                    places[(row + (at / cell.ColumnSpan), cell.Column + (at % cell.ColumnSpan))] = cell.Text;
                }
                width = Math.Max(width, cell.Column + cell.ColumnSpan);
            }
        }
        return Enumerable.Range(0, table.Rows.Count)
            .Select(row => Enumerable.Range(0, width).Select(column => places.GetValueOrDefault((row, column), "")).ToArray());
    }

    /// <summary>The rows below the heads; what follows the table's own rows is no row of a table.</summary>
    private static List<string[]> Under(List<string[]> lines, PlainTable table, string book)
    {
        var heads = table.Heads.Select(Plain).ToList();
        var wanted = Plain(table.Rows.Count == 0 ? "" : table.Rows[0][0]);
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Take(heads.Count).Select(Plain).SequenceEqual(heads)
                && (wanted.Length == 0 || Plain(lines.ElementAtOrDefault(at + 1)?.FirstOrDefault() ?? "") == wanted))
            {
                var rows = WithoutHeadsOfPages(lines.Skip(at + 1), heads, table.Rows.Count);
                var next = rows.Skip(table.Rows.Count).FirstOrDefault() ?? [];
                (next.Where(cell => cell.Length > 0).Distinct().Count() <= 1 || IsHeads(next)).ShouldBeTrue($"{book}: {string.Join('|', next)}");
                return rows;
            }
        }
        throw new ShouldAssertException($"{book} has no table {string.Join('|', heads)} that begins with {wanted}.");
    }

    /// <summary>A text document repeats the heads on each page of a table with merged cells: one table a page.</summary>
    private static List<string[]> WithoutHeadsOfPages(IEnumerable<string[]> lines, List<string> heads, int count)
    {
        var rows = new List<string[]>();
        foreach (var line in lines)
        {
            if (rows.Count >= count || !line.Take(heads.Count).Select(Plain).SequenceEqual(heads))
            {
                rows.Add(line);
            }
        }
        return rows;
    }

    private static bool IsHeads(string[] line) => line.Any(cell => cell is "推動作法" or "列數" or "單位");

    /// <summary>Line ends, tabs, the shape before a light and the mark of a merged cell that goes on are not what is compared.</summary>
    private static string Plain(string text) => string.Join('\n', ShapeOfLight().Replace(text.StartsWith(GoesOn, StringComparison.Ordinal) ? text[GoesOn.Length..] : text, "")
        .Split(['\n', '\r'], StringSplitOptions.None).Select(line => Blanks().Replace(line, " ").Trim()).Where(line => line.Length > 0));

    /// <summary>Without blanks. LibreOffice here has no font for 造字 and prints nothing that could be read; our own PDF keeps their text.</summary>
    private static string Seen(string text, Format format) => format == Format.Pdf
        ? PrintedBooks.Folded(text)
        : string.Concat(PrintedBooks.Folded(text).Where(letter => letter is not (>= '\uE000' and <= '\uF8FF' or '\uFFFD')));

    private static bool IsShown(IReadOnlyList<string> pages, string text) =>
        pages.Any(page => page.Contains(text, StringComparison.Ordinal))
        || pages.Zip(pages.Skip(1)).Any(pair => Enumerable.Range(1, text.Length - 1).Any(cut =>
            pair.First.Contains(text[..cut], StringComparison.Ordinal) && pair.Second.Contains(text[cut..], StringComparison.Ordinal)));

    [GeneratedRegex(@"^\S{1,2} (?=(已完成|持續辦理|如期|落後|逾期|未填報|未到期)$)")]
    private static partial Regex ShapeOfLight();

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Blanks();
}
