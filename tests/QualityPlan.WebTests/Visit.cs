using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;

namespace QualityPlan.WebTests;

/// <summary>One person's browser without the screen: keeps cookies, follows nothing by itself.</summary>
public sealed class Visit(HttpClient client, CookieJar jar)
{
    public HttpClient Client => client;

    /// <summary>Somebody else with the same cookies.</summary>
    public Visit Copy(Site site)
    {
        var copy = new CookieJar(jar);
        return new Visit(site.CreateDefaultClient(client.BaseAddress!, copy), copy);
    }

    public async Task<Answer> GetAsync(string path) => await Answer.ReadAsync(await client.GetAsync(path));

    public Task<Answer> SendAsync(HttpRequestMessage request) => ReadAsync(client.SendAsync(request));

    /// <summary>Fills in a form of a page and sends it: its hidden and preset values go along, as in a browser.</summary>
    public Task<Answer> SubmitAsync(Answer page, string formSelector, params (string Name, string Value)[] fields)
    {
        var form = page.Html.QuerySelector(formSelector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form {formSelector} in:\n{page.Text}");
        var values = PresetValues(form).Where(preset => fields.All(field => field.Name != preset.Name)).Concat(fields);
        return PostRawAsync(form.GetAttribute("action")!, values);
    }

    /// <summary>Posts with a valid anti-forgery token, whatever page the fields belong to.</summary>
    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync("/sign-in")).Token ?? (await GetAsync("/my-account/password")).Token;
        token.ShouldNotBeNull("no page with a token");
        return await PostRawAsync(path, fields.Prepend(("__RequestVerificationToken", token)));
    }

    /// <summary>Posts exactly these fields: no token unless given.</summary>
    public Task<Answer> PostRawAsync(string path, IEnumerable<(string Name, string Value)> fields) =>
        ReadAsync(client.PostAsync(path, new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))));

    public async Task SignInAsync(string userName, string password)
    {
        var answer = await TrySignInAsync(userName, password);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
    }

    public async Task<Answer> TrySignInAsync(string userName, string password) => await SubmitAsync(
        await GetAsync("/sign-in"), "[data-testid=sign-in-form]", ("Form.UserName", userName), ("Form.Password", password));

    private static async Task<Answer> ReadAsync(Task<HttpResponseMessage> response) => await Answer.ReadAsync(await response);

    private static IEnumerable<(string Name, string Value)> PresetValues(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement { Type: "submit" or "button" or "file" or "image" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement { IsMultiple: false } select => select.Value,
                _ => null,
            };
            if (value is not null && element.GetAttribute("name") is { Length: > 0 } name)
            {
                yield return (name, value);
            }
        }
        foreach (var select in form.Elements.OfType<IHtmlSelectElement>().Where(select => select.IsMultiple))
        {
            foreach (var option in select.SelectedOptions)
            {
                yield return (select.Name!, option.Value);
            }
        }
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseMessage Response, string Text)
{
    private IHtmlDocument? _html;

    public IHtmlDocument Html => _html ??= new HtmlParser().ParseDocument(Text);

    /// <summary>Where a redirect leads, as path and query.</summary>
    public string? Location => Response.Headers.Location is { IsAbsoluteUri: true } absolute
        ? absolute.PathAndQuery
        : Response.Headers.Location?.ToString();

    public string? Token => Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");

    /// <summary>The text of the element with this data-testid; null when there is none.</summary>
    public string? Find(string testId) => Html.QuerySelector($"[data-testid={testId}]")?.TextContent.Trim();

    /// <summary>The value of a header, joined; empty when missing.</summary>
    public string Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : "";

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response, await response.Content.ReadAsStringAsync());
}
