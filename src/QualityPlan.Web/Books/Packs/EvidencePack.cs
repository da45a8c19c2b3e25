using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Books.Packs;

/// <summary>Which pack: one list, one plan, the quarters from and to, inclusive.</summary>
public sealed record PackWish(int ListId, int PlanId, int From = 1, int To = 4)
{
    /// <summary>The quarters in order, whichever way round they were given.</summary>
    public PackWish InOrder() => this with { From = Math.Clamp(Math.Min(From, To), 1, 4), To = Math.Clamp(Math.Max(From, To), 1, 4) };
}

/// <summary>佐證資料包: the evidence of a plan by the criteria of a list, as it goes into numbered folders.</summary>
public sealed record EvidencePack(PackHead Head, IReadOnlyList<PackCriterion> Criteria)
{
    /// <summary>What is wrong with the bytes of a file, by the name they lie under.</summary>
    public IReadOnlyDictionary<Guid, PackFault> Faults { get; init; } = new Dictionary<Guid, PackFault>();

    /// <summary>Whether every byte was read and compared, or only presence and size were looked at.</summary>
    public bool IsRead { get; init; }

    /// <summary>Every file in the order of the folders; one that answers to several criteria comes several times.</summary>
    public IEnumerable<PackFile> Files => Criteria.SelectMany(one => one.Measures).SelectMany(one => one.Files);

    public IEnumerable<PackFile> SoundFiles => Files.Where(file => !Faults.ContainsKey(file.StoredName));

    public long Bytes => SoundFiles.Sum(file => file.Length);

    public int MeasureCount => Criteria.SelectMany(one => one.Measures).Select(one => one.Row.MeasureId).Distinct().Count();

    /// <summary>The name of the pack without an extension.</summary>
    public string Title => $"{Head.ListTitle}佐證資料包（{Head.Span}）";

    /// <summary>The name of its index alone.</summary>
    public string IndexTitle => $"{Head.ListTitle}佐證資料索引（{Head.Span}）";

    /// <summary>What is missing, in the order of the criteria.</summary>
    public IReadOnlyList<PackGap> Gaps() => [.. Criteria.SelectMany(GapsOf)];

    private IEnumerable<PackGap> GapsOf(PackCriterion criterion)
    {
        if (criterion is { Measures.Count: 0, Place.IsGroup: false })
        {
            yield return new PackGap(PackGapKind.NoMeasure, criterion, "尚未對應任何推動作法");
        }
        foreach (var measure in criterion.Measures)
        {
            if (measure.Files.Count == 0)
            {
                yield return new PackGap(PackGapKind.NoEvidence, criterion, BookCells.NumberedApproach(measure.Row)) { Units = measure.Row.Text.Units };
            }
            foreach (var file in measure.Files.Where(file => Faults.ContainsKey(file.StoredName)))
            {
                yield return new PackGap(PackGapKind.BrokenFile, criterion, $"{file.FileName}：{Faults[file.StoredName].Chinese()}")
                {
                    Units = $"{file.UnitName}　{file.Quarter}",
                };
            }
        }
    }
}

/// <summary>What a pack is of.</summary>
public sealed record PackHead(string ListTitle, RocYear Year, string PlanTitle, string Agency)
{
    public required Quarter From { get; init; }

    public required Quarter To { get; init; }

    /// <summary>「115年第1季至第4季」.</summary>
    public string Span => From == To ? $"{From}" : $"{From}至第{To.Number}季";

    /// <summary>「115/1/1至115/12/31」, both inclusive.</summary>
    public string Days => $"{RocDate.Short(From.FirstDay)}至{RocDate.Short(To.LastDay)}";
}

/// <summary>A criterion with the measures that answer to it, and the folder of their files.</summary>
public sealed record PackCriterion(CriterionPlace Place, string Folder, IReadOnlyList<PackMeasure> Measures)
{
    /// <summary>The number of the folder; empty for a group that nothing answers to, which has none.</summary>
    public string FolderNumber => Folder.Split(' ')[0];
}

/// <summary>A tagged measure with its evidence in the quarters asked for.</summary>
public sealed record PackMeasure(OutlineRow Row, IReadOnlyList<PackFile> Files);

/// <summary>A file of a pack: what the database knows of it, and its path in the zip.</summary>
public sealed record PackFile(int EvidenceId, Guid StoredName, string FileName, string Path)
{
    public required string Caption { get; init; }

    public required string UnitName { get; init; }

    public required Quarter Quarter { get; init; }

    public required long Length { get; init; }

    public required string Sha256 { get; init; }

    public required DateTime UploadedAtUtc { get; init; }
}

/// <summary>What is wrong with the bytes of a file.</summary>
public enum PackFault { Missing, OtherLength, OtherHash, Unreadable }

/// <summary>The kinds of gaps (缺口).</summary>
public enum PackGapKind { NoMeasure, NoEvidence, BrokenFile }

/// <summary>Something the pack lacks.</summary>
public sealed record PackGap(PackGapKind Kind, PackCriterion Criterion, string What)
{
    public string Units { get; init; } = "";
}

/// <summary>The zh-TW words.</summary>
public static class PackWords
{
    public static string Chinese(this PackFault fault) => fault switch
    {
        PackFault.Missing => "檔案不在佐證資料夾",
        PackFault.OtherLength => "檔案大小與上傳時不符",
        PackFault.OtherHash => "檔案內容雜湊（SHA-256）與上傳時不符",
        _ => "檔案無法讀取",
    };

    public static string Chinese(this PackGapKind kind) => kind switch
    {
        PackGapKind.NoMeasure => "項目未對應",
        PackGapKind.NoEvidence => "沒有佐證",
        _ => "檔案有問題",
    };
}
