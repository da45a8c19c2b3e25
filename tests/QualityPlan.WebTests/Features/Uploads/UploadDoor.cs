using System.Net;
using QualityPlan.Domain.People;

namespace QualityPlan.WebTests.Features.Uploads;

/// <summary>
/// A place where the site takes a file from a stranger, and somebody who stands there. Each answers a refused file with 422
/// and a sentence; <see cref="Accepts"/> tells how a taken one is answered.
/// </summary>
internal sealed class UploadDoor(Visit visit, string path, string box, params (string Name, string Value)[] along)
{
    private string? token;

    public required string Name { get; init; }

    public required HttpStatusCode Accepts { get; init; }

    /// <summary>Whether a file that is taken is written down; the others only look at it.</summary>
    public bool Keeps { get; init; }

    public string Path => path;

    /// <summary>匯入: a plan's file.</summary>
    public static async Task<UploadDoor> ImportAsync(QuarterSite site) => new(await site.SignInAsync(Role.PlanOffice), "/Imports/Upload", "Upload.File")
    {
        Name = "import",
        Accepts = HttpStatusCode.Redirect,
        Keeps = true,
    };

    /// <summary>離線填報: a filled-in form.</summary>
    public static async Task<UploadDoor> OfflineAsync(Library library) => new(await library.ReporterAsync(), library.Page + "/offline/compare", "file")
    {
        Name = "offline",
        Accepts = HttpStatusCode.OK,
    };

    /// <summary>佐證: a file beside a row of the filing.</summary>
    public static async Task<UploadDoor> EvidenceAsync(Library library)
    {
        var row = (await library.RowsAsync())[0].Id;
        return new UploadDoor(await library.ReporterAsync(), library.Page, $"Rows[{row}].Files",
            ("Then", $"{row}"), ($"Rows[{row}].State", "InProgress"), ($"Rows[{row}].Narrative", "附檔案"), ($"Rows[{row}].Caption", "第1季"))
        {
            Name = "evidence",
            Accepts = HttpStatusCode.Redirect,
            Keeps = true,
        };
    }

    /// <summary>評核項目清單: the criteria of an award.</summary>
    public static async Task<UploadDoor> CriteriaAsync(QuarterSite site) => new(await site.SignInAsync(Role.PlanOffice), "/evidence-packs/lists/upload", "Upload.File")
    {
        Name = "criteria",
        Accepts = HttpStatusCode.OK,
    };

    /// <summary>驗證簽核文件: a paper to be looked up.</summary>
    public static async Task<UploadDoor> VerifyAsync(QuarterSite site) => new(await site.SignInAsync(Role.Viewer), "/verify", "file")
    {
        Name = "verify",
        Accepts = HttpStatusCode.OK,
    };

    public async Task<Answer> UploadAsync(string fileName, byte[] bytes)
    {
        token ??= (await visit.GetAsync("/my-account/password")).Token!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in along)
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }
        form.Add(new ByteArrayContent(bytes), $"\"{box}\"", fileName);
        return await visit.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>What the page says is wrong with the file; empty when nothing is.</summary>
    public static string Complaint(Answer answer) => answer.Html.QuerySelector(".errors li")?.TextContent.Trim() ?? "";
}
