using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.Texts;
using QualityPlan.Web.Files;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>Reads an uploaded or pasted criteria list; never throws for bad content.</summary>
public static class CriteriaFile
{
    /// <summary>Far more than any box takes; what is longer is cut, and the box says that it is too long.</summary>
    private const int LongestCell = 4000;

    private static readonly Refusal NoList =
        new("LIST-EMPTY", "讀不到任何評核項目，請確認檔案裡有編號與標題的表格，或改用貼上。");

    public static CriteriaFileReading Read(string? fileName, Stream content) => Of(DocumentReading.Read(FileNames.Clean(fileName), content));

    /// <summary>Html when it holds a table, else lines of cells parted by tabs; by commas only under headings, for a comma may stand in any sentence.</summary>
    public static CriteriaFileReading ReadPasted(string text)
    {
        if (text.Contains("<table", StringComparison.OrdinalIgnoreCase))
        {
            return Of(new HtmlReader().Read(text));
        }
        var byComma = text.Contains('\t') ? null : new CsvReader().Read(text);
        return Of(byComma?.Document is { } document && CriteriaReader.Read(Lines(document)).HasHeading ? byComma : new TabTextReader().Read(text));
    }

    private static CriteriaFileReading Of(ReadResult read)
    {
        if (read.Document is not { } document)
        {
            return new CriteriaFileReading(null, read.Refusal);
        }
        var lines = Lines(document);
        var list = CriteriaReader.Read(lines);
        var may = CriteriaRule.JudgeCount(Math.Max(list.Count, list.Lines.Count));
        return list.Count == 0 ? new CriteriaFileReading(null, NoList)
            : may.IsAllowed ? new CriteriaFileReading(list, null)
            : new CriteriaFileReading(null, new Refusal("LIST-SIZE", may.Sentence));
    }

    /// <summary>The largest table; a document without one gives a line for each paragraph.</summary>
    private static List<IReadOnlyList<string>> Lines(Document document)
    {
        var table = document.Tables.Where(one => one is { IsHidden: false, IsInside: false }).MaxBy(one => one.Rows.Count);
        return table is null
            ? [.. document.Blocks.OfType<Paragraph>().Select(one => (IReadOnlyList<string>)[Clean(one.Text)])]
            : [.. table.Rows.Select(row => Cells(row, table.Columns.Count))];
    }

    private static string[] Cells(Row row, int width)
    {
        var cells = Enumerable.Repeat("", Math.Max(width, row.Cells.Select(cell => cell.Column + 1).DefaultIfEmpty().Max())).ToArray();
        foreach (var cell in row.Cells)
        {
            cells[cell.Column] = Clean(cell.Text);
        }
        return cells;
    }

    /// <summary>Without the signs that no box takes, so that what was read can be sent back.</summary>
    private static string Clean(string text) => CleanText.WithoutForbiddenCharacters(Shortening.Cut(text, LongestCell));
}

/// <summary>Either a list or a refusal.</summary>
public sealed record CriteriaFileReading(CriteriaReading? List, Refusal? Refusal);
