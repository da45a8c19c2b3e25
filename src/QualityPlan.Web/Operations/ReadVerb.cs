using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Operations;

/// <summary>
/// <c>read FILE</c>: prints what was read from a plan's file as one JSON object and nothing else.
/// Exit code 0, or 2 with one sentence on standard error.
/// </summary>
public static class ReadVerb
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
    };

    public static async Task<int> Run(string[] args)
    {
        if (args.Length != 1)
        {
            return await VerbOutput.RefuseAsync("請指定要讀取的一個檔案：read 檔案。");
        }

        ReadResult read;
        try
        {
            await using var file = File.OpenRead(CallerPath.Existing(args[0]));
            read = DocumentReading.Read(Path.GetFileName(args[0]), file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return await VerbOutput.RefuseAsync($"無法開啟檔案「{args[0]}」，請確認路徑與權限。");
        }

        var plan = read.Document is null ? new RecoveryResult(null, read.Refusal) : PlanRecovery.Recover(read.Document);
        return plan.Plan is null ? await VerbOutput.RefuseAsync(plan.Refusal!.Sentence) : await Print(plan.Plan);
    }

    private static async Task<int> Print(PlanReading plan)
    {
        var printed = new
        {
            plan.Title,
            plan.Headings,
            plan.Chapters,
            Rows = plan.Rows.Select(row => new
            {
                row.Area,
                row.SubArea,
                row.Item,
                row.No,
                row.Approach,
                row.Deadline,
                row.Units,
                row.SupportingUnits,
            }),
            plan.Remarks,
        };
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, printed, Json);
        await output.WriteAsync("\n"u8.ToArray());
        return 0;
    }
}
