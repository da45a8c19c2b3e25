using System.Text;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>Evidence of some rows: real files of three kinds in the evidence folder.</summary>
internal sealed class EvidenceStory(EvidenceStore store, BookPress press)
{
    private static readonly string[] Pictured = ["照片", "封面", "畫面", "前後", "流程圖"];
    private static readonly string[] Written = ["清單", "紀錄", "問卷", "議程"];

    private readonly List<Guid> _kept = [];

    /// <summary>Always for a completed row whose story speaks of evidence, now and then before.</summary>
    public async Task AttachAsync(UnitFiling filing, StoryRow row, string byName, DateTime atUtc)
    {
        var quarter = filing.Round.Quarter;
        var report = filing.ReportFor(row.Assignment.Id, row.Measure.Id);
        var dice = new Random((row.Measure.Position * 100) + row.Assignment.UnitId + (quarter.Number * 7));
        if (row.Story.Evidence.Length == 0 || report.Cause.Length > 0 || (report.State != ReportState.Completed && dice.Next(3) > 0))
        {
            return;
        }
        var (extension, bytes) = Draw(row, report, quarter, dice);
        var stored = await store.KeepAsync(new MemoryStream(bytes), default);
        _kept.Add(stored.Name);
        var name = $"{row.Story.Evidence}{quarter}{extension}";
        report.Attach(
            new EvidenceFile(name, stored.Name, FileKind.Of(extension)!.ContentType, stored.Length)
            {
                Caption = row.Story.Evidence,
                Sha256 = stored.Sha256,
            },
            byName,
            atUtc);
    }

    /// <summary>The database said no: the files go too.</summary>
    public void TakeBack() => store.Discard(_kept);

    private (string Extension, byte[] Bytes) Draw(StoryRow row, ProgressReport report, Quarter quarter, Random dice)
    {
        var name = row.Story.Evidence;
        var months = Enumerable.Range(0, 3).Select(month => (Name: $"{quarter.FirstMonth + month}月", Count: dice.Next(80, 400))).ToList();
        if (Pictured.Any(word => name.Contains(word, StringComparison.Ordinal)))
        {
            return (".png", BarPicture.Draw([.. months.Select(month => month.Count)]));
        }
        var lines = months.Select(month => $"{month.Name}\t{month.Count}");
        return Written.Any(word => name.Contains(word, StringComparison.Ordinal))
            ? (".txt", Encoding.UTF8.GetBytes(string.Join("\r\n", [$"{name}（示範資料）", $"{row.Assignment.UnitName}　{quarter}", report.Narrative, .. lines])))
            : (".pdf", press.Print(Sheet(row, report, quarter, months), DocumentFormat.Pdf));
    }

    private static Document Sheet(
        StoryRow row, ProgressReport report, Quarter quarter, IReadOnlyList<(string Name, int Count)> months)
    {
        var total = new Row([new Cell(0, "合計") { Look = CellLook.Total }, BookCells.Count(1, months.Sum(month => month.Count), isTotal: true)]);
        var rows = months.Select(month => new Row([new Cell(0, month.Name), BookCells.Count(1, month.Count)]));
        var table = new Table([new Column(60), new Column(60)], [BookCells.Header(["月份", "件（次）數"]), .. rows, total])
        {
            Name = row.Story.Evidence,
            HeaderRows = 1,
        };
        return new Document($"{row.Story.Evidence}（示範資料）", [new Paragraph($"{row.Assignment.UnitName}　{quarter}"), new Paragraph(report.Narrative), table])
        {
            Page = PageSetup.A4Portrait,
        };
    }
}
