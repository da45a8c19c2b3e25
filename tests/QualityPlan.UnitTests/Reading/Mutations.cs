using System.IO.Compression;
using System.Text;

namespace QualityPlan.UnitTests.Reading;

/// <summary>
/// The sample files, spoilt in ways that follow from a seed: the same seed always gives the same bytes.
/// QUALITYPLAN_MUTATIONS says how many are tried; without it a few hundred.
/// </summary>
internal static class Mutations
{
    private const int Usual = 300;
    private const int OneIn = 20;

    private static readonly string[] Splinters =
    [
        "<", ">", "\0", "&#0;", "&who;", "<!DOCTYPE a>", "<!--", "]]>", "</w:tbl>", "<w:tbl>", "<w:tr/>", "</table:table>", "<table:table-row/>",
        "</td>", "<table>", "<tr><td rowspan=99999 colspan=99999>", "\u202E", "\uFFFE", "龘", "999999999999", "-1", "\"", "\t\t\t\n",
    ];

    private static readonly string[] Files = [.. new[] { "plans", "shapes" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples", folder)))
        .Where(file => Path.GetExtension(file) is ".docx" or ".odt" or ".xlsx" or ".ods" or ".html" or ".txt" or ".csv").Order(StringComparer.Ordinal)];

    public static int Count => int.TryParse(Environment.GetEnvironmentVariable("QUALITYPLAN_MUTATIONS"), out var count) ? count : Usual;

    /// <summary>Whether a number was asked for.</summary>
    public static bool AreAllTried => Environment.GetEnvironmentVariable("QUALITYPLAN_MUTATIONS") is not null;

    /// <summary>The seeds that go through the pages: all asked for, or one in twenty.</summary>
    public static IEnumerable<int> ThroughPages => Enumerable.Range(0, Count).Where(seed => AreAllTried || seed % OneIn == 0);

    public static (string FileName, byte[] Bytes) Make(int seed)
    {
        var file = Files[seed % Files.Length];
        return Of((Path.GetFileName(file), File.ReadAllBytes(file)), seed);
    }

    public static (string FileName, byte[] Bytes) Of((string FileName, byte[] Bytes) file, int seed)
    {
        var random = new Random(seed);
        var whole = file.Bytes;
        var isPackage = whole.AsSpan().StartsWith("PK"u8);
        var bytes = random.Next(3) == 0 ? Spoilt(whole, random) : isPackage ? PartSpoilt(whole, random) : Splintered(whole, random);
        return (file.FileName, bytes);
    }

    private static byte[] Spoilt(byte[] bytes, Random random)
    {
        var (from, to) = Range(bytes, random);
        return random.Next(5) switch
        {
            0 => bytes[..to],
            1 => [.. bytes[..from], .. bytes[to..]],
            2 => [.. bytes[..to], .. bytes[from..]],
            3 => [.. bytes[..from], .. Noise(to - from, random), .. bytes[to..]],
            _ => Flipped(bytes, random),
        };
    }

    /// <summary>Changes one part and makes the package sound again, so that the parsers see it.</summary>
    private static byte[] PartSpoilt(byte[] package, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        var parts = zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).Select(entry => new RawPart(entry.FullName, Content(entry)) { Method = entry.Name == "mimetype" ? 0 : 8 }).ToList();
        var texts = parts.FindAll(part => part.Content.Length > 0 && part.Name.EndsWith("ml", StringComparison.Ordinal));
        var chosen = random.Next(4) == 0 ? texts[random.Next(texts.Count)] : texts.MaxBy(part => part.Content.Length)!;
        return RawZip.Of([.. parts.Select(part => part != chosen ? part : part with { Content = random.Next(4) == 0 ? Spoilt(part.Content, random) : Splintered(part.Content, random) })]);
    }

    private static byte[] Splintered(byte[] bytes, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var (from, to) = Range(bytes, random);
            to = random.Next(2) == 0 ? from : Math.Min(to, from + 40);
            bytes = [.. bytes[..from], .. Encoding.UTF8.GetBytes(Splinters[random.Next(Splinters.Length)]), .. bytes[to..]];
        }

        return bytes;
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        var flipped = (byte[])bytes.Clone();
        for (var flips = random.Next(1, 9); flips > 0; flips--)
        {
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        }

        return flipped;
    }

    private static byte[] Noise(int length, Random random)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    private static (int From, int To) Range(byte[] bytes, Random random)
    {
        var (one, other) = (random.Next(bytes.Length), random.Next(bytes.Length));
        return (Math.Min(one, other), Math.Max(one, other));
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
