namespace QualityPlan.Documents;

/// <summary>A file format this project reads or writes.</summary>
public enum DocumentFormat { Docx, Odt, Xlsx, Ods, Html, Pdf }

/// <summary>Writes a document in one format; user text stays text in every one of them.</summary>
public interface IDocumentWriter
{
    DocumentFormat Format { get; }

    /// <summary>Writes the whole document to <paramref name="output"/>, which stays open. Throws only when the stream does.</summary>
    void Write(Document document, Stream output);
}

/// <summary>
/// Reads a stranger's file in one format. Never throws for bad content: the answer is a document or a refusal.
/// </summary>
public interface IDocumentReader
{
    DocumentFormat Format { get; }

    ReadResult Read(Stream file);
}

/// <summary>The outcome of reading a file: exactly one of the two is set.</summary>
public sealed record ReadResult(Document? Document, Refusal? Refusal)
{
    public static implicit operator ReadResult(Document document) => new(document, null);

    public static implicit operator ReadResult(Refusal refusal) => new(null, refusal);
}

/// <summary>Why a file was not taken: a stable code such as FILE-EMPTY and one zh-TW sentence that says what to do.</summary>
public sealed record Refusal(string Code, string Sentence);
