using System.Text.RegularExpressions;

namespace QualityPlan.WebTests.HouseRules;

/// <summary>Which room of the web project names which other: its usings, and names written in full or from the middle.</summary>
internal static partial class Arrows
{
    private const string Web = "src/QualityPlan.Web/";

    /// <summary>Every arrow of a file, as room names such as <c>Security</c>, <c>Data/Providers</c>, <c>Features/Plans</c>.</summary>
    public static IEnumerable<string> From(SourceFile file) => Mention().Matches(WithoutComments(file.Text))
        .Select(match => RoomOfNamespace(match.Groups[1].Value))
        .Where(room => room != RoomOf(file))
        .Distinct();

    /// <summary>The room a file of the web project stands in; empty for its root and for other projects.</summary>
    public static string RoomOf(SourceFile file)
    {
        if (!file.Path.StartsWith(Web, StringComparison.Ordinal))
        {
            return "";
        }
        var folders = file.Path[Web.Length..].Split('/')[..^1];
        return RoomOfNamespace(string.Join('.', folders));
    }

    /// <summary>Only rooms that have walls of their own are told apart; deeper folders belong to their room.</summary>
    private static string RoomOfNamespace(string tail)
    {
        var words = tail.Split('.');
        return words[0] == "Features" && words.Length > 1 ? $"Features/{words[1]}"
            : words[0] == "Data" && words.Length > 1 && words[1] == "Providers" ? "Data/Providers"
            : words[0];
    }

    /// <summary>A summary may name a type of another room.</summary>
    private static string WithoutComments(string text) => Comment().Replace(text, "");

    [GeneratedRegex(@"QualityPlan\.Web\.((?:Features|Data)\.\w+|\w+)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
