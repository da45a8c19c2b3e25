using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>The fourteen files of the two real plans, through the site into the database.</summary>
public class RealPlanImportTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string, string> Files => RealPlanTests.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_file_of_a_real_plan_becomes_a_draft_of_exactly_its_rows(string name, string ending)
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var sample = SamplePlan.Load(name);

        var draft = await desk.UploadSampleAsync(name + ending);
        var plan = await desk.AcceptAllAsync(draft);

        (await desk.RowsAsync(plan)).ShouldBe(sample.Rows.Select(row => row.Line));
        var made = await site.AskAsync(db => db.Plans.AsNoTracking().Include(one => one.Chapters).SingleAsync(one => one.Id == plan));
        made.State.ShouldBe(PlanState.Draft);
        made.SourceFileName.ShouldBe(name + ending);
        made.Year.Value.ShouldBe(name == "ncl-100" ? 100 : 103);
        made.Headings.ShouldBe(PlanHeadings.Usual);
        if (ending is not (".xlsx" or ".ods"))
        {
            made.Title.ShouldBe(sample.Title);
            made.Agency.ShouldBe(name == "ncl-100" ? "國家圖書館" : "國立公共資訊圖書館");
            made.Chapters.OrderBy(chapter => chapter.Position).Select(chapter => new SampleChapter(chapter.Number, chapter.Title, [.. chapter.Paragraphs]).ToString())
                .ShouldBe(sample.Chapters.Select(chapter => chapter.ToString()));
        }
        (await site.AskAsync(db => db.ImportDrafts.CountAsync(one => one.Id == draft))).ShouldBe(0);
    }

    [Fact]
    public async Task Ncl_100_asks_for_one_short_name_and_one_empty_deadline()
    {
        await using var own = new Site();
        var units = await LibraryAsync(own, "秘書室 採訪組 編目組 閱覽組 參考組 特藏組 資訊組 輔導組 研究組 出版品國際交換處 國際標準書號中心 書目資訊中心 總務組 會計室 人事室 政風室 漢學研究中心聯絡組 漢學研究中心資料組");
        await own.ChangeAsync(db =>
        {
            var outward = new UnitGroup("對外服務單位", isEveryUnit: false);
            outward.SetMembers([units["閱覽組"], units["參考組"]]);
            db.UnitGroups.AddRange(new UnitGroup("各單位", isEveryUnit: true), outward);
        });
        var desk = await ImportDesk.SitDownAsync(own);

        var draft = await desk.UploadSampleAsync("ncl-100.docx");
        var page = await desk.PreviewAsync(draft);

        page.Find("open-count").ShouldNotBeNull().ShouldContain("還有 2 項待處理");
        var doubts = ImportDesk.Doubts(page);
        doubts.ShouldBe(["u:漢學中心聯絡組", "c:16:Deadline"], ignoreOrder: true);
        ImportDesk.Doubt(page, "u:漢學中心聯絡組").QuerySelector("[data-testid=suggestion]")!.GetAttribute("value")
            .ShouldBe($"unit-{units["漢學研究中心聯絡組"]}");
        var saved = await desk.SaveAsync(
            page,
            (ImportDesk.Box(page, "u:漢學中心聯絡組", "Choice"), $"unit-{units["漢學研究中心聯絡組"]}"),
            (ImportDesk.Box(page, "c:16:Deadline", "Text"), "100 年 12 月"));
        ImportDesk.DraftIn(saved).ShouldBe(draft);
        page = await desk.PreviewAsync(draft);
        page.Find("open-count").ShouldNotBeNull().ShouldContain("全部處理完畢");
        var plan = ImportDesk.PlanIn(await desk.AcceptAsync(page));

        var rows = await desk.MeasuresAsync(plan);
        rows.Count.ShouldBe(97);
        rows.ShouldAllBe(row => row.Undecided.Count == 0);
        rows[15].DeadlineText.ShouldBe("100年12月");
        rows.Where(row => row.UnitsText == "漢學中心聯絡組").ShouldNotBeEmpty();
        rows.Where(row => row.UnitsText == "漢學中心聯絡組").ShouldAllBe(row => row.Assignments.Single().UnitId == units["漢學研究中心聯絡組"]);
        rows.First(row => row.UnitsText == "各單位").Assignments.Count.ShouldBe(18);
        rows.First(row => row.DeadlineText == "每月").DeadlineKind.ShouldBe(DeadlineKind.Recurring);
    }

    [Fact]
    public async Task The_short_names_of_nlpi_103_are_asked_once_and_never_again()
    {
        await using var own = new Site();
        var units = await LibraryAsync(own, "知識組織科 系統資訊科 閱覽諮詢科 多元文化服務科 數位資源服務科 輔導推廣科 分館服務管理中心 秘書室 人事室 主計室 研究發展小組");
        var meant = new Dictionary<string, string>
        {
            ["知識科"] = "知識組織科", ["資訊科"] = "系統資訊科", ["多元科"] = "多元文化服務科",
            ["數位科"] = "數位資源服務科", ["推廣科"] = "輔導推廣科", ["研發小組"] = "研究發展小組",
        };
        var desk = await ImportDesk.SitDownAsync(own);

        var draft = await desk.UploadSampleAsync("nlpi-103.odt");
        var page = await desk.PreviewAsync(draft);
        ImportDesk.Doubts(page).Where(key => key.StartsWith("u:", StringComparison.Ordinal)).Select(key => key[2..])
            .ShouldBe([.. meant.Keys, "網頁內容管理小組", "各科室"], ignoreOrder: true);
        foreach (var (written, official) in meant)
        {
            ImportDesk.Doubt(page, "u:" + written).QuerySelectorAll("[data-testid=suggestion]").Select(one => one.GetAttribute("value"))
                .ShouldContain($"unit-{units[official]}", written);
        }
        await desk.SaveAsync(page,
        [
            .. meant.Select(name => (ImportDesk.Box(page, "u:" + name.Key, "Choice"), $"unit-{units[name.Value]}")),
            (ImportDesk.Box(page, "u:網頁內容管理小組", "Choice"), "new"),
            (ImportDesk.Box(page, "u:網頁內容管理小組", "NewKind"), "NewTaskForce"),
            (ImportDesk.Box(page, "u:各科室", "Choice"), "new"),
            (ImportDesk.Box(page, "u:各科室", "NewKind"), "NewEveryUnit"),
        ]);
        var plan = await desk.AcceptAllAsync(draft);

        (await desk.RowsAsync(plan)).ShouldBe(SamplePlan.Load("nlpi-103").Rows.Select(row => row.Line));
        (await desk.MeasuresAsync(plan)).ShouldAllBe(row => !row.HasUnknownUnit);
        var learnt = await own.AskAsync(db => db.Units.AsNoTracking().Include(unit => unit.Aliases).ToListAsync());
        learnt.Single(unit => unit.Name == "系統資訊科").Aliases.Select(alias => alias.Text).ShouldBe(["資訊科"]);
        learnt.Single(unit => unit.Name == "網頁內容管理小組").Kind.ShouldBe(UnitKind.TaskForce);

        page = await desk.PreviewAsync(await desk.UploadSampleAsync("nlpi-103.odt"));
        ImportDesk.Doubts(page).ShouldAllBe(key => !key.StartsWith("u:", StringComparison.Ordinal));
        page.Find("same-file").ShouldNotBeNull().ShouldContain("國立公共資訊圖書館 103 年度提升服務品質計畫");
        page = await desk.PreviewAsync(await desk.UploadSampleAsync("nlpi-103-printed.html"));
        ImportDesk.Doubts(page).ShouldAllBe(key => !key.StartsWith("u:", StringComparison.Ordinal));
        page.Find("same-file").ShouldBeNull();
    }

    private static async Task<Dictionary<string, int>> LibraryAsync(Site site, string names)
    {
        var units = names.Split(' ').Select((name, index) => new Unit(name, UnitKind.Department, index + 1)).ToList();
        await site.ChangeAsync(db => db.Units.AddRange(units));
        return units.ToDictionary(unit => unit.Name, unit => unit.Id);
    }
}
