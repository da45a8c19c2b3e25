using System.Security.Cryptography;

namespace QualityPlan.Web.Security;

/// <summary>A password to be read out or written down once: four groups, no letters that look alike.</summary>
public static class FirstPassword
{
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Smalls = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    public static string Create() => string.Join('-', Enumerable.Range(0, 4).Select(_ => Group()));

    /// <summary>A capital, two small letters, two digits: each group alone satisfies any rule on kinds.</summary>
    private static string Group() => string.Concat(
        Pick(Capitals, 1), Pick(Smalls, 2), Pick(Digits, 2));

    private static string Pick(string letters, int count) => RandomNumberGenerator.GetString(letters, count);
}
