namespace QualityPlan.Documents.Writing;

/// <summary>
/// Ink and fill of a cell look, the same in every format. Each pair keeps a contrast of at least 4.5:1, and
/// survives a black-and-white printer: the word in the cell says what the tint says.
/// </summary>
/// <param name="Ink">Text colour as #RRGGBB.</param>
/// <param name="Fill">Cell colour as #RRGGBB, or null for none.</param>
public sealed record LookColours(string Ink, string? Fill)
{
    /// <summary>The colour of the lines between cells.</summary>
    public const string Line = "#7B8794";

    private static readonly LookColours Plain = new("#000000", null);
    private static readonly LookColours Header = new("#102A43", "#D9E2EC");
    private static readonly LookColours Good = new("#14532D", "#DCF3E1");
    private static readonly LookColours Calm = new("#1E3A5F", "#E1ECF8");
    private static readonly LookColours Warning = new("#5F3B00", "#FFF0C7");
    private static readonly LookColours Alarm = new("#7F1D1D", "#FBDDDD");
    private static readonly LookColours Muted = new("#4B5563", "#F3F4F6");
    private static readonly LookColours Total = new("#000000", "#EDF0F3");

    public static LookColours Of(CellLook look) => look switch
    {
        CellLook.Header => Header,
        CellLook.Good => Good,
        CellLook.Calm => Calm,
        CellLook.Warning => Warning,
        CellLook.Alarm => Alarm,
        CellLook.Muted => Muted,
        CellLook.Total => Total,
        _ => Plain,
    };
}
