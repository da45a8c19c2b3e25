using System.Security.Cryptography;
using System.Text;

namespace QualityPlan.Web.Security;

/// <summary>A secret handed out once; only its hash is stored.</summary>
public static class OneTimeToken
{
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
