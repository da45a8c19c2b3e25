using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using QualityPlan.Documents.Writing;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Books;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.WebTests.Features.Imports;
using Shouldly;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.WebTests.Books;

/// <summary>計畫表 of both real plans, written in every format that can be read, and read back as if it were another agency's file.</summary>
public sealed class RoundTripTests
{
    public static readonly TheoryData<string, Format> Books = new()
    {
        { "ncl-100", Format.Xlsx }, { "ncl-100", Format.Ods }, { "ncl-100", Format.Docx }, { "ncl-100", Format.Odt },
        { "nlpi-103", Format.Xlsx }, { "nlpi-103", Format.Ods }, { "nlpi-103", Format.Docx }, { "nlpi-103", Format.Odt },
    };

    [Theory, MemberData(nameof(Books))]
    public void Rows_chapters_and_title_come_back_exactly(string name, Format format)
    {
        var plan = SamplePlan.Load(name);

        var read = ReadBack(PlanBook.Build(ContentOf(plan)), format);

        LinesOf(read).ShouldBe(plan.Rows.Select(row => row.Line));
        read.Title.ShouldBe(plan.Title);
        read.Chapters.Select(chapter => new SampleChapter(chapter.Number, chapter.Title, [.. chapter.Paragraphs]).ToString())
            .ShouldBe(plan.Chapters.Select(chapter => chapter.ToString()));
    }

    [Theory, MemberData(nameof(Books))]
    public void The_table_alone_comes_back_exactly_and_without_chapters(string name, Format format)
    {
        var plan = SamplePlan.Load(name);

        var read = ReadBack(PlanBook.Build(ContentOf(plan), isTableOnly: true), format);

        LinesOf(read).ShouldBe(plan.Rows.Select(row => row.Line));
        read.Title.ShouldBe(plan.Title);
        read.Chapters.ShouldBeEmpty();
    }

    private static PlanReading ReadBack(Document document, Format format)
    {
        IDocumentWriter writer = format switch
        {
            Format.Xlsx => new XlsxWriter(),
            Format.Ods => new OdsWriter(),
            Format.Docx => new DocxWriter(),
            _ => new OdtWriter(),
        };
        using var file = new MemoryStream();
        writer.Write(document, file);
        var read = DocumentReading.Read($"計畫表.{BookPress.Extension(format)}", file.ToArray());
        read.Refusal.ShouldBeNull();
        var recovered = PlanRecovery.Recover(read.Document!);
        recovered.Refusal.ShouldBeNull();
        return recovered.Plan!;
    }

    private static IEnumerable<string> LinesOf(PlanReading plan) => plan.Rows.Select(row => string.Join('|',
        row.Area, row.SubArea, row.Item, row.No, row.Approach, row.Deadline, string.Join('、', row.Units)));

    private static PlanBookContent ContentOf(SamplePlan plan)
    {
        var (areas, items) = (new Steps(), new Steps());
        var rows = plan.Rows.Select((row, at) =>
        {
            var area = areas.Of(row.Area, row.Area);
            var sub = row.SubArea.Length == 0 ? null : areas.Of(row.Area + "|" + row.SubArea, row.SubArea);
            var item = items.Of($"{row.Area}|{row.SubArea}|{row.Item}", row.Item);
            return new OutlineRow(at + 1, new Domain.Plans.OutlinePlace(area, sub, item),
                new MeasureText(row.No, row.Approach, row.Deadline, string.Join('、', row.Units)));
        });
        return new PlanBookContent("國家圖書館", plan.Title, [.. rows])
        {
            Chapters = [.. plan.Chapters.Select(chapter => new ChapterText(chapter.Number, chapter.Title, chapter.Paragraphs))],
            PrintedOn = "115年3月31日",
            Footer = "研字第1號　第 1 版",
        };
    }

    /// <summary>Gives each text of the outline an id of its own.</summary>
    private sealed class Steps
    {
        private readonly Dictionary<string, OutlineStep> _steps = [];

        public OutlineStep Of(string key, string text)
        {
            if (!_steps.TryGetValue(key, out var step))
            {
                _steps[key] = step = new OutlineStep(_steps.Count + 1, text, _steps.Count + 1);
            }
            return step;
        }
    }
}
