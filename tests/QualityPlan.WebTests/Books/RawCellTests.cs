using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using QualityPlan.Documents.Reading;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Books;

/// <summary>全部資料 in its three formats, every line and column against plain queries.</summary>
public sealed class RawCellTests(BookGround ground) : IClassFixture<BookGround>
{
    [Fact]
    public async Task Every_line_of_every_format_is_what_the_database_holds()
    {
        var seed = await ground.PlantedAsync();
        var facts = await PlainFacts.ReadAsync(ground, seed.PlanId);
        var wanted = facts.Measures.SelectMany(row => PlainFacts.UnitsOf(row).SelectMany(unit => new[] { 1, 2, 3 }.Select(quarter => Line(facts, row, unit, quarter)))).ToList();
        var visit = await ground.SignInAsync(Role.PlanOffice);

        Comparable(Json((await visit.GetAsync("/exports/everything?format=json")).Text)).ShouldBe(Comparable(wanted));
        Comparable(Csv((await visit.GetAsync("/exports/everything?format=csv")).Text).Skip(1).Select(line => line.Select(Unguarded))).ShouldBe(Comparable(wanted));
        var xlsx = await (await visit.GetAsync("/exports/everything?format=xlsx")).Response.Content.ReadAsByteArrayAsync();
        Comparable(Xlsx(xlsx).Skip(1)).ShouldBe(Comparable(wanted));
        using var stream = new MemoryStream(xlsx);
        using var package = SpreadsheetDocument.Open(stream, false);
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    private static IEnumerable<string> Line(PlainFacts facts, Measure row, Assignment unit, int quarter)
    {
        var report = facts.Report(unit, quarter);
        var filing = facts.Filings.Single(one => one.Round.Quarter.Number == quarter && one.UnitId == unit.UnitId);
        IEnumerable<string> head =
        [
            "115", facts.Plan.Title, "已核定", facts.TopAreaOf(row), facts.AreaOf(row) == facts.TopAreaOf(row) ? "" : facts.AreaOf(row), row.Item.Text,
            row.Number, row.Approach, row.DeadlineText, row.UnitsText, row.SupportingUnitsText, "列管中",
            unit.UnitName, unit.Role == AssignmentRole.Lead ? "主辦" : "協辦", $"{quarter}", quarter == 1 ? "是" : "否", facts.Light(row, unit, quarter, quarter == 1),
        ];
        IEnumerable<string> told = report is null
            ? ["未填", "", "", "", "", "", "", "", ""]
            :
            [
                filing.State.Chinese(), filing.IsLate ? "是" : "否", report.State.Chinese(), $"{report.ActualPercent}", report.Narrative, report.Cause,
                report.Countermeasure, report.ExpectedDoneOn is { } day ? RocDate.Short(day) : "", $"{report.Evidence.Count(file => !file.IsWithdrawn)}",
            ];
        return [.. head, .. told, facts.Wording(row, quarter)];
    }

    /// <summary>Blanks and line ends are told apart in json only.</summary>
    private static List<string> Comparable(IEnumerable<IEnumerable<string>> lines) => [.. lines.Select(line => string.Join('|', line.Select(cell =>
        string.Join('\n', cell.Split(['\n', '\r']).Select(part => part.Trim()).Where(part => part.Length > 0)))))];

    private static IEnumerable<IEnumerable<string>> Json(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.EnumerateArray().Select(line => line.EnumerateObject().Select(field => field.Value.ToString()).ToList()).ToList();
    }

    /// <summary>Texts that look like formulas have an apostrophe before them, and only those.</summary>
    private static string Unguarded(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@\t\r".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;

    private static List<List<string>> Csv(string text)
    {
        var lines = new List<List<string>> { new() { "" } };
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var line = lines[^1];
            switch (text[at])
            {
                case '"' when isQuoted && at + 1 < text.Length && text[at + 1] == '"':
                    line[^1] += text[at++];
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    line.Add("");
                    break;
                case '\n' when !isQuoted:
                    lines.Add([""]);
                    break;
                case '\r' when !isQuoted:
                    break;
                default:
                    line[^1] += text[at];
                    break;
            }
        }
        lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static IEnumerable<IEnumerable<string>> Xlsx(byte[] bytes)
    {
        var table = DocumentReading.Read("raw.xlsx", bytes).Document!.Tables.Single();
        return table.Rows.Select(row => Enumerable.Range(0, 27).Select(column => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text ?? ""));
    }
}
