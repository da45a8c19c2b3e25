using QualityPlan.UnitTests.Docs;

namespace QualityPlan.UnitTests.Reading.Shapes;

/// <summary>Where the sample documents in other agencies' shapes are kept in the source tree.</summary>
internal static class ShapeFolder
{
    public static string Path => System.IO.Path.Combine(Repository.Root, "tests", "Samples", "shapes");
}
