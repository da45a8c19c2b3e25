using System.Collections.Concurrent;
using System.Threading.Channels;

namespace QualityPlan.Web.Features.Exports;

/// <summary>
/// Makes ordered papers outside the requests, one after another in the instance that took the order; how far each has come
/// stands in the database, where every instance shows it. An instance that dies says no more that it is alive, and its
/// papers are shown as broken off. Asks the database nothing while there is nothing to make.
/// </summary>
public sealed class PaperMaker(IServiceScopeFactory scopes, ILogger<PaperMaker> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly Channel<int> _waiting = Channel.CreateUnbounded<int>();
    private readonly ConcurrentDictionary<int, Turn> _turns = [];

    /// <summary>Puts a saved order in the queue; the task ends when it is made, has failed or was taken back.</summary>
    public Task Take(int paperId)
    {
        var turn = _turns.GetOrAdd(paperId, _ => new Turn());
        _waiting.Writer.TryWrite(paperId);
        return turn.Done.Task;
    }

    /// <summary>Ends with the making of a paper that this instance has in hand; at once for any other.</summary>
    public Task Made(int paperId) => _turns.TryGetValue(paperId, out var turn) ? turn.Done.Task : Task.CompletedTask;

    /// <summary>Stops the work on a paper whose row is gone; another instance notices at its next beat.</summary>
    public void Drop(int paperId)
    {
        if (_turns.TryGetValue(paperId, out var turn))
        {
            turn.Stop.Cancel();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var paperId in _waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await MakeAsync(paperId, stoppingToken);
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            await BreakOffAsync();
        }
    }

    private async Task MakeAsync(int paperId, CancellationToken stopping)
    {
        var turn = _turns[paperId];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, turn.Stop.Token);
        using var beating = new CancellationTokenSource();
        var beats = BeatAsync(beating.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PaperWork>().MakeAsync(paperId, stop.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            log.LogInformation("Paper {Paper} was taken back while it was made.", paperId);
        }
        catch (Exception problem) when (!stopping.IsCancellationRequested)
        {
            log.LogError(problem, "Paper {Paper} could not be made.", paperId);
            await FailAsync([paperId], PaperWork.Broken);
        }
        finally
        {
            await beating.CancelAsync();
            await beats;
            if (!stopping.IsCancellationRequested)
            {
                _turns.TryRemove(paperId, out _);
                turn.Done.TrySetResult();
            }
        }
    }

    /// <summary>Says that the papers of this instance are alive, and drops those whose rows are gone.</summary>
    private async Task BeatAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                await BeatOnceAsync(end);
            }
        }
        catch (OperationCanceledException)
        {
            // The paper is made.
        }
    }

    /// <summary>A beat that is missed is no reason to miss the next one.</summary>
    private async Task BeatOnceAsync(CancellationToken end)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            int[] own = [.. _turns.Keys];
            var there = await scope.ServiceProvider.GetRequiredService<PaperWork>().KeepAliveAsync(own, end);
            own.Except(there).ToList().ForEach(Drop);
        }
        catch (Exception problem) when (!end.IsCancellationRequested)
        {
            log.LogWarning(problem, "Papers under way could not be kept alive.");
        }
    }

    /// <summary>The site goes down in order: nobody has to wait to learn that his paper is not made.</summary>
    private async Task BreakOffAsync()
    {
        await FailAsync([.. _turns.Keys], PaperWork.BrokenOff);
        foreach (var turn in _turns.Values)
        {
            turn.Done.TrySetResult();
        }
    }

    /// <summary>What cannot even be marked, as the database is away, is shown as broken off once nobody says that it is alive.</summary>
    private async Task FailAsync(int[] paperIds, string sentence)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PaperWork>().FailAsync(paperIds, sentence);
        }
        catch (Exception problem)
        {
            log.LogWarning(problem, "Papers {Papers} could not be marked as failed.", paperIds);
        }
    }

    private sealed class Turn
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Stop { get; } = new();
    }
}
