using QualityPlan.Documents.Writing.Sheets;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Writing;

public class SheetNameTests
{
    [Theory]
    [InlineData("甲/乙[丙]", "甲 乙 丙")]
    [InlineData("'引號'", "引號")]
    [InlineData("History", "History_")]
    [InlineData("𠁛𠀺野家", "𠁛𠀺野家")]
    public void A_name_keeps_all_that_a_spreadsheet_takes(string wanted, string name) => new SheetNames().Take(wanted).ShouldBe(name);
}
