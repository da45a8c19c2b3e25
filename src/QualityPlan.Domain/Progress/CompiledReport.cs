using System.Security.Cryptography;
using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Progress;

/// <summary>彙整報告: the round's report, its sign-off, and the bytes that were signed.</summary>
public sealed class CompiledReport
{
    private readonly List<CompiledEntry> _entries = [];
    private readonly List<SignOff> _signOffs = [];
    private readonly List<SignedFile> _files = [];

    public CompiledReport(QuarterlyRound round)
    {
        Round = round;
        Summary = "";
    }

    private CompiledReport()
    {
        Round = null!;
        Summary = "";
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public QuarterlyRound Round { get; private set; }

    public CompiledReportState State { get; private set; }

    /// <summary>彙整說明: the plan office's own words before the table.</summary>
    public string Summary { get; private set; }

    /// <summary>Raised at every change; a signature names the version that was shown.</summary>
    public int Version { get; private set; }

    public IReadOnlyCollection<CompiledEntry> Entries => _entries;

    public IReadOnlyCollection<SignOff> SignOffs => _signOffs;

    /// <summary>The signed report in each format, as the bytes that were signed.</summary>
    public IReadOnlyCollection<SignedFile> Files => _files;

    public Verdict May(CompiledReportAction action, Actor actor) =>
        CompiledReportWorkflow.Table.May(State, action, actor, CompiledReportWorkflow.Chinese);

    /// <summary>Writes the compiled wording of a measure; the units' own words stay as they are.</summary>
    public Verdict Word(int measureId, string wording, Actor actor)
    {
        var may = May(CompiledReportAction.Word, actor);
        if (may.IsAllowed)
        {
            var entry = _entries.FirstOrDefault(one => one.MeasureId == measureId);
            if (entry is null)
            {
                entry = new CompiledEntry(measureId);
                _entries.Add(entry);
            }
            entry.Write(wording);
            Version++;
        }
        return may;
    }

    public Verdict Summarise(string summary, Actor actor)
    {
        var may = May(CompiledReportAction.Word, actor);
        if (may.IsAllowed)
        {
            Summary = summary.ReplaceLineEndings("\n").Trim();
            Version++;
        }
        return may;
    }

    /// <summary>The compiled filings changed under the report: whoever is about to sign must look again.</summary>
    public void Touch() => Version++;

    /// <summary>陳核, 抽回, 簽核 or 退回. A return needs a reason; what is signed is the version that was shown.</summary>
    public Verdict Act(CompiledReportAction action, SignOffText text, Actor actor, DateTime nowUtc)
    {
        var may = May(action, actor).And(() => Check(action, text));
        if (!may.IsAllowed)
        {
            return may;
        }
        _signOffs.Add(new SignOff(action, State, text, actor, nowUtc));
        State = CompiledReportWorkflow.Table.Next(State, action, actor) ?? State;
        Version++;
        return Verdict.Yes;
    }

    /// <summary>Keeps the bytes that were signed; only once the convener has signed, and each format once.</summary>
    public SignedFile Freeze(string format, string fileName, byte[] bytes)
    {
        if (State != CompiledReportState.Signed || _files.Any(one => one.Format == format))
        {
            throw new InvalidOperationException("A report is frozen once, after the convener's signature.");
        }
        var file = new SignedFile(format, fileName, bytes);
        _files.Add(file);
        return file;
    }

    private Verdict Check(CompiledReportAction action, SignOffText text)
    {
        if (action == CompiledReportAction.Word)
        {
            return Verdict.No("report-step", "編修彙整文字不是簽核步驟，請在彙整頁修改。");
        }
        if (text.VersionShown != Version)
        {
            return Verdict.No("report-changed", "報告在您閱覽後已有變動，請重新檢視內容後再簽核。");
        }
        return action == CompiledReportAction.Return && string.IsNullOrWhiteSpace(text.Directive)
            ? Verdict.No("return-without-reason", "退回時請寫明理由。")
            : Verdict.Yes;
    }
}

/// <summary>彙整文字: the plan office's wording of one measure.</summary>
public sealed class CompiledEntry
{
    internal CompiledEntry(int measureId)
    {
        MeasureId = measureId;
        Wording = "";
    }

    private CompiledEntry() => Wording = "";

    public int Id { get; private set; }

    public int CompiledReportId { get; private set; }

    public int MeasureId { get; private set; }

    public string Wording { get; private set; }

    internal void Write(string wording) => Wording = wording.ReplaceLineEndings("\n").Trim();
}

/// <summary>One step of the sign-off with its 批示; never changed.</summary>
public sealed class SignOff
{
    internal SignOff(CompiledReportAction action, CompiledReportState from, SignOffText text, Actor actor, DateTime nowUtc)
    {
        Action = action;
        From = from;
        Directive = text.Directive.Trim();
        VersionShown = text.VersionShown;
        ByAccountId = actor.AccountId;
        ByName = actor.Name;
        AtUtc = nowUtc;
    }

    private SignOff()
    {
        Directive = "";
        ByName = "";
    }

    public int Id { get; private set; }

    public int CompiledReportId { get; private set; }

    public CompiledReportAction Action { get; private set; }

    public CompiledReportState From { get; private set; }

    /// <summary>批示, or the reason of a return.</summary>
    public string Directive { get; private set; }

    public int VersionShown { get; private set; }

    public int ByAccountId { get; private set; }

    public string ByName { get; private set; }

    public DateTime AtUtc { get; private set; }
}

/// <summary>What the signer wrote, and the version of the report he had before him.</summary>
public sealed record SignOffText(string Directive, int VersionShown);

/// <summary>The signed report in one format: its bytes and their hash.</summary>
public sealed class SignedFile
{
    internal SignedFile(string format, string fileName, byte[] bytes)
    {
        Format = format;
        FileName = fileName;
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private SignedFile()
    {
        Format = "";
        FileName = "";
        Bytes = [];
        Sha256 = "";
    }

    public int Id { get; private set; }

    public int CompiledReportId { get; private set; }

    /// <summary>xlsx, ods or pdf.</summary>
    public string Format { get; private set; }

    public string FileName { get; private set; }

    public byte[] Bytes { get; private set; }

    /// <summary>SHA-256 of the bytes in hex.</summary>
    public string Sha256 { get; private set; }
}
