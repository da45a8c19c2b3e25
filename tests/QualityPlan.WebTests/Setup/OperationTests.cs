using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Setup;

/// <summary>What those who run the site rely on.</summary>
public class OperationTests
{
    [Fact]
    public async Task The_health_page_says_ok_while_the_database_answers_and_503_without_detail_when_not()
    {
        using var site = new Site();
        var visit = site.Visit();
        var well = await visit.GetAsync("/healthz");
        (well.Status, well.Text).ShouldBe((HttpStatusCode.OK, "ok"));

        await site.AskAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE AuditHeads RENAME TO Gone", TestContext.Current.CancellationToken);
            return 0;
        });
        var ill = await visit.GetAsync("/healthz");
        (ill.Status, ill.Text).ShouldBe((HttpStatusCode.ServiceUnavailable, "unavailable"));
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Staging", true)]
    [InlineData("Test", true)]
    [InlineData("Development", false)]
    public async Task One_click_is_only_for_demonstration_accounts_and_only_in_development(string environment, bool isDemonstration)
    {
        using var site = new SiteIn(environment);
        site.With("Demonstration", "false");
        var account = new Account("demo", "示範", [Role.Administrator], null) { IsDemonstration = isDemonstration };
        await site.ChangeAsync(db => db.Accounts.Add(account));
        var visit = site.Visit();

        (await visit.GetAsync("/sign-in")).Find("one-click").ShouldBeNull();
        (await visit.PostAsync("/sign-in/demonstration", ("accountId", $"{account.Id}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task One_click_lets_a_demonstration_account_in_in_development()
    {
        using var site = new SiteIn("Development");
        site.With("Demonstration", "false");
        var account = new Account("demo", "示範", [Role.Viewer], null) { IsDemonstration = true };
        await site.ChangeAsync(db => db.Accounts.Add(account));
        var visit = site.Visit();
        (await visit.PostAsync("/sign-in/demonstration", ("accountId", $"{account.Id}"))).Location.ShouldBe("/");
        (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task With_a_certificate_the_keys_in_the_database_are_encrypted()
    {
        var file = Path.Combine(Path.GetTempPath(), $"keys-{Guid.NewGuid():N}.pfx");
        try
        {
            await File.WriteAllBytesAsync(file, Certificate("secret-of-the-file"), TestContext.Current.CancellationToken);
            using var site = new Site().With("Security:KeyCertificate", file).With("Security:KeyCertificatePassword", "secret-of-the-file");
            await site.SignInAsync(Role.Viewer);

            var keys = await site.AskAsync(db => db.DataProtectionKeys.Select(key => key.Xml).ToListAsync());
            keys.ShouldNotBeEmpty();
            keys.ShouldAllBe(xml => xml!.Contains("EncryptedData") && !xml.Contains("masterKey"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Certificate(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=QualityPlan keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.Export(X509ContentType.Pfx, password);
    }

    private sealed class SiteIn(string environment) : Site
    {
        protected override string EnvironmentName => environment;
    }
}
