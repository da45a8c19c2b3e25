namespace QualityPlan.Web.Setup;

/// <summary>
/// What launchSettings.json would say. <c>dotnet run</c> announces that file on standard output,
/// where the verbs print their results and nothing else; so the program says it itself.
/// </summary>
public static class SourceRun
{
    /// <summary>Started from the source folder, as <c>dotnet run</c> does, the site is a development one unless told otherwise.</summary>
    public static void Prepare()
    {
        if (File.Exists("QualityPlan.Web.csproj"))
        {
            SetUnlessGiven("ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "Development");
            SetUnlessGiven("ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "http://localhost:5080");
        }
    }

    private static void SetUnlessGiven(string name, string otherName, string value)
    {
        var given = Environment.GetEnvironmentVariable(name) ?? Environment.GetEnvironmentVariable(otherName);
        Environment.SetEnvironmentVariable(name, given is null ? value : Environment.GetEnvironmentVariable(name));
    }
}
