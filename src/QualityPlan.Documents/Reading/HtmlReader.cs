namespace QualityPlan.Documents.Reading;

/// <summary>
/// Reads html: a saved page, or what the clipboard holds after copying from Word, Writer, Excel or Calc.
/// At most 10 MB, 20,000 rows and 200 columns; scripts, styles and comments are not read.
/// </summary>
public sealed class HtmlReader : IDocumentReader
{
    public const int MaximumBytes = 10 * 1024 * 1024;

    public DocumentFormat Format => DocumentFormat.Html;

    public ReadResult Read(Stream file)
    {
        var bytes = ReadAtMost(file, MaximumBytes + 1);
        return bytes.Length switch
        {
            0 => Refusals.Empty,
            > MaximumBytes => Refusals.TooLarge(bytes.Length, ReadingLimits.ImportMegabytes),
            _ => Read(bytes),
        };
    }

    internal static ReadResult Read(byte[] bytes) =>
        HtmlEncoding.Decode(bytes) is { } html ? Parse(html) : Refusals.UnknownEncoding;

    /// <summary>Reads pasted html (already text), under the same limits.</summary>
    public ReadResult Read(string html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return Refusals.Empty;
        }

        return html.Length > MaximumBytes ? Refusals.TooLarge(html.Length, ReadingLimits.ImportMegabytes) : Parse(html);
    }

    private static ReadResult Parse(string html)
    {
        var scanner = new HtmlScanner(WithoutClipboardHeader(html));
        var builder = new HtmlDocumentBuilder(new ReadingBudget());
        try
        {
            while (scanner.Next() is { } token)
            {
                if (builder.Add(token) is { } refusal)
                {
                    return refusal;
                }
            }

            return builder.Build();
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>Windows puts lines such as 「StartHTML:0000000105」 before what was copied.</summary>
    private static string WithoutClipboardHeader(string html) =>
        html.StartsWith("Version:", StringComparison.Ordinal) && html.IndexOf('<') is var start and > 0 ? html[start..] : html;

    /// <summary>Reads the stream to its end or to the limit, whichever comes first.</summary>
    private static byte[] ReadAtMost(Stream file, int limit)
    {
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while (held.Length < limit && (count = file.Read(buffer, 0, (int)Math.Min(buffer.Length, limit - held.Length))) > 0)
        {
            held.Write(buffer, 0, count);
        }

        return held.ToArray();
    }
}
