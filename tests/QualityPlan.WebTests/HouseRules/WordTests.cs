using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.HouseRules;

/// <summary>Words that may not stand in our source, and names that say nothing.</summary>
public partial class WordTests
{
    /// <summary>Pattern, why, and where it may stand all the same.</summary>
    public static TheoryData<string, string> Forbidden => new()
    {
        { @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "the hidden clock: take TimeProvider or a date" },
        { @"\bHtml\.Raw\b", "text of users would become markup" },
        { @"^\s*#region\b", "split the file instead" },
        { @"\b(TODO|FIXME|HACK)\b", "do it or write an issue" },
        { @"\bX(ml)?Document\.Load\b|\bXDocument\.Parse\b|\bnew XmlDocument\b", "strangers' XML is read with a guarded XmlReader" },
        { @"DtdProcessing\.(Parse|Ignore)", "strangers' XML is read without its DTD" },
        { @"\b(FromSql|ExecuteSql|SqlQuery)(Raw|Interpolated)?(Async)?\b", "no raw SQL: three engines" },
        { @"^\s*//(?!/).*(\)|=.*|\breturn\b.*);\s*$|^\s*//\s*[{}]\s*$", "commented-out code" },
        { @"\bAdjustToContents\b", "needs System.Drawing" },
        { @"\[ValidateAntiForgeryToken\]|\[AllowAnonymous\]|\[Authorize\b", "permissions.txt decides, not attributes" },
    };

    [Theory, MemberData(nameof(Forbidden))]
    public void It_is_not_in_our_source(string pattern, string why) =>
        Hits(pattern, SourceFile.Code.Concat(SourceFile.Views)).ShouldBeEmpty(why);

    [Theory]
    [InlineData(0, "var now = DateTime.UtcNow;")]
    [InlineData(1, "@Html.Raw(Model.Text)")]
    [InlineData(2, "    #region Fields")]
    [InlineData(3, "// TODO later")]
    [InlineData(4, "var xml = XDocument.Load(stream);")]
    [InlineData(5, "DtdProcessing = DtdProcessing.Parse,")]
    [InlineData(6, "db.Database.ExecuteSqlRawAsync(text);")]
    [InlineData(7, "        // var old = Compute(3);")]
    [InlineData(8, "sheet.Columns().AdjustToContents();")]
    [InlineData(9, "[AllowAnonymous]")]
    public void It_would_be_found(int rule, string line)
    {
        var pattern = ((IEnumerable<ITheoryDataRow>)Forbidden).ElementAt(rule).GetData()[0]!.ToString()!;
        Hits(pattern, [new SourceFile("src/X.cs", line)]).ShouldNotBeEmpty();
    }

    [Fact]
    public void Nothing_is_called_a_service_manager_helper_dto_base_or_impl()
    {
        NamesThatSayNothing([new SourceFile("x", "public sealed class PlanService {"), new SourceFile("y", "record PlanDto(int Id);")]).Count().ShouldBe(2);
        NamesThatSayNothing(SourceFile.Code.Concat(SourceFile.Tests.Where(file => file.Name != "WordTests.cs"))).ShouldBeEmpty();
        SourceFile.Code.Where(file => DrawerName().IsMatch(file.Path)).Select(file => file.Path).ShouldBeEmpty();
        DrawerName().IsMatch("src/QualityPlan.Web/Extensions/StringExtensions.cs").ShouldBeTrue();
    }

    [Fact]
    public void Public_types_of_domain_and_documents_say_what_they_are()
    {
        WithoutSummary([new SourceFile("src/QualityPlan.Domain/X.cs", "/// <summary>X.</summary>\n[Flags]\npublic enum X\n{\n}\n\npublic sealed class Y\n")])
            .ShouldBe(["src/QualityPlan.Domain/X.cs: public sealed class Y"]);
        WithoutSummary(SourceFile.Code.Where(file =>
            file.Path.StartsWith("src/QualityPlan.Domain/", StringComparison.Ordinal) || file.Path.StartsWith("src/QualityPlan.Documents/", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Views_have_no_script_style_or_handler_of_their_own()
    {
        const string inline = @"<script(?![^>]*\bnonce=)|\son[a-z]+\s*=\s*[""']|\sstyle\s*=\s*[""']|javascript:";
        Hits(inline, [new SourceFile("x", "<a onclick=\"go()\">")]).ShouldNotBeEmpty();
        Hits(inline, [new SourceFile("x", "<script src=\"a.js\">")]).ShouldNotBeEmpty();
        Hits(inline, SourceFile.Views).ShouldBeEmpty("the content security policy would stop it");
    }

    private static IEnumerable<string> Hits(string pattern, IEnumerable<SourceFile> files)
    {
        var regex = new Regex(pattern);
        return from file in files
               from line in file.Lines
               where regex.IsMatch(line)
               select $"{file.Path}: {line.Trim()}";
    }

    private static IEnumerable<string> NamesThatSayNothing(IEnumerable<SourceFile> files) =>
        from file in files
        from Match match in EmptyName().Matches(file.Text)
        where !match.Groups[1].Value.EndsWith("TagHelper", StringComparison.Ordinal)
        select $"{file.Path}: {match.Groups[1].Value}";

    private static IEnumerable<string> WithoutSummary(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            for (var i = 0; i < file.Lines.Count; i++)
            {
                var above = i - 1;
                while (above >= 0 && file.Lines[above].StartsWith('['))
                {
                    above--;
                }
                if (PublicType().IsMatch(file.Lines[i]) && (above < 0 || !file.Lines[above].StartsWith("///", StringComparison.Ordinal)))
                {
                    yield return $"{file.Path}: {file.Lines[i]}";
                }
            }
        }
    }

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(\w*(?:Service|Manager|Helper|Dto|Base|Impl|Extensions|Utils?))\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex("/(Extensions|Services|Helpers|Utils|Common|Misc)/")]
    private static partial Regex DrawerName();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|partial|readonly) )*(?:class|record|struct|interface|enum)\b")]
    private static partial Regex PublicType();
}
