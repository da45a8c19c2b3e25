namespace QualityPlan.Web.Features.Shared;

/// <summary>
/// The Chinese texts of a form that came too late, so that they can be copied from the page that says so. Passwords,
/// numbers and files are not among them.
/// </summary>
public static class TypedTexts
{
    /// <summary>Longer forms carry files and are not read: nobody is signed in.</summary>
    private const int MostBytes = 256 * 1024;

    private const char FirstHan = '⺀';

    public static async Task<IReadOnlyList<string>> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > MostBytes)
        {
            return [];
        }
        try
        {
            var form = await request.ReadFormAsync();
            return form.SelectMany(field => field.Value).OfType<string>().Where(IsWritten).Distinct().ToList();
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or BadHttpRequestException)
        {
            return [];
        }
    }

    private static bool IsWritten(string text) => text.Any(letter => letter >= FirstHan);
}
