using System.Diagnostics;
using System.Net;
using System.Runtime;
using System.Text.RegularExpressions;
using QualityPlan.UnitTests.Reading;

namespace QualityPlan.WebTests.Features.Uploads;

/// <summary>Counts what a door said to many files, and what it took to say it.</summary>
internal sealed partial class UploadTally(UploadDoor first)
{
    private const int Large = 1_000_000;

    private UploadDoor door = first;
    private readonly SortedDictionary<string, int> answers = new(StringComparer.Ordinal);
    private TimeSpan longest;

    /// <summary>Answers that a stranger's file must not bring about.</summary>
    public List<string> Failures { get; } = [];

    public int Accepted { get; private set; }

    /// <summary>Goes on at another door of the same kind.</summary>
    public void MoveTo(UploadDoor another) => door = another;

    public async Task<Answer> UploadAsync(string what, string fileName, byte[] bytes)
    {
        var before = Environment.CpuUsage.TotalTime;
        var answer = await door.UploadAsync(fileName, bytes);
        var time = Environment.CpuUsage.TotalTime - before;
        var complaint = UploadDoor.Complaint(answer);
        var isTaken = answer.Status == door.Accepts && complaint.Length == 0;
        Accepted += isTaken ? 1 : 0;
        Count(isTaken ? "accepted" : CodeIn(complaint));
        longest = time > longest ? time : longest;
        if (!isTaken && (answer.Status != HttpStatusCode.UnprocessableEntity || complaint.Length == 0))
        {
            Failures.Add($"{what}: {(int)answer.Status} 「{complaint}」");
        }
        // The time is that of the whole process: true only where the tests of the full run stand alone in it.
        if (Mutations.AreAllTried && time > ProcessorTime.Longest)
        {
            Failures.Add($"{what}: {time.TotalSeconds:0.0} s");
        }
        if (Mutations.AreAllTried && bytes.Length > Large)
        {
            // The files are made in the memory that is counted: what is left of one must not stand in the way of the next.
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect();
        }
        return answer;
    }

    /// <summary>Adds a line to artifacts/hostile.txt, which <c>tests/run.sh hostile</c> prints.</summary>
    public void Report(string files)
    {
        if (Mutations.AreAllTried)
        {
            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576;
            File.AppendAllText(Path.Combine(Environment.GetEnvironmentVariable("QUALITYPLAN_TEST_WORK")!, "hostile.txt"),
                $"{door.Name}, {files}: {answers.Values.Sum()} files, {Failures.Count} failures, longest {longest.TotalSeconds:0.00} s, "
                + $"peak of the process {peak} MB; {string.Join(", ", answers.Select(pair => $"{pair.Key} {pair.Value}"))}\n");
        }
    }

    private static string CodeIn(string complaint) =>
        Code().Match(complaint) is { Success: true } code ? code.Groups[1].Value : Quoted().Replace(complaint, "「…」").Split('，', '。')[0];

    private void Count(string answer) => answers[answer] = answers.GetValueOrDefault(answer) + 1;

    [GeneratedRegex("錯誤代碼：([A-Z-]+)，追蹤碼：")]
    private static partial Regex Code();

    [GeneratedRegex("「[^」]*」|[0-9.]+ MB")]
    private static partial Regex Quoted();
}
