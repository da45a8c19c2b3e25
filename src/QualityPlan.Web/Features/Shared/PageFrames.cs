namespace QualityPlan.Web.Features.Shared;

/// <summary>Puts together what stands around the page of this request, with at most one query.</summary>
public sealed class PageFrames(IConfiguration configuration)
{
    public Task<PageFrame> ReadAsync(HttpContext http)
    {
        var theme = http.Request.Cookies["theme"];
        return Task.FromResult(new PageFrame
        {
            Agency = configuration["Agency:Name"] ?? "圖書館",
            Nonce = http.Items["csp-nonce"] as string,
            Theme = theme is "light" or "dark" ? theme : null,
            IsMenuFolded = http.Request.Cookies["menu"] == "folded",
        });
    }
}
