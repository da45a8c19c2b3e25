using Serilog;
using Serilog.Events;

namespace QualityPlan.Web.Setup;

/// <summary>Logging to the console; the section "Serilog" of the settings can change it.</summary>
internal static class LogSetup
{
    public static void AddLog(this WebApplicationBuilder builder) => builder.Host.UseSerilog((context, log) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {RequestId}{NewLine}{Exception}")
        .ReadFrom.Configuration(context.Configuration));
}
