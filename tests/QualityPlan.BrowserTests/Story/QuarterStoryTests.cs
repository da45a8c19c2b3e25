using QualityPlan.BrowserTests.Pages;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests.Story;

/// <summary>The main job, once with scripts and once without: from the plan's real file to the signed books.</summary>
public class QuarterStoryTests(Chromium chromium)
{
    private const string Quarter = "第1季";
    private const string DeputyWords = "擬如研發小組所擬。";
    private const string ConvenerWords = "如擬，落後項目請閱覽組於下季提出改善成果。";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_plan_goes_from_its_file_through_one_quarter_to_the_signed_books(bool javaScript)
    {
        await using var library = await StoryLibrary.OpenAsync(chromium, javaScript);

        await library.ActAsync(StoryLibrary.Office, ImportAndApproveAsync);
        var readers = new ReadersQuarter();
        await library.ActAsync(StoryLibrary.Reporter, visit => readers.FillInAsync(visit, Quarter));
        await library.ActAsync(StoryLibrary.Head, visit => readers.ReturnTwoAsync(visit, Quarter));
        await library.ActAsync(StoryLibrary.Reporter, visit => readers.MendAsync(visit, Quarter));
        await library.ActAsync(StoryLibrary.Head, visit => readers.ApproveAsync(visit, Quarter));
        await library.ActAsync(StoryLibrary.Office, CompileAndSendUpAsync);
        await library.ActAsync(StoryLibrary.Deputy, visit => SignAsync(visit, DeputyWords));
        await library.ActAsync(StoryLibrary.Convener, visit => SignAsync(visit, ConvenerWords));

        var facts = await library.Site.AskAsync(QuarterFacts.ReadAsync);
        ShouldBeAsTyped(facts, readers);
        facts.ShouldHaveTheRowsOf(StoryLibrary.Sample("ncl-100.json"));
        var books = await library.ActAsync(StoryLibrary.Office, visit => TakeBooksAsync(visit, facts));
        books.ShouldShow(facts);
    }

    private static async Task ImportAndApproveAsync(Visit visit)
    {
        await (await GroupPage.OpenNewAsync(visit)).MakeAsync("對外服務單位", "閱覽組", "參考組", "特藏組");
        var import = await ImportPage.UploadAsync(visit, StoryLibrary.Sample("ncl-100.docx"));
        (await import.AskedAsync()).ShouldBe(
            ["單位「各單位」", "單位「漢學中心聯絡組」", $"第 {QuarterFacts.MendedRow} 列　完成期限"], ignoreOrder: true);

        await import.ChooseAsync("漢學中心聯絡組", "漢學研究中心聯絡組");
        await import.MakeEveryUnitAsync("各單位");
        await import.WriteDeadlineAsync(QuarterFacts.MendedRow, QuarterFacts.MendedDeadline);
        await import.SaveAsync();
        await Expect(import.OpenCount).ToContainTextAsync("全部處理完畢");
        await import.AcceptAsync();

        var approval = await ApprovalPage.OpenAsync(visit);
        await approval.ApproveAsync(QuarterFacts.LetterNumber, "100/2/24");
    }

    private static async Task CompileAndSendUpAsync(Visit visit)
    {
        var compiling = await CompilingPage.OpenAsync(visit, Quarter);
        await compiling.CompileAsync(StoryLibrary.ReadersUnit);
        await compiling.WordAsync("本季閱覽組已完成填報。\n其餘單位尚未填報。", "本季送存電子書，累計成果如附表。", "推廣單一窗口，辦理說明會。");
        await compiling.SendUpAsync("陳請核閱。");
    }

    private static async Task SignAsync(Visit visit, string directive) =>
        await (await SigningPage.OpenAsync(visit, Quarter)).SignAsync(directive);

    private static async Task<OpenedBooks> TakeBooksAsync(Visit visit, QuarterFacts facts)
    {
        var signing = await SigningPage.OpenAsync(visit, Quarter);
        var books = new OpenedBooks();
        foreach (var format in OpenedBooks.Formats)
        {
            var signed = await signing.TakeAsync(format);
            facts.Report.Files.Single(file => file.Format == format).Bytes.ShouldBe(signed.Bytes);
            books.Quarter[format] = signed;
        }
        var exports = await ExportsPage.OpenAsync(visit);
        foreach (var format in OpenedBooks.Formats)
        {
            books.Plan[format] = await exports.PlanBookAsync(facts.Plan.Id, format);
            (await exports.QuarterBookAsync(facts.Plan.Id, 1, format)).Bytes.ShouldBe(books.Quarter[format].Bytes);
        }
        return books;
    }

    private static void ShouldBeAsTyped(QuarterFacts facts, ReadersQuarter readers)
    {
        facts.Report.State.ShouldBe(CompiledReportState.Signed);
        facts.Report.SignOffs.Select(step => step.Directive).ShouldBe(["陳請核閱。", DeputyWords, ConvenerWords]);
        readers.Words.Count.ShouldBeGreaterThan(29);
        facts.Reports.ToDictionary(one => one.Key, one => one.Value.Narrative).ShouldBe(readers.Words, ignoreOrder: true);
        facts.Reports.Values.Count(report => report.Versions.Count == 2).ShouldBe(readers.Words.Count);
        facts.Filings.Where(filing => filing.State == FilingState.Locked).Select(filing => filing.UnitName).ShouldBe([StoryLibrary.ReadersUnit]);
    }
}
