using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Books;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>Writing the books and reading a plan's file, warm.</summary>
internal static class BookFigures
{
    private static readonly (DocumentFormat Format, double Plan, double Quarter)[] Budgets =
        [(DocumentFormat.Pdf, 50, 2000), (DocumentFormat.Ods, 20, 300), (DocumentFormat.Xlsx, 150, 3000)];

    public static async Task MeasureAsync(Libraries libraries, FigureTable table)
    {
        var press = libraries.Real.Site.Services.GetRequiredService<BookPress>();
        var plan = await PlanDocumentAsync(libraries.Real);
        foreach (var (format, budget, _) in Budgets)
        {
            table.Add($"計畫表, 97 rows, {format}", await Cost.OfCpuAsync(10, () => press.Print(plan, format)), budget);
        }
        foreach (var (format, _, _) in Budgets)
        {
            var memory = await MemoryProbe.AskAsync(libraries.Real.File, format);
            table.Add($"計畫表, 97 rows, {format}, memory above idle", memory, 60, "MB", "1 process");
        }
        var quarter = await QuarterDocumentAsync(libraries.TenThousand);
        foreach (var (format, _, budget) in Budgets)
        {
            table.Add($"季彙整表, 10,000 rows, {format}", await Cost.OfCpuAsync(1, () => press.Print(quarter, format)), budget);
        }
        var docx = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "ncl-100.docx"));
        table.Add("reading ncl-100.docx", await Cost.OfCpuAsync(10, () => Recover(docx)), 150);
    }

    public static Task<Document> PlanDocumentAsync(Library library) => library.Site.AskAsync(async db =>
        PlanBook.Build(await PlanBookReader.ReadAsync(db, library.PlanId, BenchClock.Day, default)
            ?? throw new InvalidOperationException("The plan is not there.")));

    private static Task<Document> QuarterDocumentAsync(Library library) => library.Site.AskAsync(async db =>
        QuarterBook.Build(await QuarterBookReader.ReadAsync(
            db, library.PlanId, new Quarter(RocYear.FromDate(BenchClock.Day), 3), BenchClock.Day, default)
            ?? throw new InvalidOperationException("The quarter is not there.")));

    private static void Recover(byte[] docx)
    {
        var read = DocumentReading.Read("ncl-100.docx", docx);
        if (PlanRecovery.Recover(read.Document!).Plan is not { Rows.Count: 97 })
        {
            throw new InvalidOperationException("The plan was not read.");
        }
    }
}
