using System.Xml;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// A stranger's bytes can break a reader in more ways than anyone lists: what nobody foresaw is refused too, under a code of
/// its own so that it is looked into.
/// </summary>
internal static class ReadingGuard
{
    public static T Run<T>(Func<T> read, Func<Refusal, T> refuse)
    {
        try
        {
            return read();
        }
        catch (RefusedException refused)
        {
            return refuse(refused.Refusal);
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or EndOfStreamException)
        {
            return refuse(Refusals.Damaged);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return refuse(Refusals.Unreadable);
        }
    }
}
