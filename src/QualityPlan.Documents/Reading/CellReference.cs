namespace QualityPlan.Documents.Reading;

/// <summary>A place in a sheet such as 「B12」; column and row are 1-based and may lie outside what is read.</summary>
internal readonly record struct CellReference(int Column, int Row)
{
    private const int MostLetters = 4;
    private const int MostDigits = 8;

    public static CellReference? Parse(ReadOnlySpan<char> text)
    {
        var letters = 0;
        var column = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters]) && letters <= MostLetters)
        {
            column = column * 26 + (char.ToUpperInvariant(text[letters++]) - 'A' + 1);
        }

        var digits = text[letters..];
        return letters is >= 1 and <= MostLetters && digits.Length <= MostDigits && int.TryParse(digits, out var row) && row > 0
            ? new CellReference(column, row)
            : null;
    }

    /// <summary>Two corners such as 「A2:A18」.</summary>
    public static (CellReference From, CellReference To)? ParseRange(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && Parse(text.AsSpan(0, colon)) is { } from && Parse(text.AsSpan(colon + 1)) is { } to
            && from.Column <= to.Column && from.Row <= to.Row
            ? (from, to)
            : null;
    }
}
