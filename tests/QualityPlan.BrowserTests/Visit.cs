using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace QualityPlan.BrowserTests;

/// <summary>One person's visit: a browser window, and what went wrong in it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _problems = new();

    public Visit(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        page.PageError += (_, error) => _problems.Enqueue($"script: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy"))
            {
                _problems.Enqueue($"console: {message.Text}");
            }
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500)
            {
                _problems.Enqueue($"{answer.Status} {answer.Request.Method} {answer.Url}");
            }
        };
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Script errors, blocked contents and server errors seen so far.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    public ILocator Find(string testId) => Page.GetByTestId(testId);

    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>Does what starts a download and gives the file.</summary>
    public async Task<Download> DownloadAsync(Func<Task> click)
    {
        var download = await Page.RunAndWaitForDownloadAsync(click);
        return new Download(download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    public async ValueTask DisposeAsync() => await Context.CloseAsync();
}

/// <summary>A file as the person got it.</summary>
public sealed record Download(string FileName, byte[] Bytes);
