using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace QualityPlan.Benchmarks;

/// <summary>One person's requests, handed straight to the site's pipeline.</summary>
internal sealed class Caller(TestServer server)
{
    private readonly Dictionary<string, string> _cookies = [];
    private string _cookieHeader = "";

    /// <summary>The hidden form token, found at sign-in; belongs to nobody afterwards, so it is taken anew from a page.</summary>
    public string Token { get; private set; } = "";

    public async Task SignInAsync(string userName, string password)
    {
        Token = TokenOf((await GetAsync("/sign-in")).Text);
        var answer = await PostAsync("/sign-in", ("Form.UserName", userName), ("Form.Password", password));
        if (answer.Status != StatusCodes.Status302Found)
        {
            throw new InvalidOperationException($"Sign-in was refused: {answer.Status}.");
        }
        Token = TokenOf((await GetAsync("/my-account/password")).Text);
    }

    public Task<Reply> GetAsync(string path, bool isCompressed = false) => SendAsync(path, http =>
    {
        http.Request.Method = HttpMethods.Get;
        if (isCompressed)
        {
            http.Request.Headers.AcceptEncoding = "gzip, deflate, br";
        }
    });

    /// <summary>The page as a browser gets it, compressed; throws when it is not there.</summary>
    public async Task GetWellAsync(string path)
    {
        var reply = await GetAsync(path, isCompressed: true);
        if (reply.Status != StatusCodes.Status200OK)
        {
            throw new InvalidOperationException($"{path} answered {reply.Status}.");
        }
    }

    public Task<Reply> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        var body = string.Join('&', fields.Append(("__RequestVerificationToken", Token))
            .Select(field => $"{Uri.EscapeDataString(field.Item1)}={Uri.EscapeDataString(field.Item2)}"));
        return SendAsync(path, http =>
        {
            http.Request.Method = HttpMethods.Post;
            http.Request.ContentType = "application/x-www-form-urlencoded";
            http.Request.ContentLength = body.Length;
            http.Request.Body = new MemoryStream(Encoding.ASCII.GetBytes(body));
        });
    }

    private async Task<Reply> SendAsync(string path, Action<HttpContext> prepare)
    {
        var parts = path.Split('?', 2);
        var http = await server.SendAsync(context =>
        {
            context.Request.Scheme = "https";
            context.Request.Host = new HostString("localhost");
            context.Request.Path = new PathString(parts[0]);
            context.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
            context.Request.Headers.Cookie = _cookieHeader;
            prepare(context);
        });
        var body = new MemoryStream();
        await http.Response.Body.CopyToAsync(body);
        foreach (var line in http.Response.Headers.SetCookie)
        {
            var pair = line!.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
            _cookieHeader = string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        }
        return new Reply(http.Response.StatusCode, body.ToArray());
    }

    private static string TokenOf(string page) =>
        new HtmlParser().ParseDocument(page).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
        ?? throw new InvalidOperationException("The page has no form token.");
}

/// <summary>What came back.</summary>
internal sealed record Reply(int Status, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
