using System.Text.Json;
using QualityPlan.Documents.Reading;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>
/// Plans as other agencies print them, in the shapes files really have. What each must be read as was written from its
/// meaning and stands beside it as json.
/// </summary>
public class ShapeTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples", "shapes");
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder)
        .Select(file => Path.GetFileName(file)).Where(file => Path.GetExtension(file) is ".docx" or ".odt" or ".xlsx" or ".ods" or ".html" or ".txt" or ".csv").Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_plan_of_another_agency_is_read_as_a_person_reads_it(string file)
    {
        var wanted = JsonSerializer.Deserialize<Shape>(File.ReadAllText(Path.Combine(Folder, Path.ChangeExtension(file, ".json"))), Json)!;
        var document = DocumentReading.Read(file, File.ReadAllBytes(Path.Combine(Folder, file)));
        document.Refusal.ShouldBeNull();
        var read = PlanRecovery.Recover(document.Document!);
        read.Refusal.ShouldBeNull();
        var plan = read.Plan!;

        plan.Rows.Select(row => row.Line()).ShouldBe(wanted.Rows.Select(row => row.Line));
        plan.Headings.Select(Compact).ShouldBe(wanted.Headings.Select(Compact));
        plan.Title.ShouldBe(wanted.Title);
        plan.Chapters.Select(chapter => $"{chapter.Number}|{chapter.Title}|{string.Join('|', chapter.Paragraphs)}")
            .ShouldBe(wanted.Chapters.Select(chapter => $"{chapter.Number}|{chapter.Title}|{string.Join('|', chapter.Paragraphs)}"));
    }

    public static TheoryData<string> OtherPapers => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "refused")).Select(file => Path.GetFileName(file)).Order()];

    /// <summary>Minutes, rules, letters and essays are numbered like a plan and name units and days too.</summary>
    [Theory]
    [MemberData(nameof(OtherPapers))]
    public void A_paper_that_is_no_plan_is_refused(string file)
    {
        var document = DocumentReading.Read(file, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "refused", file)));
        PlanRecovery.Recover(document.Document!).Refusal.ShouldBe(PlanRecovery.NoPlanTable);
    }

    [Fact]
    public void There_are_seventy_shapes_and_a_hundred_and_forty_files_of_them()
    {
        Files.Count.ShouldBeGreaterThanOrEqualTo(140);
        Directory.EnumerateFiles(Folder, "*.json").Count().ShouldBeGreaterThanOrEqualTo(70);
    }

    private static string Compact(string heading) => string.Concat(heading.Where(letter => !char.IsWhiteSpace(letter)));

    private sealed record Shape(string Title, string[] Headings, SampleChapter[] Chapters, ShapeRow[] Rows);

    private sealed record ShapeRow(string Area, string SubArea, string Item, string No, string Approach, string Deadline, string[] Units, string[] SupportingUnits)
    {
        public string Line => string.Join('|', Area, SubArea, Item, No, Approach, Deadline, string.Join('、', Units), string.Join('、', SupportingUnits));
    }
}
