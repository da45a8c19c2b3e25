using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>The verb <c>read FILE</c> as scripts see it: a process, its exit code, its two streams.</summary>
public class ReadVerbTests
{
    [Fact]
    public async Task Read_prints_one_json_object_and_nothing_else()
    {
        var (code, output, error) = await Run("read", SamplePlan.PathOf("nlpi-103-printed.html"));

        code.ShouldBe(0, error);
        error.ShouldBeEmpty();
        output.ShouldStartWith("{");
        output.ShouldContain("單一窗口");
        using var json = JsonDocument.Parse(output);
        json.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["title", "headings", "chapters", "rows", "remarks"]);
        json.RootElement.GetProperty("rows").GetArrayLength().ShouldBe(36);
        json.RootElement.GetProperty("rows")[0].EnumerateObject().Select(property => property.Name)
            .ShouldBe(["area", "sub_area", "item", "no", "approach", "deadline", "units", "supporting_units"]);
        json.RootElement.GetProperty("chapters")[0].EnumerateObject().Select(property => property.Name).ShouldBe(["number", "title", "paragraphs"]);
        json.RootElement.GetProperty("remarks")[0].GetProperty("field").GetString().ShouldBe("units");
    }

    [Theory]
    [InlineData("沒有這個檔案.docx", "無法開啟檔案")]
    [InlineData("ncl-100.json", "不接受「.json」檔案。")]
    public async Task A_file_that_is_none_ends_with_2_and_one_sentence(string file, string sentence)
    {
        var (code, output, error) = await Run("read", SamplePlan.PathOf(file));

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(sentence);
        error.TrimEnd('\n').ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_page_without_a_plan_ends_with_2()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, "<table><tr><td>姓名<td>電話<tr><td>王<td>1</table>");
        try
        {
            var (code, output, error) = await Run("read", file);

            (code, output).ShouldBe((2, ""));
            error.ShouldBe("找不到計畫表格：需要有「推動作法」（或執行方法、具體作法）欄位的表格。\n");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_path_is_the_caller_s_even_when_the_program_starts_in_its_own_folder()
    {
        // dotnet run --project starts in the project's folder; the shell's folder is in PWD or above.
        var (code, _, error) = await Run("read", Path.Combine("Samples", "plans", "nlpi-103.docx"));

        code.ShouldBe(0, error);
    }

    [Fact]
    public void No_launch_settings_because_dotnet_run_announces_them_on_standard_output()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "QualityPlan.sln")))
        {
            root = root.Parent;
        }

        File.Exists(Path.Combine(root.FullName, "src", "QualityPlan.Web", "Properties", "launchSettings.json")).ShouldBeFalse();
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "QualityPlan.Web.dll"), .. args])
        {
            WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "Samples", "plans"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
