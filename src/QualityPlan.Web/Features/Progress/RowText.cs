using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress;

/// <summary>
/// Which state of a row somebody had before him. The print tells whether he changed anything at all, so that a page
/// left open by one does not overwrite, nor collide with, what another wrote in a row he never touched.
/// </summary>
public readonly record struct RowStamp(int Version, string Print)
{
    public static string Of(int version, string content) => $"{version}.{Digest(content)}";

    /// <summary>A stamp that cannot be read is that of a row nobody had written.</summary>
    public static RowStamp Read(string stamp)
    {
        var dot = stamp.IndexOf('.');
        return dot > 0 && int.TryParse(stamp.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new RowStamp(version, stamp[(dot + 1)..])
            : new RowStamp(0, "");
    }

    public bool IsOf(string content) => Print == Digest(content);

    private static string Digest(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 5));
}

/// <summary>The content of a row's boxes, for comparing and for writing.</summary>
internal static class RowText
{
    public const string UnchangedSentence = "本季無變動，辦理情形同上季。";

    private const char Between = '\u001F';

    /// <summary>The state that is chosen beforehand: the last one, else by the kind of deadline.</summary>
    public static ReportState UsualState(SheetRow row) => row.LastQuarter switch
    {
        { State: ReportState.InProgress or ReportState.Continuing or ReportState.Completed } last => last.State,
        _ => row.Plan.DeadlineKind is DeadlineKind.Continuing or DeadlineKind.Recurring
            ? ReportState.Continuing
            : ReportState.InProgress,
    };

    /// <summary>「本季無變動」 is confirmed by a sentence; whoever wrote words of his own keeps them.</summary>
    public static void Complete(ReportForm form)
    {
        if (form.IsUnchanged && string.IsNullOrWhiteSpace(form.Narrative))
        {
            form.Narrative = UnchangedSentence;
        }
    }

    public static ReportText Of(ReportForm form) => new(form.State ?? ReportState.NotStarted, form.Narrative)
    {
        ActualPercent = form.Percent,
        Cause = form.Cause,
        Countermeasure = form.Countermeasure,
        ExpectedDoneOn = form.ExpectedDoneOn,
        NoEvidenceReason = form.NoEvidenceReason,
        IsUnchanged = form.IsUnchanged,
    };

    public static string Print(ReportForm form)
    {
        var marks = form.Done.Concat(form.Counts.Keys).Distinct()
            .Select(id => (id, form.Done.Contains(id), form.Counts.GetValueOrDefault(id)));
        return Print(Of(form), marks);
    }

    public static string Print(ProgressReport report)
    {
        var text = new ReportText(report.State, report.Narrative)
        {
            ActualPercent = report.ActualPercent,
            Cause = report.Cause,
            Countermeasure = report.Countermeasure,
            ExpectedDoneOn = report.ExpectedDoneOn,
            NoEvidenceReason = report.NoEvidenceReason,
            IsUnchanged = report.IsUnchanged,
        };
        return Print(text, report.Marks.Select(mark => (mark.CheckpointId, mark.IsDone, mark.ActualCount)));
    }

    private static string Print(ReportText text, IEnumerable<(int Id, bool IsDone, int? Count)> marks)
    {
        var said = marks.Where(mark => mark.IsDone || mark.Count is not null).OrderBy(mark => mark.Id);
        return string.Join(Between, Parts(text).Concat(said.Select(mark => $"{mark.Id}:{mark.IsDone}:{mark.Count}")));
    }

    private static IEnumerable<string> Parts(ReportText text) =>
    [
        text.State.ToString(), Plain(text.Narrative), $"{text.ActualPercent}", Plain(text.Cause), Plain(text.Countermeasure),
        $"{text.ExpectedDoneOn:O}", Plain(text.NoEvidenceReason), text.IsUnchanged ? "1" : "0",
    ];

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
