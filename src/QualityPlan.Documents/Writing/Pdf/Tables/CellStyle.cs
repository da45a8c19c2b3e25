using System.Globalization;

namespace QualityPlan.Documents.Writing.Pdf.Tables;

internal enum CellAlign { Left, Centre, Right }

/// <summary>The looks of a cell as PDF wants them: colours as 0xRRGGBB, no fill for bare paper.</summary>
internal sealed record CellStyle(int? Fill, int Ink, bool Bold)
{
    private const int LongestCentredLight = 14;

    private static readonly Dictionary<CellLook, CellStyle> Styles = Enum.GetValues<CellLook>().ToDictionary(look => look, Make);

    /// <summary>The colour of the frames.</summary>
    public static int Line { get; } = Number(LookColours.Line);

    public static CellStyle Of(CellLook look) => Styles[look];

    /// <summary>Numbers to the right, counts and their total in the middle; a light (燈號) in the middle while it is a word and not a sentence.</summary>
    public static CellAlign AlignOf(Cell cell) => cell.Look switch
    {
        CellLook.Header or CellLook.Centered => CellAlign.Centre,
        CellLook.Body => cell.Number is null ? CellAlign.Left : CellAlign.Right,
        CellLook.Total => cell.Number is null ? CellAlign.Left : CellAlign.Centre,
        _ => cell.Text.Length <= LongestCentredLight ? CellAlign.Centre : CellAlign.Left,
    };

    private static CellStyle Make(CellLook look)
    {
        var colours = LookColours.Of(look);
        return new CellStyle(colours.Fill is { } fill ? Number(fill) : null, Number(colours.Ink), look is CellLook.Header or CellLook.Total);
    }

    private static int Number(string colour) => int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
