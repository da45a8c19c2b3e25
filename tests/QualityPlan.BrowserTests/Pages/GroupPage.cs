using Microsoft.Playwright;

namespace QualityPlan.BrowserTests.Pages;

/// <summary>單位與群組: a new group.</summary>
public sealed class GroupPage(Visit visit)
{
    public static async Task<GroupPage> OpenNewAsync(Visit visit)
    {
        await visit.GoAsync("/units/groups/new");
        return new GroupPage(visit);
    }

    public async Task MakeAsync(string name, params string[] members)
    {
        var form = visit.Find("group-form");
        await form.Locator("[name='Form.Name']").FillAsync(name);
        foreach (var member in members)
        {
            await form.GetByLabel(member, new LocatorGetByLabelOptions { Exact = true }).CheckAsync();
        }
        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "儲存" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/units");
    }
}
