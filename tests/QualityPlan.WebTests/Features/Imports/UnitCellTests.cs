using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>What stands in the 單位 cells, read with the units that the document names elsewhere.</summary>
public class UnitCellTests
{
    private const string Listed = "本館採訪組、推廣及數位學習組、國際標準書號中心、秘書室、人事室及主計室。";

    [Theory]
    [InlineData("秘書室及人事室", "秘書室、人事室")]
    [InlineData("人事室和主計室", "人事室、主計室")]
    [InlineData("採訪組‧秘書室", "採訪組、秘書室")]
    [InlineData("採訪組＋秘書室", "採訪組、秘書室")]
    [InlineData("秘書室暨採訪組", "秘書室、採訪組")]
    [InlineData("推廣及數位學習組與秘書室", "推廣及數位學習組、秘書室")]
    [InlineData("採訪組⏎及秘書室", "採訪組、秘書室")]
    [InlineData("一、採訪組¶二、秘書室", "採訪組、秘書室")]
    [InlineData("國際標準書⏎號中心", "國際標準書號中心")]
    [InlineData("採訪組、國際標準書¶號中心", "採訪組、國際標準書號中心")]
    [InlineData("資訊⏎組", "資訊組")]
    [InlineData("參考及推廣組", "參考及推廣組")] // 「參考」 is no unit
    [InlineData("場館及園區管理組", "場館及園區管理組")]
    [InlineData("中和分館", "中和分館")]
    [InlineData("一、二科", "一、二科")]
    [InlineData("人事⏎主計", "人事、主計")]
    [InlineData("王小明¶採訪組", "王小明、採訪組")]
    [InlineData("研究¶典藏組", "研究典藏組")]
    [InlineData("採訪組（分機123）、秘書室(#20)", "採訪組、秘書室")]
    [InlineData("館長室¶秘書室", "館長室、秘書室")]
    [InlineData("人事¶政風室", "人事、政風室")]
    [InlineData("林小華¶典藏組", "林小華、典藏組")]
    public void Names_are_parted_between_units_and_never_inside_one(string cell, string wanted) => string.Join('、', Row(cell).Units).ShouldBe(wanted);

    [Theory]
    [InlineData("主政:採訪組¶協辦:秘書室", "採訪組", "秘書室")]
    [InlineData("主辦：採訪組¶會辦：秘書室及人事室", "採訪組", "秘書室、人事室")]
    public void Roles_have_several_words(string cell, string leading, string supporting)
    {
        var row = Row(cell);

        (string.Join('、', row.Units), string.Join('、', row.SupportingUnits)).ShouldBe((leading, supporting));
    }

    [Fact]
    public void Units_the_document_does_not_name_are_parted_with_a_remark() =>
        PlanTable.Recover(PlanTable.Usual, "一、服務|環境|1.整架|6月|閱覽組及總務組").Remarks.Single().Text
            .ShouldBe("「閱覽組及總務組」讀成「閱覽組」與「總務組」兩個單位，請確認。");

    [Fact]
    public void Two_dates_on_two_lines_are_two_deadlines_and_a_wrap_is_none()
    {
        var plan = PlanTable.Recover(PlanTable.Usual, "一、服務|環境|1.整架|115年6月⏎115年12月|閱覽組", "||2.清潔|115年⏎12月|總務組");

        plan.Rows.Select(row => row.Deadline).ShouldBe(["115年6月、115年12月", "115年12月"]);
    }

    private static RowReading Row(string cell)
    {
        var document = PlanTable.Document(new Paragraph("壹、執行對象"), new Paragraph(Listed), PlanTable.Of(PlanTable.Usual, $"一、服務|環境|1.整架|6月|{cell}"));
        return PlanRecovery.Recover(document).Plan!.Rows.Single();
    }
}
