using System.Diagnostics;
using Microsoft.Extensions.Options;
using QualityPlan.Domain;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Features.Progress;

/// <summary>Takes in the files of a form: looks at all before one is kept.</summary>
public sealed class EvidenceInbox(EvidenceStore store, IOptions<EvidenceOptions> options, ILogger<EvidenceInbox> log)
{
    public ReceivedFiles Examine(FilingForm form)
    {
        var files = new List<ReceivedFile>();
        var faults = new List<BoxFault>();
        foreach (var (row, boxes) in form.Rows)
        {
            foreach (var upload in boxes.Files)
            {
                var name = FileNames.Clean(upload.FileName);
                using var content = upload.OpenReadStream();
                var verdict = FileCheck.Judge(name, content, options.Value);
                if (verdict.IsAllowed)
                {
                    files.Add(new ReceivedFile(row, name, boxes.Caption, upload));
                }
                else
                {
                    faults.Add(new BoxFault($"Rows[{row}].Files", $"「{name}」{verdict.Sentence}{Numbers(verdict)}"));
                }
            }
        }
        if (files.Count > options.Value.MaximumFiles)
        {
            faults.Add(new BoxFault($"Rows[{files[0].Row}].Files", $"一次最多上傳{options.Value.MaximumFiles}個檔案，請分次上傳。"));
        }
        return new ReceivedFiles(files, faults);
    }

    private string Numbers(Verdict verdict)
    {
        var (code, trace) = (verdict.Rule.ToUpperInvariant(), Activity.Current?.TraceId.ToString() ?? "－");
        log.LogWarning("Evidence refused: {Code}, trace {Trace}.", code, trace);
        return $"（錯誤代碼：{code}，追蹤碼：{trace}）";
    }

    public async Task<KeptFiles> KeepAsync(ReceivedFiles received, CancellationToken cancellation)
    {
        var kept = new List<(int Row, EvidenceFile File)>();
        try
        {
            foreach (var (row, name, caption, upload) in received.Files)
            {
                await using var content = upload.OpenReadStream();
                var stored = await store.KeepAsync(content, cancellation);
                var kind = FileKind.Of(FileNames.ExtensionOf(name))!;
                kept.Add((row, new EvidenceFile(name, stored.Name, kind.ContentType, stored.Length)
                {
                    Caption = caption,
                    Sha256 = stored.Sha256,
                }));
            }
            return new KeptFiles(kept);
        }
        catch
        {
            Discard(new KeptFiles(kept));
            throw;
        }
    }

    /// <summary>Takes the files back when the save did not happen.</summary>
    public void Discard(KeptFiles kept) => store.Discard(kept.Files.Select(one => one.File.StoredName));
}

/// <summary>The files of a form after they were looked at.</summary>
public sealed record ReceivedFiles(IReadOnlyList<ReceivedFile> Files, IReadOnlyList<BoxFault> Faults);

public sealed record ReceivedFile(int Row, string Name, string Caption, IFormFile Upload);

/// <summary>Files that lie in the folder, by row.</summary>
public sealed record KeptFiles(IReadOnlyList<(int Row, EvidenceFile File)> Files)
{
    public IEnumerable<EvidenceFile> Of(int row) => Files.Where(one => one.Row == row).Select(one => one.File);
}
