using System.Diagnostics;
using System.Text;
using QualityPlan.UnitTests.Writing;
using QualityPlan.Web.Books;
using Shouldly;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.WebTests.Books;

/// <summary>
/// Every book of the <see cref="BookGround"/> in every format, printed once; all that LibreOffice can open was opened and
/// saved as pdf by it in one call.
/// </summary>
public sealed class PrintedBooks : IAsyncLifetime
{
    private readonly BookGround _ground = new();
    private readonly LibreOffice _office = new();
    private readonly Dictionary<string, byte[]> _files = [];

    internal PlainFacts Facts { get; private set; } = null!;

    internal PlainBooks Plain => new(Facts);

    public static IReadOnlyList<string> Names { get; } =
        ["plan", "table", "quarter-1", "quarter-2", "exceptions-1", "exceptions-2", "memo-1", "memo-2", "unit-0", "unit-1", "year"];

    public static IReadOnlyList<Format> FormatsOf(string name) => BookFormats.Of(WishOf(name, 0, [0, 0]).Kind);

    public BookWish Wish(string name) => WishOf(name, Facts.Plan.Id, [.. Facts.Filings.Select(one => one.UnitId).Distinct().Order()]);

    public byte[] File(string name, Format format) => _files[FileName(name, format)];

    /// <summary>The pages of a file: a pdf as it is, any other as LibreOffice shows it. Without blanks and line ends.</summary>
    public IReadOnlyList<string> Pages(string name, Format format) => PagesOf(
        format == Format.Pdf ? File(name, format) : _office.Result($"{FileName(name, format).Replace('.', '_')}.pdf"));

    public static string Folded(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    public async ValueTask InitializeAsync()
    {
        var seed = await _ground.PlantedAsync();
        Facts = await PlainFacts.ReadAsync(_ground, seed.PlanId);
        foreach (var name in Names)
        {
            foreach (var format in FormatsOf(name))
            {
                _files[FileName(name, format)] = await _ground.PrintAsync(WishOf(name, seed.PlanId, seed.UnitIds), format);
            }
        }
        // The name without its dot: every file becomes a pdf of its own.
        var opened = _files.Where(file => !file.Key.EndsWith(".pdf", StringComparison.Ordinal))
            .Select(file => _office.Add($"{file.Key.Replace('.', '_')}.{file.Key.Split('.')[1]}", file.Value));
        _office.Convert("pdf", [.. opened]);
    }

    public async ValueTask DisposeAsync()
    {
        _office.Dispose();
        await _ground.DisposeAsync();
    }

    private static BookWish WishOf(string name, int planId, IReadOnlyList<int> unitIds) => name.Split('-') switch
    {
        ["plan"] => new BookWish(BookKind.Plan, planId),
        ["table"] => new BookWish(BookKind.Plan, planId) { IsTableOnly = true },
        ["year"] => new BookWish(BookKind.Year, planId),
        ["unit", var at] => new BookWish(BookKind.Unit, planId) { UnitId = unitIds[int.Parse(at)] },
        ["quarter", var quarter] => new BookWish(BookKind.Quarter, planId) { Quarter = int.Parse(quarter) },
        ["exceptions", var quarter] => new BookWish(BookKind.Exceptions, planId) { Quarter = int.Parse(quarter) },
        [_, var quarter] => new BookWish(BookKind.Memo, planId) { Quarter = int.Parse(quarter) },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static string FileName(string name, Format format) => $"{name}.{BookPress.Extension(format)}";

    private static List<string> PagesOf(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"qualityplan-{Guid.NewGuid():N}.pdf");
        System.IO.File.WriteAllBytes(file, pdf);
        try
        {
            var start = new ProcessStartInfo("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
            using var running = Process.Start(start)!;
            var text = running.StandardOutput.ReadToEnd();
            running.WaitForExit();
            running.ExitCode.ShouldBe(0);
            return [.. text.Split('\f').Select(Folded)];
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }
}
