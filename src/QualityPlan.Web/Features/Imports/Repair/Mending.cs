using QualityPlan.Domain;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair.Edits;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>Turns what a person typed on the repair page into edits of the reading, each applied at once.</summary>
public sealed class Mending(ImportContent content, DoubtFinder finder)
{
    private readonly List<FieldProblem> _problems = [];
    private readonly UnitMending _units = new(content, finder.Directory);

    /// <summary>What cannot be taken over; with any of these nothing is to be saved.</summary>
    public IReadOnlyList<FieldProblem> Problems => [.. _problems, .. _units.Problems];

    public List<RepairEdit> Edits { get; } = [];

    /// <summary>What changed, in words.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>All of it as one step, to be undone together.</summary>
    public RepairStep Step => new(Changes.Count == 1 ? Clip(Changes[0]) : $"處理 {Changes.Count} 項", Edits);

    public void Apply(RepairForm form)
    {
        MendHead(form);
        for (var index = 0; index < form.Answers.Count; index++)
        {
            var answer = form.Answers[index];
            if (UnitDoubt.FoldedIn(answer.Key) is { } name)
            {
                if (_units.Answer(name, answer, index) is var (edit, words))
                {
                    Do(edit, words);
                }
            }
            else if (CellDoubt.PlaceIn(answer.Key) is (> 0, not PlanField.Plan) place && content.IndexOf(place.RowId) is var row and >= 0)
            {
                MendCell(place, row, answer, index);
            }
            else
            {
                Accept(answer.Key, answer.Accept);
            }
        }
        if (form.AcceptRest && Problems.Count == 0)
        {
            AcceptRest();
        }
    }

    private void Do(RepairEdit edit, string words)
    {
        edit.Apply(content);
        Edits.Add(edit);
        Changes.Add(words);
    }

    private void MendHead(RepairForm form)
    {
        var (year, problem) = PlanHead.ReadYear(form.Year);
        if (year is null)
        {
            _problems.Add(new FieldProblem(nameof(RepairForm.Year), problem));
        }
        else if (form.Year != form.WasYear && year != content.Year)
        {
            Do(new WriteHead(null, year, null), $"年度：{content.Year} → {year}");
        }
        if (form.Title != form.WasTitle && form.Title.Trim() is var title && title != content.Title)
        {
            Do(new WriteHead(title, null, null), $"計畫名稱：{content.Title} → {title}");
        }
        if (form.Agency != form.WasAgency && form.Agency.Trim() is var agency && agency != content.Agency)
        {
            Do(new WriteHead(null, null, agency), $"機關：{content.Agency} → {agency}");
        }
    }

    private void MendCell((int RowId, PlanField Field) place, int row, AnswerForm answer, int index)
    {
        var before = content.Rows[row].Get(place.Field);
        var text = !answer.IsTyped ? before : RowFields.Tidy(place.Field, answer.Text!);
        var edit = new WriteCell(place.RowId, place.Field, text);
        if (edit.May(content) is { IsAllowed: false } refused)
        {
            _problems.Add(new FieldProblem(Box(index, nameof(AnswerForm.Text)), $"第 {row + 1} 列的{refused.Sentence}"));
            return;
        }
        if (text != before)
        {
            Do(edit, $"第 {row + 1} 列{content.HeadingOf(place.Field)}：{before} → {text}");
        }
        Accept(answer.Key, answer.Accept);
    }

    private void Accept(string key, bool isAccepted)
    {
        if (isAccepted != content.Accepted.Contains(key))
        {
            Do(new AcceptDoubt(key, isAccepted), $"{(isAccepted ? "照原文接受" : "取消接受")}{NameOf(key)}");
        }
    }

    private string NameOf(string key) => CellDoubt.PlaceIn(key) is (> 0, _) place
        ? $"第 {content.IndexOf(place.RowId) + 1} 列{content.HeadingOf(place.Field)}"
        : "整份計畫的提示";

    private void AcceptRest()
    {
        foreach (var doubt in finder.Find(content).Where(doubt => doubt.IsOpen))
        {
            if (doubt is UnitDoubt unit)
            {
                Do(new DecideUnit(UnitDoubt.FoldedIn(unit.Key)!, new UnitDecision(UnitChoice.Undecided)), $"單位「{unit.Name}」暫不決定");
            }
            else if (doubt is CellDoubt { MayAccept: true })
            {
                Accept(doubt.Key, true);
            }
        }
    }

    private static string Clip(string text) => Domain.Texts.Shortening.WithEllipsis(text, 40);

    internal static string Box(int index, string field) => $"{nameof(RepairForm.Answers)}[{index}].{field}";
}

/// <summary>A box of the form and the zh-TW sentence that says what to mend.</summary>
public sealed record FieldProblem(string Field, string Sentence);
