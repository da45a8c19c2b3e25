using System.Globalization;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Domain.Texts;
using QualityPlan.Web.Data;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Progress.Offline;

/// <summary>One box of a row as the offline file has it: how it is shown there, and how it is taken back.</summary>
internal sealed record OfflineField(string Name, string Caption)
{
    public const string Yes = "是";

    /// <summary>The boxes that every row has, in the order of the file's columns.</summary>
    public static readonly IReadOnlyList<OfflineField> OfEveryRow =
    [
        new("State", "狀態") { Show = form => form.State?.Chinese() ?? "", Take = TakeState },
        Words("Narrative", ("執行情形", ProgressReport.NarrativeLength), form => form.Narrative, (form, text) => form.Narrative = text),
        new("Percent", "實際進度（%）") { Show = form => Digits(form.Percent), Take = TakePercent },
        Words("Cause", ("落後原因", ProgressReport.CauseLength), form => form.Cause, (form, text) => form.Cause = text),
        Words("Countermeasure", ("因應對策", ProgressReport.CauseLength), form => form.Countermeasure, (form, text) => form.Countermeasure = text),
        new("ExpectedDoneOn", "預定完成日")
        {
            Show = form => form.ExpectedDoneOn is { } day ? RocDate.Short(day) : "",
            Take = TakeDay,
        },
        Words("NoEvidenceReason", ("沒有佐證資料的理由", ProgressReport.CauseLength), form => form.NoEvidenceReason, (form, text) => form.NoEvidenceReason = text),
        new("IsUnchanged", "本季無變動")
        {
            Show = form => form.IsUnchanged ? Yes : "",
            Take = (form, text) => TakeYes(text, yes => form.IsUnchanged = yes),
        },
    ];

    /// <summary>What stands in the box.</summary>
    public required Func<ReportForm, string> Show { get; init; }

    /// <summary>Puts a text into the box; answers a sentence when it cannot be.</summary>
    public required Func<ReportForm, string, string?> Take { get; init; }

    /// <summary>All boxes of a row: every row's, then those of its checkpoints.</summary>
    public static IEnumerable<OfflineField> Of(SheetRow row) => OfEveryRow.Concat(Asked(row).SelectMany(one => new[] { Done(one), Count(one) }));

    /// <summary>The checkpoints that are asked for: done before is not asked again.</summary>
    public static IEnumerable<SheetCheckpoint> Asked(SheetRow row) => row.Due.Where(one => !one.IsDoneBefore);

    public static OfflineField Done(SheetCheckpoint one) => new(DoneName(one.Id), $"查核點{RocDate.Short(one.DueOn)}已完成")
    {
        Show = form => form.Done.Contains(one.Id) ? Yes : "",
        Take = (form, text) => TakeYes(text, yes =>
        {
            form.Done.Remove(one.Id);
            form.Done.AddRange(yes ? [one.Id] : Array.Empty<int>());
        }),
    };

    public static OfflineField Count(SheetCheckpoint one) => new(CountName(one.Id), $"查核點{RocDate.Short(one.DueOn)}實際次數")
    {
        Show = form => Digits(form.Counts.GetValueOrDefault(one.Id)),
        Take = (form, text) => TakeNumber(text, ReportForm.MostCounted, number => form.Counts[one.Id] = number)
            ? null
            : "辦理次數請輸入0到9999的整數。",
    };

    public static string DoneName(int checkpointId) => $"Done{checkpointId}";

    public static string CountName(int checkpointId) => $"Count{checkpointId}";

    private static string Digits(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static OfflineField Words(
        string name, (string Caption, int Most) box, Func<ReportForm, string> show, Action<ReportForm, string> put) =>
        new(name, box.Caption)
        {
            Show = show,
            Take = (form, text) =>
            {
                put(form, text);
                return text.Length > box.Most ? $"{box.Caption}最多{box.Most}字，請精簡。"
                    : CleanText.HasForbiddenCharacters(text) ? "這一欄含有看不見的控制字元或不完整的字，請刪除後重新輸入。"
                    : null;
            },
        };

    private static string? TakeState(ReportForm form, string text)
    {
        form.State = Enum.GetValues<ReportState>().Cast<ReportState?>().FirstOrDefault(state => state!.Value.Chinese() == text.Trim());
        return form.State is null
            ? $"狀態請由清單選擇：{string.Join('、', Enum.GetValues<ReportState>().Select(state => state.Chinese()))}。"
            : null;
    }

    private static string? TakePercent(ReportForm form, string text) =>
        TakeNumber(Folding.WithoutBlanks(text).TrimEnd('%'), 100, number => form.Percent = number) ? null : "實際進度請輸入0到100的整數。";

    private static string? TakeDay(ReportForm form, string text)
    {
        if (text.Trim().Length == 0)
        {
            form.ExpectedDoneOn = null;
            return null;
        }
        var reading = RocDate.Parse(text);
        form.ExpectedDoneOn = reading.Date;
        return reading.Date is null ? reading.Reason : null;
    }

    private static string? TakeYes(string text, Action<bool> put)
    {
        put(text.Trim() == Yes);
        return text.Trim() is Yes or "" ? null : "請填「是」或留空白。";
    }

    private static bool TakeNumber(string text, int most, Action<int?> put)
    {
        var digits = Folding.WithoutBlanks(text);
        if (digits.Length == 0)
        {
            put(null);
            return true;
        }
        var isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most;
        put(isNumber ? number : null);
        return isNumber;
    }
}
