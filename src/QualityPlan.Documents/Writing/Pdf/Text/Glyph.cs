namespace QualityPlan.Documents.Writing.Pdf.Text;

/// <summary>
/// A character ready to be set: its code in one of the document's fonts and its width in thousandths of an em.
/// </summary>
internal readonly record struct Glyph(ushort Code, ushort Advance, byte Font, BreakClass Class)
{
    public static readonly Glyph NewLine = new(0, 0, 0, BreakClass.NewLine);
}
