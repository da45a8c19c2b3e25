using System.Text;
using Microsoft.Playwright;
using QualityPlan.BrowserTests.Pages;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests.Story;

/// <summary>What 閱覽組 and its head do in the quarter: all rows filled in, two returned, mended and approved.</summary>
internal sealed class ReadersQuarter
{
    private const int CompletedRow = 3;
    private const int BehindRow = 4;

    private readonly Dictionary<int, string> _words = [];
    private List<int> _rows = [];

    /// <summary>The words that stand in the end, by assignment.</summary>
    public IReadOnlyDictionary<int, string> Words => _words;

    private int[] Returned => [_rows[0], _rows[BehindRow]];

    public async Task FillInAsync(Visit visit, string quarter)
    {
        var page = await FillInPage.OpenAsync(visit, quarter);
        _rows = [.. await page.RowsAsync()];
        await Expect(page.DoneRows).ToHaveCountAsync(0);
        for (var index = 0; index < _rows.Count; index++)
        {
            var typed = RowAt(index);
            _words[_rows[index]] = typed.Narrative;
            await page.FillAsync(_rows[index], typed);
        }
        await page.SubmitAsync();
    }

    public async Task ReturnTwoAsync(Visit visit, string quarter)
    {
        var page = await ReviewPage.OpenAsync(visit, quarter);
        foreach (var row in Returned)
        {
            await page.NameDefectAsync(row, DefectOf(row));
        }
        await page.ReturnAsync("100/4/8");
    }

    public async Task MendAsync(Visit visit, string quarter)
    {
        var page = await FillInPage.OpenAsync(visit, quarter);
        await Expect(page.DoneRows).ToHaveCountAsync(_rows.Count);
        foreach (var row in Returned)
        {
            await Expect(page.DefectOf(row)).ToContainTextAsync(DefectOf(row));
            await Expect(page.DefectOf(row)).ToContainTextAsync("100/4/8");
            _words[row] += "補正：服務人次1,234人，較上季增加5%。";
            await page.WriteAsync(row, _words[row]);
        }
        await page.SubmitAsync();
    }

    public async Task ApproveAsync(Visit visit, string quarter)
    {
        var page = await ReviewPage.OpenAsync(visit, quarter);
        (await page.ChangedRows.CountAsync()).ShouldBe(2);
        foreach (var row in Returned)
        {
            await Expect(page.ChangesOf(row)).ToContainTextAsync("補正：服務人次");
        }
        await page.ApproveAsync();
    }

    private static string DefectOf(int row) => $"請補充服務人次（列{row}）。";

    private static TypedRow RowAt(int index)
    {
        var narrative = $"第{index + 1}項：本季依計畫辦理，完成讀者服務 {index * 7 + 20} 場次。";
        return index switch
        {
            CompletedRow => new TypedRow(narrative + "\n成果已公布於網站。")
            {
                State = "Completed",
                Evidence = new FilePayload
                {
                    Name = "服務成果.txt",
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes("第一季服務成果：共41場次。\n"),
                },
            },
            BehindRow => new TypedRow(narrative)
            {
                IsDone = false,
                Cause = "設備採購流標，系統尚未上線。",
                Countermeasure = "重新公告招標，並先以紙本受理。",
                ExpectedDoneOn = "100/5/31",
            },
            _ => new TypedRow(narrative),
        };
    }
}
