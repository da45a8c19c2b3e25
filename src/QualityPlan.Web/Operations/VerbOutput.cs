using System.Text;

namespace QualityPlan.Web.Operations;

/// <summary>What verbs leave behind: files that are whole, and to say no one zh-TW sentence on standard error and exit code 2.</summary>
internal static class VerbOutput
{
    private const int Refused = 2;

    public static async Task<int> RefuseAsync(string sentence)
    {
        await SayAsync(sentence);
        return Refused;
    }

    /// <summary>Under another name first, so that half a file is never taken for a whole one.</summary>
    public static async Task WriteWholeAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = path + ".part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite))
            {
                await write(file);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public static async Task SayAsync(string sentence)
    {
        await using var error = Console.OpenStandardError();
        await error.WriteAsync(Encoding.UTF8.GetBytes(sentence.ReplaceLineEndings(" ") + "\n"));
    }
}
