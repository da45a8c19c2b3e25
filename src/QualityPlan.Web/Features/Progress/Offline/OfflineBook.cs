using System.Globalization;
using QualityPlan.Documents.Writing;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress.Offline;

/// <summary>離線填報檔 of one unit in one round: what is to be filled in, and hidden beside it what stood there before.</summary>
internal static class OfflineBook
{
    /// <summary>Goes up with every change of the form, so that a file made before it is known as an older one.</summary>
    public const int FormVersion = 1;

    public const string RowSheet = "填報";
    public const string CheckpointSheet = "查核點";
    public const string HiddenSheet = "系統資料";
    public const string IdCaption = "識別碼";
    public const string DoneCaption = "已完成";
    public const string CountCaption = "實際次數";

    private static readonly ChoiceBox YesBox = new("是的話請選「是」，不是請留空白。", [OfflineField.Yes]);

    public static FormBook Of(FilingSheet sheet)
    {
        var title = $"{sheet.Quarter}離線填報　{sheet.Filing.UnitName}";
        var rows = new FormSheet(RowSheet, RowColumns, sheet.Rows.Select(Row).ToList())
        {
            Notes =
            [
                "只有淡黃色的格子可以填寫；填好存檔後，回到系統「本季填報」的「離線填報」上傳，比對後再儲存。",
                "查核點的完成與次數填在「查核點」工作表；佐證資料請在系統上傳。請勿增刪列與欄。",
            ],
        };
        var checkpoints = sheet.Rows.SelectMany(row => OfflineField.Asked(row).Select(one => Checkpoint(row, one))).ToList();
        var due = new FormSheet(CheckpointSheet, CheckpointColumns, checkpoints) { Notes = ["完成的查核點請在「已完成」選「是」；有應辦次數的，請填實際次數。"] };
        return new FormBook(title, checkpoints.Count > 0 ? [rows, due, Hidden(sheet)] : [rows, Hidden(sheet)]);
    }

    /// <summary>The name of a box in the hidden sheet and in the comparing page.</summary>
    public static string KeyOf(int assignmentId, string field) => string.Create(CultureInfo.InvariantCulture, $"{assignmentId}-{field}");

    private static IReadOnlyList<FormColumn> RowColumns =>
    [
        new(IdCaption, 0), new("項次", 14), new("推動作法", 60), new("上季執行情形", 50),
        .. OfflineField.OfEveryRow.Select(Column),
    ];

    private static IReadOnlyList<FormColumn> CheckpointColumns =>
    [
        new(IdCaption, 0), new("項次", 14), new("推動作法", 90), new("查核點", 28), new("應辦次數", 20),
        new(DoneCaption, 20) { Box = YesBox },
        new(CountCaption, 24) { Box = new NumberBox("請填0到9999的整數。", 0, ReportForm.MostCounted) },
    ];

    private static FormColumn Column(OfflineField field)
    {
        var (width, box) = Box(field.Name);
        return new FormColumn(field.Caption, width) { Box = box };
    }

    private static (double Width, FormBox Box) Box(string field) => field switch
    {
        nameof(ReportForm.State) => (22, new ChoiceBox("請由清單選擇狀態。", [.. Enum.GetValues<ReportState>().Select(state => state.Chinese())])),
        nameof(ReportForm.Percent) => (26, new NumberBox("請填0到100的整數。", 0, 100)),
        nameof(ReportForm.ExpectedDoneOn) => (26, new TextBox("請填民國年/月/日，例如115/12/31。", 20)),
        nameof(ReportForm.IsUnchanged) => (24, YesBox),
        nameof(ReportForm.Narrative) => (80, new TextBox("最多4000字。", ProgressReport.NarrativeLength)),
        _ => (50, new TextBox("最多1000字。", ProgressReport.CauseLength)),
    };

    private static FormRow Row(SheetRow row)
    {
        var form = ReportForm.Of(row);
        var words = OfflineField.OfEveryRow.Select(field => field.Show(form));
        var cells = new[] { Id(row.AssignmentId), row.Plan.Text.Number, row.Plan.Text.Approach, row.LastQuarter?.Narrative ?? "" }.Concat(words).ToList();
        return new FormRow(cells) { Closed = row.LastQuarter is null ? [cells.Count - 1] : [] };
    }

    private static FormRow Checkpoint(SheetRow row, SheetCheckpoint one) =>
        new([
            $"{Id(row.AssignmentId)}-{Id(one.Id)}", row.Plan.Text.Number, row.Plan.Text.Approach,
            RocDate.Short(one.DueOn) + (one.IsOlder ? "（前季未完成）" : ""), Number(one.ExpectedCount),
            one.IsDone ? OfflineField.Yes : "", Number(one.ActualCount),
        ])
        {
            Closed = one.ExpectedCount is null ? [6] : [],
        };

    private static FormSheet Hidden(FilingSheet sheet)
    {
        var filing = sheet.Filing;
        var facts = new FormRow[]
        {
            new(["form", Id(FormVersion)]), new(["round", Id(filing.RoundId)]), new(["quarter", $"{sheet.Quarter}"]),
            new(["unit", Id(filing.UnitId)]), new(["unit-name", filing.UnitName]),
        };
        var before = sheet.Rows.SelectMany(row =>
        {
            var form = ReportForm.Of(row);
            return OfflineField.Of(row).Select(field => new FormRow([KeyOf(row.AssignmentId, field.Name), field.Show(form)]));
        });
        return new FormSheet(HiddenSheet, [new FormColumn("代碼", 40), new FormColumn("內容", 80)], facts.Concat(before).ToList()) { IsHidden = true };
    }

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
