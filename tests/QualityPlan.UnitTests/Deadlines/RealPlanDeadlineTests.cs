using System.Text.Json;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using Shouldly;
using Xunit;
using static QualityPlan.Domain.Deadlines.DeadlineKind;

namespace QualityPlan.UnitTests.Deadlines;

/// <summary>Every deadline of the two plans that libraries really issued.</summary>
public class RealPlanDeadlineTests
{
    [Theory]
    [InlineData("ncl-100", "", 1, Undecided, "")]
    [InlineData("ncl-100", "100年2月", 1, Dated, "100/2/28")]
    [InlineData("ncl-100", "100年6月", 3, Dated, "100/6/30")]
    [InlineData("ncl-100", "100年7月", 1, Dated, "100/7/31")]
    [InlineData("ncl-100", "100年10月", 4, Dated, "100/10/31")]
    [InlineData("ncl-100", "100年12月", 37, Dated, "100/12/31")]
    [InlineData("ncl-100", "100年9月、12月", 2, Dated, "100/9/30 100/12/31")]
    [InlineData("ncl-100", "100年3月、6月、9月、12月", 33, Dated, "100/3/31 100/6/30 100/9/30 100/12/31")]
    [InlineData("ncl-100", "每月", 11, Recurring, "100/3/31=3 100/6/30=3 100/9/30=3 100/12/31=3")]
    [InlineData("ncl-100", "每週一", 2, Recurring, "100/3/31=13 100/6/30=13 100/9/30=13 100/12/31=13")]
    [InlineData("ncl-100", "每日", 2, Recurring, "100/3/31=64 100/6/30=65 100/9/30=66 100/12/31=65")] // weekends only
    [InlineData("nlpi-103", "", 3, Undecided, "")]
    [InlineData("nlpi-103", "業已完成", 4, DoneAtStart, "")]
    [InlineData("nlpi-103", "103年12月", 29, Dated, "103/12/31")]
    public void A_deadline_of_a_real_plan_is_read(
        string plan, string text, int rows, DeadlineKind kind, string checkpoints)
    {
        var readings = Read(plan).Where(reading => reading.Text == text).ToList();

        readings.Count.ShouldBe(rows);
        readings.ShouldAllBe(reading => reading.Kind == kind && reading.Notes.Count == 0);
        string.Join(' ', readings[0].Checkpoints.Select(point =>
            RocDate.Short(point.DueOn) + (point.ExpectedCount is { } count ? $"={count}" : "")))
            .ShouldBe(checkpoints);
    }

    [Theory]
    [InlineData("ncl-100", 97, 49, 51, 51, 91)]
    [InlineData("nlpi-103", 36, 0, 0, 0, 29)]
    public void The_checkpoints_of_a_real_plan_are_counted_by_quarter(
        string plan, int rows, int first, int second, int third, int fourth)
    {
        var readings = Read(plan);
        var days = readings.SelectMany(reading => reading.Checkpoints).Select(point => point.DueOn).ToList();

        readings.Count.ShouldBe(rows);
        Quarter.AllOf(YearOf(plan)).Select(quarter => days.Count(quarter.Contains))
            .ShouldBe([first, second, third, fourth]);
        days.Count.ShouldBe(first + second + third + fourth);
    }

    private static List<DeadlineReading> Read(string plan)
    {
        // 臺圖研字第1000000605號 was issued on 24 February; the other plan does not say its day.
        DateOnly? issued = plan == "ncl-100" ? new DateOnly(2011, 2, 24) : null;
        var context = new DeadlineContext(YearOf(plan), OfficeCalendar.WeekendsOnly, issued);
        using var json = JsonDocument.Parse(File.ReadAllText(
            Path.Combine(AppContext.BaseDirectory, "Samples", "plans", plan + ".json")));
        return [.. json.RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => DeadlineReader.Read(row.GetProperty("deadline").GetString(), context))];
    }

    private static RocYear YearOf(string plan) => new(int.Parse(plan.Split('-')[1]));
}
