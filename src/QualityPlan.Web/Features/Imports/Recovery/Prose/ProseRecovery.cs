using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Prose;

/// <summary>Recovers a plan that is written as an outline (一、(一) 1.) instead of a table.</summary>
internal static class ProseRecovery
{
    /// <summary>The plan, or null when the text is none.</summary>
    public static PlanReading? Recover(Document document)
    {
        var lines = ProseLine.Of(document);
        var title = ChapterRecovery.Title(document, TitleIn(lines));
        if (ProsePlan.Find(title, lines) is not { } plan)
        {
            return null;
        }

        var reader = new ProseRows(plan);
        var rows = reader.Read();
        return new PlanReading(title, Chapters(plan, rows), rows)
        {
            HeadingOf = Headings(reader, rows),
            Remarks = [.. Remarks(reader, rows)],
        };
    }

    /// <summary>A short line at the top that names a plan or, as agencies say too, a 方案.</summary>
    private static string TitleIn(List<ProseLine> lines) =>
        lines.Take(5).Where(line => line.Number is null).Select(line => line.Text).FirstOrDefault(text => text.Length < 60 && ProsePlan.NamesPlan(text)) ?? "";

    /// <summary>Chapters around the measures; what was read from them is left out.</summary>
    private static List<ChapterReading> Chapters(ProsePlan plan, List<RowReading> rows)
    {
        var used = rows.SelectMany(row => row.Cells).Select(cell => cell.Row).ToHashSet();
        return [.. plan.Chapters.Select(chapter =>
        {
            var lines = chapter.Lines().Where(line => line != chapter.Line && (chapter == plan.Units || !used.Contains(line.Index))).DistinctBy(line => line.Index).OrderBy(line => line.Index);
            return ChapterRecovery.Chapter(chapter.Line!.Text, lines.Select(line => line.Text));
        })];
    }

    /// <summary>The labels as printed first; the usual words where there are none.</summary>
    private static Dictionary<PlanField, string> Headings(ProseRows reader, List<RowReading> rows)
    {
        var headings = new Dictionary<PlanField, string> { [PlanField.Approach] = reader.LabelOf(PlanField.Approach) ?? "推動作法" };
        Add(PlanField.Area, "實施要項", row => row.Area.Length > 0);
        Add(PlanField.Item, "執行項目", row => row.Item.Length > 0);
        Add(PlanField.Deadline, "完成期限", row => row.Deadline.Length > 0);
        Add(PlanField.Units, "承辦單位", row => row.Units.Count > 0);
        Add(PlanField.SupportingUnits, "協辦單位", row => row.SupportingUnits.Count > 0);
        return headings;

        void Add(PlanField field, string usual, Func<RowReading, bool> isThere)
        {
            if (rows.Exists(row => isThere(row)))
            {
                headings[field] = reader.LabelOf(field) ?? usual;
            }
        }
    }

    private static IEnumerable<Remark> Remarks(ProseRows reader, List<RowReading> rows)
    {
        yield return new Remark(0, PlanField.Plan, $"檔案沒有計畫表格，從條列文字讀入 {rows.Count} 項推動作法，請逐項核對。");
        foreach (var (field, name, isThere) in new (PlanField, string, Func<RowReading, bool>)[]
        {
            (PlanField.Deadline, "完成期限", row => row.Deadline.Length > 0), (PlanField.Units, "承辦單位", row => row.Units.Count > 0),
        })
        {
            if (!rows.Exists(row => isThere(row)))
            {
                yield return new Remark(0, field, $"文字中沒有「{name}」，核定前須補上每一項的{name[^2..]}。");
            }
            else
            {
                foreach (var index in Enumerable.Range(0, rows.Count).Where(index => !isThere(rows[index])))
                {
                    yield return PlanRemarks.Empty(index + 1, field, reader.LabelOf(field) ?? name);
                }
            }
        }
    }
}
