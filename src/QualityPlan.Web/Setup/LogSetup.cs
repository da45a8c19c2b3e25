using Serilog;
using Serilog.Events;

namespace QualityPlan.Web.Setup;

/// <summary>
/// Logging to the console; the section "Serilog" of the settings can change it. A verb logs to standard error
/// only: its standard output is its result.
/// </summary>
internal static class LogSetup
{
    public static void AddLog(this WebApplicationBuilder builder, bool forVerb = false) => builder.Host.UseSerilog((context, log) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        // Warns at each new key while no certificate is set; that is a choice, see docs/decisions/0010.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
        .WriteTo.Console(
            outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {RequestId}{NewLine}{Exception}",
            standardErrorFromLevel: forVerb ? LogEventLevel.Verbose : null)
        .ReadFrom.Configuration(context.Configuration));
}
