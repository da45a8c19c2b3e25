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
        var bytes = ReadingRefusals.ReadAtMost(file, MaximumBytes + 1);
        if (bytes.Length == 0)
        {
            return ReadingRefusals.Empty;
        }

        if (bytes.Length > MaximumBytes)
        {
            return ReadingRefusals.TooLarge(bytes.Length, MaximumBytes);
        }

        return HtmlEncoding.Decode(bytes) is { } html ? Parse(html) : ReadingRefusals.UnknownEncoding;
    }

    /// <summary>Reads pasted html (already text), under the same limits.</summary>
    public ReadResult Read(string html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return ReadingRefusals.Empty;
        }

        return html.Length > MaximumBytes ? ReadingRefusals.TooLarge(html.Length, MaximumBytes) : Parse(html);
    }

    private static ReadResult Parse(string html)
    {
        var scanner = new HtmlScanner(WithoutClipboardHeader(html));
        var builder = new HtmlDocumentBuilder();
        while (scanner.Next() is { } token)
        {
            if (builder.Add(token) is { } refusal)
            {
                return refusal;
            }
        }

        return builder.Build();
    }

    /// <summary>Windows puts lines such as 「StartHTML:0000000105」 before what was copied.</summary>
    private static string WithoutClipboardHeader(string html) =>
        html.StartsWith("Version:", StringComparison.Ordinal) && html.IndexOf('<') is var start and > 0 ? html[start..] : html;
}
