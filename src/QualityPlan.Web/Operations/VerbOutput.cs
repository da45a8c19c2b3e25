using System.Text;

namespace QualityPlan.Web.Operations;

/// <summary>How verbs say no: one zh-TW sentence on standard error, and exit code 2.</summary>
internal static class VerbOutput
{
    private const int Refused = 2;

    public static async Task<int> RefuseAsync(string sentence)
    {
        await SayAsync(sentence);
        return Refused;
    }

    public static async Task SayAsync(string sentence)
    {
        await using var error = Console.OpenStandardError();
        await error.WriteAsync(Encoding.UTF8.GetBytes(sentence.ReplaceLineEndings(" ") + "\n"));
    }
}
