using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.People;

public class UnitDirectoryTests
{
    private static readonly UnitDirectory Directory = new(
        [
            new(1, "漢學研究中心聯絡組", []),
            new(2, "漢學研究中心資料組", []),
            new(3, "閱覽組", ["讀者服務組"]),
            new(4, "採訪及編目組", []),
            new(5, "系統資訊科", ["資訊科"]),
            new(6, "多元文化服務科", []),
            new(7, "研究發展小組", []),
            new(8, "臺灣 ISBN 中心", []),
            new(9, "輔導組", [], IsActive: false),
            new(10, "數位資源服務科", ["共用名"]),
            new(11, "分館服務管理中心", ["共用名"]),
        ],
        [new(1, "各單位", [1, 2, 3, 9]) { Aliases = ["各科室"] }, new(2, "對外服務單位", [3]) { Aliases = ["服務窗口單位", "閱覽組"] }]);

    [Theory]
    [InlineData("閱覽組", 3)]
    [InlineData(" 閱 覽 組 ", 3)]
    [InlineData("閱覽\n組", 3)] // wrapped in its cell
    [InlineData("讀者服務組", 3)] // alias
    [InlineData("資訊科", 5)]
    [InlineData("台灣ＩＳＢＮ中心", 8)] // width and 臺/台
    [InlineData("臺灣isbn中心", 8)]
    [InlineData("採訪及編目組", 4)]
    public void A_known_name_is_its_unit(string text, int unitId)
    {
        var match = Directory.Resolve(text);

        match.Kind.ShouldBe(UnitMatchKind.Unit);
        match.Id.ShouldBe(unitId);
        match.UnitIds.ShouldBe([unitId]);
        match.Text.ShouldBe(text.Trim());
        match.IsActive.ShouldBeTrue();
    }

    [Theory]
    [InlineData("各科室", 1, new[] { 1, 2, 3 })]
    [InlineData("本館各 科室", 1, new[] { 1, 2, 3 })] // a library speaks of nobody else's
    [InlineData("服務窗口單位", 2, new[] { 3 })]
    public void An_alias_of_a_group_is_the_group(string text, int groupId, int[] members)
    {
        var match = Directory.Resolve(text);

        match.Kind.ShouldBe(UnitMatchKind.Group);
        match.Id.ShouldBe(groupId);
        match.UnitIds.ShouldBe(members);
        match.Text.ShouldBe(text);
    }

    [Fact]
    public void The_name_of_a_unit_goes_before_the_alias_of_a_group() =>
        Directory.Resolve("閱覽組").Kind.ShouldBe(UnitMatchKind.Unit);

    [Theory]
    [InlineData("漢學中心聯絡組", "漢學研究中心聯絡組")]
    [InlineData("多元科", "多元文化服務科")]
    [InlineData("研發小組", "研究發展小組")]
    [InlineData("閱覽室", "閱覽組")]
    [InlineData("系統資訊組", "系統資訊科")]
    [InlineData("各單為", "各單位")]
    [InlineData("讀者服務科", "閱覽組")] // near its alias
    public void A_short_or_mistyped_name_is_suggested_and_never_assumed(string text, string nearest)
    {
        var match = Directory.Resolve(text);

        match.Kind.ShouldBe(UnitMatchKind.Unknown);
        match.Id.ShouldBeNull();
        match.UnitIds.ShouldBeEmpty();
        match.Suggestions[0].Name.ShouldBe(nearest);
        match.Suggestions.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("教育部")]
    public void A_strange_name_has_nothing_near(string text) =>
        Directory.Resolve(text).Suggestions.ShouldBeEmpty();

    [Fact]
    public void A_group_stands_for_its_living_units()
    {
        var match = Directory.Resolve("各 單 位");

        match.Kind.ShouldBe(UnitMatchKind.Group);
        match.UnitIds.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_dissolved_unit_is_found_and_marked()
    {
        var match = Directory.Resolve("輔導組");

        match.Id.ShouldBe(9);
        match.IsActive.ShouldBeFalse();
    }

    [Fact]
    public void An_alias_of_two_units_belongs_to_neither()
    {
        var match = Directory.Resolve("共用名");

        match.IsKnown.ShouldBeFalse();
        match.Suggestions.Select(suggestion => suggestion.Id).ShouldBe([10, 11]);
    }

    [Theory]
    [InlineData("資訊科、閱覽組", "系統資訊科 閱覽組")]
    [InlineData("資訊科及閱覽組", "系統資訊科 閱覽組")]
    [InlineData("資訊科\n閱覽組", "系統資訊科 閱覽組")]
    [InlineData("採訪及編目組、閱覽組", "採訪及編目組 閱覽組")]
    [InlineData("研究發展\n小組；各單位", "研究發展小組 各單位")]
    [InlineData("資訊科、網頁內容管理小組", "系統資訊科 網頁內容管理小組?")]
    [InlineData("某科及某室", "某科及某室?")] // unknown stays whole
    [InlineData("", "")]
    public void A_cell_with_several_units_is_taken_apart(string cell, string expected) =>
        string.Join(' ', Directory.ResolveAll(cell).Select(match => match.Name + (match.IsKnown ? "" : "?")))
            .ShouldBe(expected);

    [Theory]
    [InlineData("各單位")]
    [InlineData("全館各單位")]
    [InlineData("本館 各單位")]
    public void Every_unit_of_the_library_is_every_unit(string text) => EveryUnit.Resolve(text).Name.ShouldBe("各單位");

    [Theory]
    [InlineData("各科室")]
    [InlineData("各組室")]
    [InlineData("全館")]
    public void What_may_mean_every_unit_is_offered_and_not_assumed(string text)
    {
        var match = EveryUnit.Resolve(text);

        match.IsKnown.ShouldBeFalse();
        match.Suggestions[0].ShouldBe(new UnitSuggestion(1, IsGroup: true, "各單位"));
    }

    private static UnitDirectory EveryUnit { get; } = new(
        [new UnitName(1, "閱覽組", []), new UnitName(2, "人事室", [])], [new GroupName(1, "各單位", [1, 2]) { IsEveryUnit = true }]);
}
