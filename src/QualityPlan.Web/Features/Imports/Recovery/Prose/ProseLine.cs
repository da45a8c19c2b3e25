using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Prose;

/// <summary>
/// A line of a document's text: its place from 1, the block it stands in, its text without white space at the ends.
/// The rank orders headings, numbers and bullets from the whole to its parts; null for a plain line.
/// </summary>
internal sealed record ProseLine(int Index, Block Block, string Text, PrintedNumber? Number, string After, int? Rank)
{
    /// <summary>Of a line that is a measure although it has neither number nor bullet.</summary>
    public const int PlainRank = 50;

    private const int MostLines = 5_000;
    private const int LongestText = 2_000_000;
    private const int HeadingRank = -20;
    private const int BulletRank = 40;
    private const string Bullets = "•●◆■▪‧·➢○◎※－-–*★✓";

    public bool IsBullet => Rank == BulletRank;

    /// <summary>The lines of all text outside tables, and of tables that hold one text in a row; none when there are too many.</summary>
    public static List<ProseLine> Of(Document document)
    {
        var lines = new List<ProseLine>();
        var length = 0;
        foreach (var (block, text) in document.Blocks.SelectMany(Texts))
        {
            length += text.Length;
            if (lines.Count >= MostLines || length > LongestText)
            {
                return [];
            }

            lines.Add(Read(lines.Count + 1, block, text));
        }

        return lines;
    }

    /// <summary>The lines as a table of one column, to be shown beside the plan that was read from them.</summary>
    public static Table AsTable(Document document) => new([new Column(0)], [.. Of(document).Select(line => new Row([new Cell(0, line.Text)]) { SourceNumber = line.Index })]) { Name = "文件文字" };

    private static IEnumerable<(Block Block, string Text)> Texts(Block block) => block switch
    {
        Heading heading => Cut(block, [heading.Text]),
        Paragraph paragraph => Cut(block, [paragraph.Text]),
        Table table when table.Rows.All(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell.Text)) < 2) =>
            Cut(block, table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs)),
        _ => [],
    };

    private static IEnumerable<(Block, string)> Cut(Block block, IEnumerable<string> texts) =>
        texts.SelectMany(text => text.Split('\n')).Select(Folding.Fold).Where(line => line.Length > 0).Select(line => (block, line));

    private static ProseLine Read(int index, Block block, string text)
    {
        var (number, after) = PrintedNumber.Split(text);
        var isBullet = number is null && text.Length > 2 && Bullets.Contains(text[0], StringComparison.Ordinal) && !char.IsDigit(text[1]);
        int? rank = block is Heading heading ? HeadingRank + heading.Level : number is not null ? RankOf(number) : isBullet ? BulletRank : null;
        return new ProseLine(index, block, text, number, isBullet ? text[1..].Trim() : after, rank);
    }

    private static int RankOf(PrintedNumber number) => number.Style switch
    {
        NumberStyle.Formal or NumberStyle.Stem or NumberStyle.Chinese or NumberStyle.ChineseBracketed => number.Rank,
        NumberStyle.Dotted => 9 + number.Depth,
        NumberStyle.Closed or NumberStyle.Bracketed => 20,
        NumberStyle.Letter => 25,
        _ => 30,
    };
}
