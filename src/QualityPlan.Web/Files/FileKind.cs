namespace QualityPlan.Web.Files;

/// <summary>A kind of file that may be evidence: its extension, what it is served as, and how its bytes are recognised.</summary>
public sealed record FileKind(string Extension, string ContentType, FileShape Shape)
{
    /// <summary>For packages: the part or the mime type that only this kind has.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Everything that is accepted, in the order in which people are told.</summary>
    public static readonly IReadOnlyList<FileKind> All =
    [
        new(".pdf", "application/pdf", FileShape.Pdf),
        new(".jpg", "image/jpeg", FileShape.Jpeg),
        new(".jpeg", "image/jpeg", FileShape.Jpeg),
        new(".png", "image/png", FileShape.Png),
        Ooxml(".docx", "wordprocessingml.document", "word/"),
        Ooxml(".xlsx", "spreadsheetml.sheet", "xl/"),
        Ooxml(".pptx", "presentationml.presentation", "ppt/"),
        OpenDocument(".odt", "application/vnd.oasis.opendocument.text"),
        OpenDocument(".ods", "application/vnd.oasis.opendocument.spreadsheet"),
        OpenDocument(".odp", "application/vnd.oasis.opendocument.presentation"),
        new(".csv", "text/csv", FileShape.Text),
        new(".txt", "text/plain", FileShape.Text),
    ];

    /// <summary>For the <c>accept</c> of a file box.</summary>
    public static readonly string Accept = string.Join(',', All.Select(kind => kind.Extension));

    public static FileKind? Of(string extension) => All.FirstOrDefault(kind => kind.Extension == extension);

    private static FileKind Ooxml(string extension, string type, string folder) =>
        new(extension, $"application/vnd.openxmlformats-officedocument.{type}", FileShape.Ooxml) { Mark = folder };

    private static FileKind OpenDocument(string extension, string type) =>
        new(extension, type, FileShape.OpenDocument) { Mark = type };
}

/// <summary>How the bytes of a file are recognised.</summary>
public enum FileShape { Pdf, Jpeg, Png, Ooxml, OpenDocument, Text }
