using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>
/// A paragraph style of a text document (段落樣式), the same in docx and odt, so that an editor changes the looks in one
/// place. Sizes and distances in points.
/// </summary>
internal sealed record TextStyle(string Id, string Name, double Size)
{
    public static readonly TextStyle Standard = new("Normal", "Normal", 12) { OdfId = "Standard" };
    public static readonly TextStyle Agency = new("Agency", "機關名稱", 14) { Alignment = Alignment.Centre };
    public static readonly TextStyle Title = new("Title", "Title", 16) { Bold = true, Alignment = Alignment.Centre, After = 3 };
    public static readonly TextStyle PrintedOn = new("PrintedOn", "列印日期", 10) { Alignment = Alignment.Right, After = 2 };
    public static readonly TextStyle Prose = new("BodyText", "Body Text", 12) { OdfId = "Text_20_body", After = 4, LineHeight = 1.25 };
    public static readonly TextStyle Caption = new("Caption", "Caption", 11) { Bold = true, Before = 4, After = 2, KeepsNext = true };
    public static readonly TextStyle Figure = new("Figure", "統計圖", 10) { Alignment = Alignment.Centre, After = 3 };
    public static readonly TextStyle AfterTable = new("AfterTable", "表後間距", 6);
    public static readonly TextStyle PageHead = new("PageHead", "頁首文字", 9) { Alignment = Alignment.Right, Ink = "#4B5563" };
    public static readonly TextStyle PageFoot = new("PageFoot", "頁尾文字", 9) { Alignment = Alignment.Centre, Ink = "#4B5563" };

    private const int DeepestHang = 8;

    private static readonly TextStyle[] Hanging = [.. Enumerable.Range(1, DeepestHang).Select(OfHang)];

    private static readonly double[] HeadingSizes = [15, 13.5, 12.5, 12];

    private static readonly TextStyle[] Headings = [.. HeadingSizes.Select((size, index) => OfLevel(index + 1, size))];

    private static readonly Dictionary<(CellLook, Alignment), TextStyle> Cells = Enum.GetValues<CellLook>()
        .SelectMany(look => Enum.GetValues<Alignment>().Select(alignment => (look, alignment)))
        .ToDictionary(pair => pair, pair => OfLook(pair.look, pair.alignment));

    /// <summary>Every style with a name, in the order they are written.</summary>
    public static readonly IReadOnlyList<TextStyle> All =
        [Standard, Agency, Title, PrintedOn, Prose, .. Hanging, .. Headings, Caption, Figure, AfterTable, PageHead, PageFoot, .. Cells.Values];

    /// <summary>The name inside an OpenDocument file.</summary>
    public string OdfId { get => field ?? Id; init; }

    public bool Bold { get; init; }

    public Alignment Alignment { get; init; }

    public double Before { get; init; }

    public double After { get; init; }

    /// <summary>As a part of the font's own line height.</summary>
    public double LineHeight { get; init; } = 1;

    /// <summary>Stays on the page of what follows.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>How far the lines behind the first are set in.</summary>
    public double Hang { get; init; }

    /// <summary>A gap between Chinese and digits: pleasant in prose, but in a narrow cell it breaks 「3月」 apart.</summary>
    public bool SpacesDigits { get; init; } = true;

    /// <summary>Level of a heading from 1, 0 for all else.</summary>
    public int Level { get; init; }

    /// <summary>Colour as #RRGGBB.</summary>
    public string Ink { get; init; } = "#000000";

    public static TextStyle Heading(int level) => Headings[Math.Clamp(level, 1, Headings.Length) - 1];

    public static TextStyle Of(Cell cell) => Cells[(cell.Look, CellStyle.Of(cell).Alignment)];

    /// <summary>The style of a paragraph: a number at its start lets the further lines hang under the text.</summary>
    public static TextStyle OfParagraph(string text) =>
        (int)Math.Round(ListLead.WidthIn(text)) is > 0 and var ems ? Hanging[Math.Min(ems, DeepestHang) - 1] : Prose;

    private static TextStyle OfHang(int ems) =>
        Prose with { Id = $"BodyTextHang{ems}", Name = $"內文 凸排 {ems} 字", OdfId = $"Text_20_body_20_hang_20_{ems}", Hang = ems * Prose.Size };

    private static TextStyle OfLevel(int level, double size) => new($"Heading{level}", $"Heading {level}", size)
    {
        OdfId = $"Heading_20_{level}",
        Level = level,
        Bold = true,
        Before = 12 - 2 * level,
        After = 4,
        KeepsNext = true,
    };

    private static TextStyle OfLook(CellLook look, Alignment alignment)
    {
        var side = alignment switch { Alignment.Centre => "置中", Alignment.Right => "靠右", _ => "靠左" };
        return new TextStyle($"Cell{look}{alignment}", $"表格 {NameOf(look)} {side}", 10)
        {
            Bold = look is CellLook.Header or CellLook.Total,
            Alignment = alignment,
            SpacesDigits = false,
            Ink = LookColours.Of(look).Ink,
        };
    }

    private static string NameOf(CellLook look) => look switch
    {
        CellLook.Header => "標題列",
        CellLook.Centered => "一般",
        CellLook.Good => "良好",
        CellLook.Calm => "如期",
        CellLook.Warning => "注意",
        CellLook.Alarm => "警示",
        CellLook.Muted => "淡色",
        CellLook.Total => "合計",
        _ => "內文",
    };
}
