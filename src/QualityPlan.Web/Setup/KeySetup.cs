using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Setup;

/// <summary>
/// The keys behind cookies and form tokens: in the database, so that every instance has them; encrypted there with
/// the certificate of Security:KeyCertificate when one is set (docs/decisions/0010).
/// </summary>
internal static class KeySetup
{
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("QualityPlan").PersistKeysToDbContext<QualityPlanDb>();
        if (builder.Configuration["Security:KeyCertificate"] is { Length: > 0 } file)
        {
            var path = Path.GetFullPath(file, builder.Environment.ContentRootPath);
            keys.ProtectKeysWithCertificate(
                X509CertificateLoader.LoadPkcs12FromFile(path, builder.Configuration["Security:KeyCertificatePassword"]));
        }
    }
}
