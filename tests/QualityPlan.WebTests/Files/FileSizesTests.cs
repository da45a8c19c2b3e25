using QualityPlan.Web.Files;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Files;

/// <summary>Sizes of files in words: nothing is nothing, and a small file is not rounded away.</summary>
public class FileSizesTests
{
    [Theory]
    [InlineData(0, "0 KB")]
    [InlineData(1, "1 KB")]
    [InlineData(2047, "1 KB")]
    [InlineData(2048, "2 KB")]
    [InlineData(1048576, "1.0 MB")]
    [InlineData(1600000, "1.5 MB")]
    public void A_size_is_said_in_the_fitting_unit(long bytes, string shown) => FileSizes.Show(bytes).ShouldBe(shown);
}
