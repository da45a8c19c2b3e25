using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// The container of old Office files (OLE): a .docx in it is encrypted, or an old file under a new name.
/// </summary>
internal static class OldContainer
{
    private static ReadOnlySpan<byte> Mark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith(Mark);

    public static Refusal Refusal(ReadOnlySpan<byte> content, string extension) =>
        HasStream(content, "EncryptedPackage") || HasStream(content, "EncryptionInfo") ? Refusals.Password
        : HasStream(content, "WordDocument") ? Refusals.OldFormat("doc")
        : HasStream(content, "Workbook") || HasStream(content, "Book") ? Refusals.OldFormat("xls")
        : Refusals.Mismatch(extension);

    private static bool HasStream(ReadOnlySpan<byte> content, string name) =>
        content.IndexOf(Encoding.Unicode.GetBytes(name + "\0")) >= 0;
}
