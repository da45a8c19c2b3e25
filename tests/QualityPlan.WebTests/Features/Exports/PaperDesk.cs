using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Exports;

/// <summary>What the tests of papers do again and again.</summary>
internal static class PaperDesk
{
    /// <summary>Orders a book as the form does.</summary>
    public static Task<Answer> OrderAsync(this Visit visit, int planId, string book, string format, int? quarter = null, int? unitId = null) =>
        visit.PostAsync("/exports/papers", ("Form.PlanId", $"{planId}"), ("Form.Book", book), ("Form.Format", format),
            ("Form.Quarter", $"{quarter}"), ("Form.UnitId", $"{unitId}"));

    /// <summary>Orders a book and waits until it is made, however busy the machine is.</summary>
    public static async Task<int> MakeAsync(this Site site, Visit visit, int planId, string book, string format, int? quarter = null, int? unitId = null)
    {
        var answer = await visit.OrderAsync(planId, book, format, quarter, unitId);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        await site.WaitAsync(answer.PaperId());
        return answer.PaperId();
    }

    public static async Task WaitAsync(this Site site, int paperId)
    {
        while (await site.AskAsync(db => db.Papers.AnyAsync(paper => paper.Id == paperId && paper.State != PaperState.Ready && paper.State != PaperState.Failed)))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The number in the address an order leads to.</summary>
    public static int PaperId(this Answer answer) => int.Parse(answer.Location!.Split('/')[3]);

    public static Task<int> CountAsync(this Site site, int paperId) => site.AskAsync(db => db.Papers.CountAsync(paper => paper.Id == paperId));

    /// <summary>Puts a paper into a person's list in the state asked for, as an instance would that works on it.</summary>
    public static Task<int> PutAsync(this Site site, int accountId, PaperWish wish, PaperState state) => site.AskAsync(async db =>
    {
        var paper = new Paper(accountId, wish, site.Clock.GetUtcNow().UtcDateTime);
        db.Papers.Add(paper).Property(one => one.State).CurrentValue = state;
        await db.SaveChangesAsync();
        return paper.Id;
    });

    /// <summary>Gives an account other roles or another unit, as an administrator does; he signs in again.</summary>
    public static async Task<Visit> BecomeAsync(this Site site, Account account, int? unitId, params Role[] roles)
    {
        await site.ChangeAsync(db => db.Accounts.Include(one => one.Roles).Single(one => one.Id == account.Id).Change(account.DisplayName, roles, unitId));
        return await site.SignInAsync(account.UserName!);
    }
}
