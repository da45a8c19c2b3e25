using Microsoft.Extensions.Options;
using QualityPlan.Web.Data;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Shared;

/// <summary>Puts together what stands around the page of this request, with at most one query.</summary>
public sealed class PageFrames(LibrarySettings library, IOptions<SecurityOptions> security)
{
    public Task<PageFrame> ReadAsync(HttpContext http)
    {
        var theme = http.Request.Cookies["theme"];
        return Task.FromResult(new PageFrame
        {
            Agency = library.Agency,
            Actor = http.ActorOrNull(),
            UnitName = http.UnitName(),
            Nonce = http.Nonce(),
            Theme = theme is "light" or "dark" ? theme : null,
            IdleMinutes = security.Value.IdleMinutes,
            IsMenuFolded = http.Request.Cookies["menu"] == "folded",
        });
    }
}
