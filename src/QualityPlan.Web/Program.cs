using System.Globalization;
using QualityPlan.Web.Operations;
using QualityPlan.Web.Setup;

// The same formats on every machine. The globalization data stays, for the SQL Server driver demands it.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

// A verb is a command of the program (read, export …); without one it is the site.
if (await Verbs.TryRun(args) is { } exitCode)
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(args);
builder.AddLog();
builder.AddDatabase();
builder.AddSecurity();
builder.AddPages();
builder.AddFiles();
builder.AddFeatures();

var app = builder.Build();
app.UsePipeline();
await app.PrepareAsync();
await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the site.</summary>
public partial class Program;
