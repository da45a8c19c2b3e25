using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using QualityPlan.Documents.Writing.Raw;

namespace QualityPlan.Web.Features.Audit;

/// <summary>The trail as a file that spreadsheets open: UTF-8 with its mark, and no cell that could be a formula.</summary>
public sealed class AuditCsv(IAsyncEnumerable<AuditRow> rows, string fileName) : IActionResult
{
    private static readonly string[] Heads =
        ["序號", "時間", "帳號編號", "人員", "動作", "對象", "對象編號", "說明", "變更前", "變更後", "雜湊"];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await text.WriteLineAsync(Line(Heads));
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
        {
            await text.WriteLineAsync(Line(CellsOf(row)));
        }
    }

    private static string[] CellsOf(AuditRow row) =>
    [
        row.Sequence.ToString(CultureInfo.InvariantCulture), row.Time, row.AccountId.ToString(CultureInfo.InvariantCulture),
        row.Who, row.What, row.Kind, row.SubjectId, row.Summary,
        string.Join('\n', row.Changes.Where(change => change.Before.Length > 0).Select(change => $"{change.Field}：{change.Before}")),
        string.Join('\n', row.Changes.Where(change => change.After.Length > 0).Select(change => $"{change.Field}：{change.After}")),
        row.Hash,
    ];

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    /// <summary>A sign at the front that makes a formula gets an apostrophe before it; also the full-width ones.</summary>
    internal static string Cell(string text) => $"\"{CsvText.Guarded(text).Replace("\"", "\"\"")}\"";
}
