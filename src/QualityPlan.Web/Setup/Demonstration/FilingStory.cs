using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>The steps of one unit's filing, through the same verbs as the pages use.</summary>
internal sealed class FilingStory(QuarterCast cast, UnitFiling filing)
{
    public UnitFiling Filing => filing;

    /// <summary>Fills in the share of the unit's rows, in printed order, and leaves it at that.</summary>
    public async Task WriteAsync(DateTime atUtc, double share = 1)
    {
        var reporter = cast.People.ReporterOf(filing.UnitId);
        Story.Must(filing.Save(reporter, TaipeiClock.DateAt(atUtc)));
        var rows = cast.RowsOfUnit[filing.UnitId].ToList();
        foreach (var row in rows.Take((int)Math.Ceiling(rows.Count * share)))
        {
            if (cast.Reports.Write(filing, row, atUtc))
            {
                await cast.Evidence.AttachAsync(filing, row, reporter.Name, atUtc);
            }
        }
        cast.Note(reporter, "save-report", filing, "暫存填報");
    }

    public void Submit(DateTime atUtc, bool onBehalf = false)
    {
        var actor = onBehalf ? cast.People.Compiler : cast.People.ReporterOf(filing.UnitId);
        Story.Must(filing.Submit(actor, atUtc));
        cast.Note(actor, "submit-filing", filing, onBehalf ? "代填送審" : "送審");
    }

    public void Approve(DateTime atUtc)
    {
        var head = cast.People.HeadOf(filing.UnitId);
        Story.Must(filing.Approve(head, atUtc));
        cast.Note(head, "approve-filing", filing, "主管核可");
    }

    public void Return(DateTime atUtc)
    {
        var head = cast.People.HeadOf(filing.UnitId);
        var mendBy = TaipeiClock.DateAt(atUtc).AddDays(5);
        var told = filing.Reports.OrderBy(report => report.MeasureId).Take(2).ToList();
        List<DefectText> defects = [new(told[0].AssignmentId, "請補充與上季及去年同期的比較，並說明增減原因。", mendBy)];
        defects.AddRange(told.Skip(1).Select(report => new DefectText(report.AssignmentId, "文字過於簡略，請寫明辦理場次、對象及後續作法。", mendBy)));
        Story.Must(filing.ReturnForCorrection(defects, head, atUtc));
        cast.Note(head, "return-filing", filing, $"退回補正（{defects.Count} 項）");
    }

    /// <summary>Mends the open defects and submits again.</summary>
    public void Resubmit(DateTime atUtc)
    {
        Story.Must(filing.Save(cast.People.ReporterOf(filing.UnitId), TaipeiClock.DateAt(atUtc)));
        string[] additions = ["較上季成長約 6%，主因為線上管道使用增加；與去年同期相當。", "服務對象以一般讀者及研究人員為主，後續將按月檢討並調整作法。"];
        foreach (var (defect, addition) in filing.Defects.Where(one => one.MendedAtUtc is null).Zip(additions))
        {
            var report = filing.Reports.Single(one => one.AssignmentId == defect.AssignmentId);
            report.Write(
                new ReportText(report.State, report.Narrative + addition)
                {
                    ActualPercent = report.ActualPercent,
                    Cause = report.Cause,
                    Countermeasure = report.Countermeasure,
                    ExpectedDoneOn = report.ExpectedDoneOn,
                    NoEvidenceReason = report.NoEvidenceReason,
                },
                atUtc);
        }
        Submit(atUtc);
    }
}
