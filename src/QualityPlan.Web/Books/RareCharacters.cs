using System.Globalization;
using System.Text;
using QualityPlan.Documents;
using QualityPlan.Documents.Writing.Pdf;

namespace QualityPlan.Web.Books;

/// <summary>
/// Finds the 罕用字 of a book that none of the fonts has: its PDF shows a box for each, every other format the character.
/// Whoever signs or takes the PDF is told before.
/// </summary>
public sealed class RareCharacters(PdfFonts fonts)
{
    /// <summary>Each once, in the order met.</summary>
    public IReadOnlyList<string> In(Document book) => TextsOf(book)
        .SelectMany(text => text.EnumerateRunes())
        .Distinct()
        .Where(rune => IsDrawn(rune) && !fonts.Has(rune))
        .Select(rune => rune.ToString())
        .ToList();

    public IReadOnlyList<string> In(QuarterBookContent content) => In(QuarterBook.Build(content));

    /// <summary>「龘（U+9F98）」: who has no font for it either still finds it by its code.</summary>
    public static string Show(IEnumerable<string> characters) => string.Join('、', characters.Select(one =>
        string.Create(CultureInfo.InvariantCulture, $"{one}（U+{Rune.GetRuneAt(one, 0).Value:X4}）")));

    /// <summary>Blanks, marks of direction and variation selectors need no glyph.</summary>
    private static bool IsDrawn(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control)
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF);

    private static IEnumerable<string> TextsOf(Document book) => book.Blocks
        .SelectMany(block => block switch
        {
            Heading heading => [heading.Text],
            Paragraph paragraph => [paragraph.Text],
            Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
            Chart chart => chart.Categories.Append(chart.Title),
            _ => Enumerable.Empty<string>(),
        })
        .Concat([book.Title, book.Agency, book.Footer]);
}
