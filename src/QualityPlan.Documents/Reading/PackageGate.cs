using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// Whether a stranger's Office package may be kept unread (佐證): a bomb, a broken zip, macros and passwords are found under
/// every name, and what the document inside says is not looked at.
/// </summary>
public static class PackageGate
{
    /// <summary>What is inside, or the reason against it; <paramref name="extension"/> without its dot. Never throws for bad content.</summary>
    public static (PackageLook? Look, Refusal? Refusal) Open(string extension, byte[] content) => ReadingGuard.Run<(PackageLook?, Refusal?)>(
        () => OldContainer.Is(content) ? (null, OfOldContainer(extension, content)) : OfPackage(extension, content),
        refusal => (null, refusal));

    /// <summary>An old binary file is no longer what its new name says; only a password leaves it what it was.</summary>
    private static Refusal OfOldContainer(string extension, byte[] content) =>
        OldContainer.Refusal(content, extension) is { } refusal && refusal == Refusals.Password ? refusal : Refusals.Mismatch(extension);

    private static (PackageLook?, Refusal?) OfPackage(string extension, byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return (null, Refusals.Mismatch(extension));
        }

        var package = GuardedPackage.Open(content);
        PackageKind.Of(package);
        return (new PackageLook([.. package.Names], package.Has("mimetype") ? Encoding.ASCII.GetString(package.Beginning("mimetype")).Trim() : ""), null);
    }
}

/// <summary>What an Office package holds (封裝內容): the names of its parts, and the MIME type an OpenDocument file gives itself, else empty.</summary>
public sealed record PackageLook(IReadOnlyList<string> Names, string MimeType);
