using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using Shouldly;

namespace QualityPlan.BrowserTests.Story;

/// <summary>What the database holds of the plan and its first quarter when the story has ended.</summary>
internal sealed record QuarterFacts(Plan Plan, PlanTable Table, CompiledReport Report, IReadOnlyList<UnitFiling> Filings)
{
    /// <summary>The row without a deadline in the file, 三.3.3 of 參考組, counted from 1.</summary>
    public const int MendedRow = 16;

    public const string MendedDeadline = "100年12月";
    public const string LetterNumber = "臺圖研字第1000000605號";

    /// <summary>By assignment; only 閱覽組 has filed.</summary>
    public IReadOnlyDictionary<int, ProgressReport> Reports { get; } =
        Filings.SelectMany(filing => filing.Reports).ToDictionary(report => report.AssignmentId);

    public static async Task<QuarterFacts> ReadAsync(QualityPlanDb db)
    {
        var plan = await db.Plans.AsNoTracking().Include(one => one.Chapters).SingleAsync();
        var table = await PlanTableReader.ReadAsync(db, plan.Id, CancellationToken.None);
        var report = await db.CompiledReports.AsNoTracking().AsSplitQuery()
            .Include(one => one.Entries).Include(one => one.SignOffs).Include(one => one.Files)
            .SingleAsync();
        var filings = await db.Filings.AsNoTracking().AsSplitQuery()
            .Include(one => one.Reports).ThenInclude(one => one.Marks)
            .Include(one => one.Reports).ThenInclude(one => one.Evidence)
            .Include(one => one.Reports).ThenInclude(one => one.Versions)
            .Where(one => one.RoundId == report.RoundId)
            .ToListAsync();
        return new QuarterFacts(plan, table, report, filings);
    }

    /// <summary>The rows stand in the database as a perfect reading of the file has them, the mended deadline aside.</summary>
    public void ShouldHaveTheRowsOf(string json)
    {
        Plan.LetterNumber.ShouldBe(LetterNumber);
        using var reading = JsonDocument.Parse(File.ReadAllBytes(json));
        var wanted = reading.RootElement.GetProperty("rows").EnumerateArray().Select(Printed).ToList();
        wanted[MendedRow - 1] = wanted[MendedRow - 1].Replace("||", $"|{MendedDeadline}|", StringComparison.Ordinal);

        Table.Rows.Select(row => Folded(string.Join('|',
                row.Place.Area.Text, row.Place.SubArea?.Text, row.Place.Item.Text,
                row.Text.Number, row.Text.Approach, row.Text.Deadline, row.Text.Units)))
            .ShouldBe(wanted);
    }

    /// <summary>The rows of the plan book: heading cells, then what stands in the columns after them.</summary>
    public IReadOnlyList<ExpectedRow> PlanRows() =>
        [.. Table.Rows.Select(row => new ExpectedRow(row, [Approach(row), row.Text.Deadline, row.Text.Units]))];

    public IReadOnlyList<ExpectedRow> QuarterRows() =>
        [.. Table.Rows.Select(row => new ExpectedRow(row,
            [Approach(row), row.Text.Deadline, Units(row), Shown(LightOf(row)), Percent(row), Words(row)]))];

    /// <summary>The seven counts per first-level 實施要項 and their total, counted here once more.</summary>
    public IReadOnlyList<string> CountLines()
    {
        var areas = Table.Rows.GroupBy(row => row.Place.Area.Text).Select(area => CountLine(area.Key, area.Select(LightOf)));
        return [.. areas, CountLine("合計", Table.Rows.Select(LightOf))];
    }

    private static string CountLine(string name, IEnumerable<Light> lights)
    {
        var all = lights.ToList();
        var counts = Lights.InReadingOrder.Select(light => all.Count(one => one == light));
        return string.Join('|', counts.Prepend(all.Count).Select(count => $"{count}").Prepend(name));
    }

    private Light LightOf(OutlineRow row) => Table.UnitsOf(row.MeasureId)
        .Where(unit => unit.Role == AssignmentRole.Lead)
        .Min(unit => LightOf(row, unit));

    private Light LightOf(OutlineRow row, RowUnit unit)
    {
        var due = Table.CheckpointsOf(row.MeasureId).Where(one => one.DueOn <= new DateOnly(2011, 3, 31)).ToList();
        if (!Reports.TryGetValue(unit.AssignmentId, out var report))
        {
            return due.Count > 0 ? Light.NotReported : Light.NotDue;
        }
        var isDone = due.All(one => report.Marks.Any(mark => mark.CheckpointId == one.Id && mark.IsDone));
        return (isDone, report.State) switch
        {
            (false, _) => Light.Behind,
            (_, ReportState.Continuing) => Light.Continuing,
            _ => Light.OnTrack,
        };
    }

    private static string Shown(Light light) => $"{light.Shape()} {light.Chinese()}";

    private static string Approach(OutlineRow row) => $"{row.Text.Number} {row.Text.Approach}";

    private string Units(OutlineRow row)
    {
        var leads = Table.UnitsOf(row.MeasureId).ToList();
        var filed = leads.Count(unit => Reports.ContainsKey(unit.AssignmentId));
        return leads.Count > 1 ? $"{row.Text.Units}\n（{filed}/{leads.Count} 已填）" : row.Text.Units;
    }

    private string Percent(OutlineRow row) => Table.UnitsOf(row.MeasureId)
        .Select(unit => Reports.GetValueOrDefault(unit.AssignmentId)?.ActualPercent)
        .Where(percent => percent is not null)
        .Min() is { } least ? $"{least}%" : "－";

    private string Words(OutlineRow row)
    {
        var units = Table.UnitsOf(row.MeasureId).ToList();
        var wording = Report.Entries.SingleOrDefault(entry => entry.MeasureId == row.MeasureId)?.Wording ?? "";
        var words = wording.Length > 0 ? [wording] : units.Select(unit => Told(row, unit, units.Count > 1));
        var files = units.SelectMany(unit => Reports.GetValueOrDefault(unit.AssignmentId)?.Evidence ?? []).Select(file => file.FileName).ToList();
        return string.Join('\n', files.Count == 0 ? words : words.Append($"佐證：{string.Join('、', files)}"));
    }

    private string Told(OutlineRow row, RowUnit unit, bool isNamed)
    {
        var name = isNamed ? $"【{unit.Name}】" : "";
        if (!Reports.TryGetValue(unit.AssignmentId, out var report))
        {
            return name + (LightOf(row, unit) == Light.NotReported ? "未填報" : "本季未填，尚無到期的查核點");
        }
        var told = $"{name}（{report.State.Chinese()}）{report.Narrative}";
        return report.Cause.Length == 0 ? told : $"{told}\n落後原因：{report.Cause}\n因應對策：{report.Countermeasure}";
    }

    private static string Printed(JsonElement row)
    {
        string[] names = ["area", "sub_area", "item", "no", "approach", "deadline"];
        var units = string.Join('、', row.GetProperty("units").EnumerateArray().Select(unit => unit.GetString()));
        return Folded(string.Join('|', names.Select(name => row.GetProperty(name).GetString()).Append(units)));
    }

    private static string Folded(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}

/// <summary>A row of a book as the database has it: where it stands, and its cells from 推動作法 on.</summary>
internal sealed record ExpectedRow(OutlineRow Row, IReadOnlyList<string> Cells);
