using System.Text;
using QualityPlan.Domain.People;
using QualityPlan.Web.Security;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Docs;

/// <summary>docs/security.md lists every endpoint as the permission file has it; QUALITYPLAN_WRITE_DOCS=1 writes it anew.</summary>
public sealed class SecurityPageTests
{
    private const string Mark = "## 端點與權限";

    [Fact]
    public void The_security_page_says_what_the_permission_file_says()
    {
        var path = PathOfPage();
        var head = File.ReadAllText(path).Split(Mark)[0];
        if (Environment.GetEnvironmentVariable("QUALITYPLAN_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, head + Table());
        }

        File.ReadAllText(path).ShouldBe(head + Table());
    }

    private static string Table()
    {
        var text = new StringBuilder(Mark).Append("\n\n由權限檔 `Security/permissions.txt` 產生，並由測試核對；沒有列在檔中的端點一律拒絕。\n\n");
        text.Append("| 端點 | 誰 | 範圍 | 狀態 |\n|---|---|---|---|\n");
        foreach (var line in PermissionFile.Load().Lines)
        {
            text.Append($"| {line.Endpoint} | {Who(line)} | {Reach(line.Scope)} | {line.State} |\n");
        }
        return text.ToString();
    }

    private static string Who(Permission line) => line.Who switch
    {
        Audience.Anonymous => "未登入者亦可",
        Audience.Everyone => "所有登入者",
        _ => string.Join('、', line.Roles.Order().Select(role => role.Chinese())),
    };

    private static string Reach(Scope scope) => scope switch
    {
        Scope.Any => "全館",
        Scope.OwnUnit => "本單位",
        _ => "本人",
    };

    private static string PathOfPage()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QualityPlan.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("QualityPlan.sln is in no folder above the tests.");
        }
        return Path.Combine(folder.FullName, "docs", "security.md");
    }
}
