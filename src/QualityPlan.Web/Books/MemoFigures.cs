using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>What stands in place of the placeholders of a 簽稿範本: the same figures as the papers that go with the memo.</summary>
internal static class MemoFigures
{
    private const int MostNames = 30;

    /// <param name="content">What was signed, or the sheet's own content.</param>
    public static Dictionary<string, string> Of(RoundSheet sheet, QuarterBookContent content)
    {
        var (plan, round) = (sheet.Head.Plan, sheet.Head.Round);
        var rows = content.Rows.Where(row => row.IsTracked).ToList();
        var asked = sheet.Filings.Where(one => one.Owed > 0).ToList();
        var missing = asked.Where(one => !one.Filing.State.IsFiled()).Select(one => one.Filing.UnitName).ToList();
        return new Dictionary<string, string>
        {
            ["機關"] = content.Agency,
            ["計畫"] = content.PlanTitle,
            ["年度"] = $"{round.Quarter.Year}",
            ["季"] = $"{round.Quarter.Number}",
            ["季別"] = $"{round.Quarter}",
            ["核定日期"] = plan.IssuedOn is { } day ? RocDate.Long(day) : "○○年○月○日",
            ["核定文號"] = string.IsNullOrEmpty(plan.LetterNumber) ? "○○字第○號" : plan.LetterNumber,
            ["填報開始日"] = RocDate.Long(round.OpensOn),
            ["填報截止日"] = RocDate.Long(round.ReportersCloseOn),
            ["應填單位數"] = $"{asked.Count}",
            ["已填單位數"] = $"{asked.Count - missing.Count}",
            ["未填單位"] = missing.Count == 0 ? "無" : string.Join('、', missing),
            ["項數"] = $"{rows.Count}",
            ["燈號統計"] = Counts(rows),
            ["落後情形"] = MemoExceptions.Of(rows),
            ["解除列管建議"] = Releases(rows),
            ["繼續列管建議"] = Keeps(rows),
            ["提會建議"] = ForTheMeeting(rows),
        };
    }

    private static string Counts(List<QuarterBookRow> rows) => rows.Count == 0 ? "無" : string.Join('、', Lights.InReadingOrder
        .Select(light => (light, count: rows.Count(row => row.Light == light)))
        .Where(pair => pair.count > 0)
        .Select(pair => $"{pair.light.Chinese()}{pair.count}項"));

    private static string Releases(List<QuarterBookRow> rows)
    {
        var done = rows.Where(row => row.Light == Light.Completed).ToList();
        return done.Count == 0 ? "本季無擬解除列管事項。" : $"已完成{done.Count}項（{Areas(done)}），擬解除列管。";
    }

    private static string Keeps(List<QuarterBookRow> rows)
    {
        var rest = rows.Where(row => row.Light != Light.Completed && !row.Light.IsException()).ToList();
        var silent = rest.Count(row => row.Light == Light.NotReported);
        return rest.Count == 0
            ? "本季無其他擬繼續列管事項。"
            : $"持續辦理、如期及未到期等{rest.Count}項，擬繼續列管，請承辦單位依限辦理{(silent > 0 ? $"；其中未填報{silent}項，請儘速補報" : "")}。";
    }

    private static string ForTheMeeting(List<QuarterBookRow> rows)
    {
        var late = rows.Where(row => row.Light.IsException()).ToList();
        return late.Count == 0
            ? "本季無落後或逾期事項，擬免提館務會議。"
            : $"{Counts(late)}（{Names(late)}），擬繼續列管並提館務會議討論，請承辦單位說明原因及改善措施。";
    }

    private static string Areas(List<QuarterBookRow> rows) => string.Join('、', rows
        .GroupBy(row => row.Row.Place.Area.Id, (_, ofArea) => ofArea.ToList())
        .Select(ofArea => $"「{ofArea[0].Row.Place.Area.Text}」{ofArea.Count}項"));

    /// <summary>With the units, as numbers begin anew under every 執行項目.</summary>
    private static string Names(List<QuarterBookRow> rows) => string.Join('、', rows.Take(MostNames).Select(row =>
        string.Join('及', row.Units.Where(unit => unit.IsException).Select(unit => unit.UnitName).Distinct()) + MemoExceptions.NameOf(row)))
        + (rows.Count > MostNames ? "等" : "");
}
