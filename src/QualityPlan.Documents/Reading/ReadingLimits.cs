using System.Diagnostics;
using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>What a stranger's file may cost (匯入上限); sizes in bytes unless the name says otherwise.</summary>
public static class ReadingLimits
{
    public const int ImportMegabytes = 10;
    public const long ImportBytes = ImportMegabytes * Megabyte;
    public const long UnpackedBytes = 200 * Megabyte;
    public const int Ratio = 100;
    public const long RatioCountsAbove = Megabyte;
    public const int Entries = 2_000;
    public const int XmlDepth = 64;
    public const int Rows = 20_000;
    public const int Columns = 200;

    /// <summary>Empty cells of a sheet that are kept for their colour; any more are left out.</summary>
    public const int FilledCells = 20_000;

    /// <summary>What a reading keeps, as counted; with what it holds on the way it stays below 256 MB.</summary>
    public const long KeptBytes = 96 * Megabyte;

    /// <summary>The longest paragraph: its text is copied while it is put together.</summary>
    public const int ParagraphCharacters = 2_000_000;

    /// <summary>The longest run without an angle bracket in a part: the parser holds such a run in memory as a whole.</summary>
    public const int XmlRunBytes = 4 * 1024 * 1024;

    /// <summary>Time of the processor, not of the clock: a busy machine refuses nothing.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    private const long Megabyte = 1024 * 1024;
}

/// <summary>What one reading has used of its time and memory; stops the reading when either runs out.</summary>
internal sealed class ReadingBudget
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly TimeSpan processorBefore = Environment.CpuUsage.TotalTime;
    private long kept;
    private int ticks;

    /// <summary>Called for each small step; looks at the clock once in a thousand steps.</summary>
    public void Tick()
    {
        if ((++ticks & 0x3FF) == 0 && clock.Elapsed > ReadingLimits.Time
            && Environment.CpuUsage.TotalTime - processorBefore > ReadingLimits.Time)
        {
            throw new RefusedException(Refusals.TooComplex);
        }
    }

    /// <summary>Called while a paragraph grows.</summary>
    public static void Check(StringBuilder paragraph)
    {
        if (paragraph.Length > ReadingLimits.ParagraphCharacters)
        {
            throw new RefusedException(Refusals.TooComplex);
        }
    }

    /// <summary>Called for what stays in memory until the reading is done, with an estimate of its bytes.</summary>
    public void Keep(long bytes)
    {
        kept += bytes;
        if (kept > ReadingLimits.KeptBytes)
        {
            throw new RefusedException(Refusals.TooComplex);
        }
    }
}

/// <summary>Carries a refusal out of the depth of a parser to the door; never leaves the door.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
