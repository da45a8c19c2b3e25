using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Audit;

/// <summary>稽核軌跡: read and taken along, never written.</summary>
[Route("audit")]
public sealed class AuditController(AuditQueries queries, AuditCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(AuditFilter filter, int page = 1, CancellationToken cancellation = default)
    {
        foreach (var (field, fault) in filter.Period().Faults)
        {
            ModelState.AddModelError(field, fault);
        }
        return View(await queries.IndexAsync(filter, page, cancellation));
    }

    [HttpGet("export")]
    public async Task<IActionResult> Export(AuditFilter filter, CancellationToken cancellation)
    {
        if (filter.Period().Faults.Count > 0)
        {
            return NotFound();
        }
        var fileName = await commands.NoteExportAsync(filter, HttpContext.Actor(), cancellation);
        return new AuditCsv(queries.All(filter), fileName);
    }
}
