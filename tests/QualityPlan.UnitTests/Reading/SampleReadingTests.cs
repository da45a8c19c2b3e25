using System.Diagnostics;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

public class SampleReadingTests
{
    public static readonly TheoryData<string, string> Files = new()
    {
        { "ncl-100", ".docx" }, { "ncl-100", "-printed.docx" },
        { "nlpi-103", ".docx" }, { "nlpi-103", "-printed.docx" },
        { "ncl-100", ".odt" }, { "ncl-100", "-printed.odt" }, { "ncl-100", ".ods" }, { "ncl-100", ".xlsx" },
        { "nlpi-103", ".odt" }, { "nlpi-103", "-printed.odt" }, { "nlpi-103", ".ods" }, { "nlpi-103", ".xlsx" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_approach_of_the_plan_stands_in_a_cell(string plan, string ending)
    {
        var cells = Samples.Read(plan + ending).Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells)
            .Select(cell => Samples.Folded(cell.Text)).ToList();
        var all = string.Concat(cells);
        foreach (var approach in Samples.Approaches(plan).Select(Samples.Folded))
        {
            (ending.StartsWith("-printed") ? all.Contains(approach) : cells.Exists(cell => cell.EndsWith(approach))).ShouldBeTrue(approach);
        }
    }
}
