using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Files;

namespace QualityPlan.WebTests.Features.EvidencePacks;

/// <summary>A library with a criteria list, and ways to tag its rows and to file evidence.</summary>
public sealed record PackDesk(QuarterSite Site, Library Library, int ListId, IReadOnlyDictionary<string, int> Criteria)
{
    public static readonly Actor Office = Library.Someone(Role.PlanOffice);

    public string List => $"/evidence-packs/lists/{ListId}";

    public string Pack => $"{List}/pack/{Library.PlanId}";

    public string Tags => $"{List}/tags/{Library.PlanId}";

    /// <summary>1 with 1.1 and 1.2 below it, and 2.</summary>
    public static async Task<PackDesk> SitDownAsync(QuarterSite site, int measures = 3)
    {
        var library = await site.AddLibraryAsync(measures, measures);
        var list = new CriteriaList(new RocYear(115), $"政府服務獎{Guid.NewGuid():N}"[..20]);
        list.Fill(
        [
            new(1, new("1", "流程")), new(2, new("1.1", "單一窗口")), new(2, new("1.2", "線上/申辦\u202E:免書證") { Points = "20分" }), new(1, new("2", "環境")),
        ]);
        await site.ChangeAsync(db => db.CriteriaLists.Add(list));
        return new PackDesk(site, library, list.Id, list.Criteria.ToDictionary(one => one.Number, one => one.Id));
    }

    public Task<List<int>> MeasuresAsync() => Site.AskAsync(db =>
        db.Measures.Where(row => row.PlanId == Library.PlanId).OrderBy(row => row.Position).Select(row => row.Id).ToListAsync());

    public async Task TagAsync(string criterion, params int[] rows)
    {
        var measures = await MeasuresAsync();
        await Site.ChangeAsync(db => db.CriterionTags.AddRange(
            rows.Select(row => new CriterionTag(Criteria[criterion], measures[row], Office, DateTime.UnixEpoch))));
    }

    /// <summary>Attaches files to a row's report of the first quarter, and submits unless told not to.</summary>
    public async Task<List<Evidence>> FileAsync((int Row, string Name, byte[] Bytes)[] files, bool submits = true)
    {
        var store = Site.Services.GetRequiredService<EvidenceStore>();
        var kept = new List<(int Row, EvidenceFile File)>();
        foreach (var (row, name, bytes) in files)
        {
            var stored = await store.KeepAsync(new MemoryStream(bytes), default);
            kept.Add((row, new EvidenceFile(name, stored.Name, "application/octet-stream", stored.Length) { Sha256 = stored.Sha256, Caption = $"說明{row}" }));
        }
        var measures = await MeasuresAsync();
        var (now, ids) = (Site.Clock.GetUtcNow().UtcDateTime, new List<Evidence>());
        await Site.ChangeAsync(db =>
        {
            var filing = db.Filings.Include(one => one.Round).Include(one => one.Reports).ThenInclude(one => one.Evidence)
                .Single(one => one.RoundId == Library.RoundId && one.UnitId == Library.Own.Id);
            var rows = db.Measures.Include(row => row.Assignments).Where(row => row.PlanId == Library.PlanId).ToDictionary(row => row.Id);
            foreach (var (row, file) in kept)
            {
                var report = filing.ReportFor(rows[measures[row]].Assignments.Single().Id, measures[row]);
                report.Write(new ReportText(ReportState.InProgress, "已辦理"), now);
                ids.Add(report.Attach(file, "某承辦", now));
            }
            var reporter = Library.Someone(Role.Reporter, Library.Own.Id);
            ReportSteps.Must(filing.Save(reporter, QuarterSite.InTime));
            if (submits)
            {
                ReportSteps.Must(filing.Submit(reporter, now));
            }
        });
        return ids;
    }

    public string PathOf(Evidence file) => Site.StoredFiles.Single(path => Path.GetFileName(path) == file.StoredName.ToString("N"));

    public static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public async Task<Unpacked> DownloadAsync(Visit visit, string query = "")
    {
        using var answer = await visit.Client.GetAsync($"{Pack}/zip{query}");
        answer.EnsureSuccessStatusCode();
        return Unpacked.Of(await answer.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>A zip as it was received: SHA-256 by path, and the words of its index.</summary>
public sealed record Unpacked(IReadOnlyDictionary<string, string> Files, string Index, IReadOnlyDictionary<string, long> Packed)
{
    public const string Pdf = "00 佐證資料索引.pdf";
    public const string Odt = "00 佐證資料索引.odt";

    public static Unpacked Of(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var files = zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            return Convert.ToHexStringLower(SHA256.HashData(content));
        });
        using var odt = new ZipArchive(zip.GetEntry(Odt)!.Open(), ZipArchiveMode.Read);
        using var text = new StreamReader(odt.GetEntry("content.xml")!.Open(), Encoding.UTF8);
        return new Unpacked(files, text.ReadToEnd(), zip.Entries.ToDictionary(entry => entry.FullName, entry => entry.CompressedLength));
    }

    public IEnumerable<string> Evidence => Files.Keys.Where(path => path is not (Pdf or Odt));
}
