namespace QualityPlan.Documents.Writing.Raw;

/// <summary>A column of a raw dump (全部資料): its name for programs and for people.</summary>
public sealed record RawColumn(string Key, string Title)
{
    /// <summary>Width in a spreadsheet, in characters.</summary>
    public double Width { get; init; } = 14;
}

/// <summary>
/// Writes a table row by row without keeping it: a value is a text, a whole number or null. Text stays text in every
/// format. Dispose writes the end; the stream stays open.
/// </summary>
public interface IRawWriter : IDisposable
{
    /// <summary>One row, a value for each column in their order.</summary>
    void Write(IReadOnlyList<object?> values);
}

/// <summary>A format of raw dumps.</summary>
public sealed record RawFormat(string Extension, string ContentType, Func<Stream, IReadOnlyList<RawColumn>, IRawWriter> Open)
{
    public static readonly IReadOnlyList<RawFormat> All =
    [
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (stream, columns) => new RawXlsx(stream, columns)),
        new("csv", "text/csv; charset=utf-8", (stream, columns) => new RawCsv(stream, columns)),
        new("json", "application/json", (stream, columns) => new RawJson(stream, columns)),
    ];

    /// <summary>Null for an extension that dumps do not come in.</summary>
    public static RawFormat? Of(string? extension) => All.FirstOrDefault(one => one.Extension == extension);
}
