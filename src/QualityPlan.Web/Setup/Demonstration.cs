namespace QualityPlan.Web.Setup;

/// <summary>The demonstration library; in Development only, and only into an empty database.</summary>
internal static class Demonstration
{
    public static Task FillIfEmptyAsync(IServiceProvider services) => Task.CompletedTask;
}
