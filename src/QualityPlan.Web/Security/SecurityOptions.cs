namespace QualityPlan.Web.Security;

/// <summary>The section "Security" of the settings.</summary>
public sealed class SecurityOptions
{
    /// <summary>Secure cookies under a <c>__Host-</c> name. Off only where there is no https at all.</summary>
    public bool RequireHttps { get; set; } = true;

    public int PasswordIterations { get; set; } = 210_000;

    public int PasswordMinimumLength { get; set; } = 12;

    /// <summary>How many kinds of capital, small letter, digit, sign a password needs.</summary>
    public int PasswordKinds { get; set; } = 3;

    public int FailuresBeforeLockout { get; set; } = 5;

    public int LockoutMinutes { get; set; } = 15;

    public int SignInsPerMinuteAndAddress { get; set; } = 30;

    public int IdleMinutes { get; set; } = 30;

    public int SessionHours { get; set; } = 12;

    public int FirstAdministratorLinkHours { get; set; } = 24;

    /// <summary>Addresses of the reverse proxies whose X-Forwarded headers are believed.</summary>
    public string[] TrustedProxies { get; set; } = [];
}
