using System.Diagnostics;
using System.Runtime.InteropServices;

namespace QualityPlan.UnitTests.Reading;

/// <summary>How long this thread kept a processor busy: other work on the machine does not count.</summary>
internal static class ProcessorTime
{
    private const int OfThisThread = 3;

    /// <summary>What no file may cost.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static TimeSpan Of(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    private static TimeSpan Now() =>
        OperatingSystem.IsLinux() && ClockGetTime(OfThisThread, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
            : Stopwatch.GetElapsedTime(0, Stopwatch.GetTimestamp());

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out Moment time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Moment
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
