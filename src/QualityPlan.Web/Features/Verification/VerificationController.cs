using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Features.Verification;

/// <summary>驗證簽核文件: whoever holds a paper asks by its printed hash, or drops the file itself, which report it is.</summary>
[Route("verify")]
public sealed class VerificationController(VerificationQueries queries) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? hash, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(hash))
        {
            return View(new IndexPage());
        }
        if (PrintedHash.Read(hash) is not { } typed)
        {
            ModelState.AddModelError("hash", PrintedHash.Hint);
            return View(new IndexPage { Typed = hash });
        }
        return View(new IndexPage { Typed = hash, Asked = typed, Papers = await queries.FindAsync(typed, cancellation) });
    }

    /// <summary>The file is hashed while it is read, and not kept.</summary>
    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Index(IFormFile? file, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 })
        {
            ModelState.AddModelError("file", "請選擇要驗證的檔案。");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(new IndexPage());
        }
        await using var stream = file.OpenReadStream();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
        return View(new IndexPage
        {
            FileName = FileNames.Clean(file.FileName),
            Asked = hash,
            Papers = await queries.FindAsync(hash, cancellation),
        });
    }
}
