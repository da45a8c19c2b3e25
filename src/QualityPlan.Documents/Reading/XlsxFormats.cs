using System.Globalization;

namespace QualityPlan.Documents.Reading;

/// <summary>Shows the numbers of a workbook as its cells are formatted; without a styles part as plain numbers.</summary>
internal sealed class XlsxFormats
{
    private readonly Dictionary<int, string> codes = [];
    private readonly List<int> cellFormats = [];
    private readonly Dictionary<int, NumberFormat> known = [];
    private readonly bool countsFrom1904;
    private readonly XlsxFills fills = new();

    private XlsxFormats(bool countsFrom1904) => this.countsFrom1904 = countsFrom1904;

    public static XlsxFormats Read(GuardedPackage package, string? part, bool countsFrom1904)
    {
        var formats = new XlsxFormats(countsFrom1904);
        using var reader = part is null ? null : package.Part(part);
        if (reader?.Root("x:styleSheet") != true)
        {
            return formats;
        }

        foreach (var name in reader.Children())
        {
            if (name is "x:numFmts" or "x:cellXfs")
            {
                formats.ReadGroup(reader);
            }
            else if (name == "x:fills")
            {
                formats.fills.Read(reader);
            }
        }

        return formats;
    }

    /// <summary>The shown text, and the number itself unless it is a date.</summary>
    public (string Text, decimal? Number) Show(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return (value, null);
        }

        var format = Of(style);
        var text = format.Show(number, countsFrom1904);
        return (text, format.IsDate || Math.Abs(number) > 1e27 ? null : (decimal)number);
    }

    public string FillOf(int style) => fills.Of(style);

    private void ReadGroup(PartReader reader)
    {
        foreach (var name in reader.Children())
        {
            if (name == "x:numFmt")
            {
                codes[reader.Integer("numFmtId", -1)] = reader["formatCode"] ?? "";
            }
            else if (name == "x:xf")
            {
                cellFormats.Add(reader.Integer("numFmtId", 0));
                fills.AddFormat(reader.Integer("fillId", 0));
            }
        }
    }

    private NumberFormat Of(int style)
    {
        var id = style >= 0 && style < cellFormats.Count ? cellFormats[style] : 0;
        if (!known.TryGetValue(id, out var format))
        {
            known[id] = format = new NumberFormat(codes.GetValueOrDefault(id) ?? BuiltIn(id));
        }

        return format;
    }

    /// <summary>The formats a workbook need not spell out, as they look in Taiwan.</summary>
    private static string BuiltIn(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 or 37 or 38 => "#,##0",
        4 or 39 or 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 or 15 or 30 => "yyyy/m/d",
        16 => "m/d",
        17 or 55 => "yyyy/m",
        18 or 20 or 32 => "h:mm",
        19 or 21 or 33 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 or 36 or 50 or 52 or 57 => "[$-404]e/m/d",
        28 or 29 or 51 or 54 or 58 => "[$-404]e\"年\"m\"月\"d\"日\"",
        31 or 53 => "yyyy\"年\"m\"月\"d\"日\"",
        34 or 56 => "h\"時\"mm\"分\"",
        35 => "h\"時\"mm\"分\"ss\"秒\"",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss",
        _ => "General",
    };
}
