using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Files;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.EvidenceFiles;

/// <summary>Hands out evidence, only as a download and never as a page of this site.</summary>
[Route("Evidence")]
public sealed class EvidenceFilesController(EvidenceFilesQueries queries, EvidenceStore store) : Controller
{
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var found = await queries.FindAsync(id, HttpContext.Actor(), HttpContext.GrantedScope() == Scope.Any, HttpContext.RequestAborted);
        if (found is null || store.Open(found.StoredName) is not { } content)
        {
            return NotFound();
        }
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        return File(content, found.ContentType, found.FileName);
    }
}
