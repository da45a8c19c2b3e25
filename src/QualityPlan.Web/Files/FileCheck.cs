using System.Globalization;
using System.Text;
using QualityPlan.Domain;

namespace QualityPlan.Web.Files;

/// <summary>Judges an uploaded file by its name, its size and its bytes; only what is on the list comes in.</summary>
public static class FileCheck
{
    private const int HeadLength = 1024;

    public static Verdict Judge(string cleanName, Stream content, EvidenceOptions options)
    {
        if (content.Length == 0)
        {
            return Verdict.No("file-empty", "檔案是空的（0 位元組），請確認後重新選擇。");
        }
        if (content.Length > options.MaximumBytes)
        {
            var size = (content.Length / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture);
            return Verdict.No("file-size", $"檔案大小 {size} MB 超過上限 {options.MaximumMegabytes} MB，請壓縮圖片或分成多個檔案。");
        }
        var extension = FileNames.ExtensionOf(cleanName);
        if (extension is ".docm" or ".xlsm" or ".pptm")
        {
            return PackageCheck.HasMacros;
        }
        return FileKind.Of(extension) is { } kind ? JudgeContent(kind, content) : NotAccepted(extension);
    }

    private static Verdict NotAccepted(string extension)
    {
        var accepted = string.Join(' ', FileKind.All.Select(kind => kind.Extension));
        return Verdict.No("file-kind", extension.Length == 0
            ? $"檔名沒有副檔名，無法判斷種類。可接受：{accepted}"
            : $"不接受「{extension}」檔案。可接受：{accepted}");
    }

    private static Verdict JudgeContent(FileKind kind, Stream content)
    {
        var head = new byte[HeadLength];
        content.Position = 0;
        var length = content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        var start = head.AsSpan(0, length);
        return kind.Shape switch
        {
            FileShape.Pdf => Same(start.IndexOf("%PDF-"u8) >= 0, kind),
            FileShape.Jpeg => Same(start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]), kind),
            FileShape.Png => Same(start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), kind),
            FileShape.Text => Same(IsText(content, start), kind),
            _ => PackageCheck.Judge(kind, content),
        };
    }

    /// <summary>Plain text in UTF-8, UTF-16 or Big5, and not a page or a drawing under another name.</summary>
    private static bool IsText(Stream content, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }
        var start = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').ToLowerInvariant();
        return !start.StartsWith("<!doctype", StringComparison.Ordinal)
            && !start.StartsWith("<html", StringComparison.Ordinal)
            && !start.StartsWith("<svg", StringComparison.Ordinal)
            && !start.StartsWith("<script", StringComparison.Ordinal)
            && !start.StartsWith("<?xml", StringComparison.Ordinal)
            && !HasControlBytes(content);
    }

    private static bool HasControlBytes(Stream content)
    {
        content.Position = 0;
        Span<byte> buffer = stackalloc byte[4096];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            foreach (var one in buffer[..read])
            {
                if (one < 0x20 && one is not (0x09 or 0x0A or 0x0C or 0x0D))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static Verdict Same(bool isSame, FileKind kind) => isSame ? Verdict.Yes : Mismatch(kind);

    internal static Verdict Mismatch(FileKind kind) =>
        Verdict.No("file-mismatch", $"檔案內容與副檔名「{kind.Extension}」不符，請以原程式另存後再上傳。");
}
