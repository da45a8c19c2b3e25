using System.Xml;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// Whether a stranger's Office package may be kept unread (佐證): a bomb, a broken zip, macros and passwords are found under
/// every name, and what the document inside says is not looked at.
/// </summary>
public static class PackageGate
{
    /// <summary>The reason against it, or null; <paramref name="extension"/> without its dot. Never throws for bad content.</summary>
    public static Refusal? Judge(string extension, byte[] content)
    {
        try
        {
            return OldContainer.Is(content) ? OfOldContainer(extension, content) : OfPackage(extension, content);
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or EndOfStreamException)
        {
            return Refusals.Damaged;
        }
    }

    /// <summary>An old binary file is no longer what its new name says; only a password leaves it what it was.</summary>
    private static Refusal OfOldContainer(string extension, byte[] content) =>
        OldContainer.Refusal(content, extension) is { } refusal && refusal == Refusals.Password ? refusal : Refusals.Mismatch(extension);

    private static Refusal? OfPackage(string extension, byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return Refusals.Mismatch(extension);
        }

        PackageKind.Of(GuardedPackage.Open(content));
        return null;
    }
}
