using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>styles.xml and settings.xml of a docx: the named styles, the font and the language.</summary>
internal static class DocxLooks
{
    public const string TableStyle = "PlanTable";

    private const int Twentieth = 20;
    private const int SingleLine = 240;

    public static Styles Styles() => new(
    [
        Defaults(),
        .. TextStyle.All.Select(Of),
        TableLook(),
    ]);

    /// <summary>Compatibility mode 15 is that of Word 2013 and later; without it Word opens the file in an old layout.</summary>
    public static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-TW" });

    public static string Points(double points, int unit) =>
        Math.Round(points * unit).ToString(CultureInfo.InvariantCulture);

    /// <summary>Six hexadecimal digits without the #.</summary>
    public static string Colour(string colour) => colour[1..];

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = CellStyle.Font, HighAnsi = CellStyle.Font, EastAsia = CellStyle.Font, ComplexScript = CellStyle.Font },
            new Kern { Val = 2 },
            new FontSize { Val = Points(TextStyle.Standard.Size, 2) },
            new FontSizeComplexScript { Val = Points(TextStyle.Standard.Size, 2) },
            new Languages { Val = "en-US", EastAsia = "zh-TW", Bidi = "ar-SA" })),
        new ParagraphPropertiesDefault());

    private static Style Of(TextStyle look)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = look.Id, CustomStyle = look.Name.Any(letter => letter > 127) ? true : null };
        style.Append(new StyleName { Val = look.Name });
        if (look == TextStyle.Standard)
        {
            style.Default = true;
        }
        else
        {
            style.Append(new BasedOn { Val = TextStyle.Standard.Id });
        }

        if (look.Level > 0)
        {
            style.Append(new NextParagraphStyle { Val = TextStyle.Prose.Id });
        }

        style.Append(new PrimaryStyle(), ParagraphLook(look), RunLook(look));
        return style;
    }

    private static StyleParagraphProperties ParagraphLook(TextStyle look)
    {
        var settings = new StyleParagraphProperties();
        if (look.KeepsNext)
        {
            settings.Append(new KeepNext());
        }

        if (!look.SpacesDigits)
        {
            settings.Append(new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false });
        }

        settings.Append(
            new SpacingBetweenLines
            {
                Before = Points(look.Before, Twentieth),
                After = Points(look.After, Twentieth),
                Line = Points(look.LineHeight, SingleLine),
                LineRule = LineSpacingRuleValues.Auto,
            });
        if (look.Hang > 0)
        {
            settings.Append(new Indentation { Left = Points(look.Hang, Twentieth), Hanging = Points(look.Hang, Twentieth) });
        }

        settings.Append(
            new Justification
            {
                Val = look.Alignment switch
                {
                    Alignment.Centre => JustificationValues.Center,
                    Alignment.Right => JustificationValues.Right,
                    _ => JustificationValues.Left,
                },
            });
        if (look.Level > 0)
        {
            settings.Append(new OutlineLevel { Val = look.Level - 1 });
        }

        return settings;
    }

    private static StyleRunProperties RunLook(TextStyle look)
    {
        var settings = new StyleRunProperties();
        if (look.Bold)
        {
            settings.Append(new Bold());
        }

        settings.Append(
            new Color { Val = Colour(look.Ink) },
            new FontSize { Val = Points(look.Size, 2) },
            new FontSizeComplexScript { Val = Points(look.Size, 2) });
        return settings;
    }

    private static Style TableLook()
    {
        var borders = new TableBorders();
        foreach (var border in new BorderType[]
            { new TopBorder(), new LeftBorder(), new BottomBorder(), new RightBorder(), new InsideHorizontalBorder(), new InsideVerticalBorder() })
        {
            (border.Val, border.Size, border.Space, border.Color) = (BorderValues.Single, 4U, 0U, Colour(LookColours.Line));
            borders.Append((OpenXmlElement)border);
        }

        return new Style(
            new StyleName { Val = "計畫表格" },
            new StyleTableProperties(borders, new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 90, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 90, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table,
            StyleId = TableStyle,
            CustomStyle = true,
        };
    }
}
