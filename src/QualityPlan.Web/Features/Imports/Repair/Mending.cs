using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>Takes over what a person typed on the repair page into the reading.</summary>
public sealed class Mending(ImportContent content, DoubtFinder finder)
{
    private readonly List<FieldProblem> _problems = [];
    private readonly UnitMending _units = new(content, finder.Directory);

    /// <summary>What cannot be taken over; with any of these nothing is to be saved.</summary>
    public IReadOnlyList<FieldProblem> Problems => [.. _problems, .. _units.Problems];

    /// <summary>What changed, in words for the trail.</summary>
    public List<string> Changes { get; } = [];

    public void Apply(RepairForm form)
    {
        MendHead(form);
        for (var index = 0; index < form.Answers.Count; index++)
        {
            var answer = form.Answers[index];
            if (UnitDoubt.FoldedIn(answer.Key) is { } name)
            {
                Changes.AddRange(_units.Answer(name, answer, index));
            }
            else if (CellDoubt.PlaceIn(answer.Key) is (> 0, not PlanField.Plan) place && place.Row <= content.Rows.Count)
            {
                MendCell(place, answer, index);
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

    private void MendHead(RepairForm form)
    {
        var (year, problem) = PlanHead.ReadYear(form.Year);
        if (year is null)
        {
            _problems.Add(new FieldProblem(nameof(RepairForm.Year), problem));
        }
        else if (form.Year != form.WasYear && year != content.Year)
        {
            Changes.Add($"年度：{content.Year} → {year}");
            content.Year = year.Value;
            content.Guesses.Remove(PlanHead.YearKey);
            content.Accepted.RemoveWhere(key => CellDoubt.PlaceIn(key) is (_, PlanField.Deadline));
        }
        if (form.Title != form.WasTitle && form.Title.Trim() is var title && title != content.Title)
        {
            Changes.Add($"計畫名稱：{content.Title} → {title}");
            content.Title = title;
            content.Guesses.Remove(PlanHead.TitleKey);
        }
        if (form.Agency != form.WasAgency && form.Agency.Trim() is var agency && agency != content.Agency)
        {
            Changes.Add($"機關：{content.Agency} → {agency}");
            content.Agency = agency;
        }
    }

    private void MendCell((int Row, PlanField Field) place, AnswerForm answer, int index)
    {
        var row = content.Rows[place.Row - 1];
        var before = row.Get(place.Field);
        var text = !answer.IsTyped ? before : RowFields.Tidy(place.Field, answer.Text!);
        if (text.Length > RowFields.Limit(place.Field))
        {
            _problems.Add(new FieldProblem(
                Box(index, nameof(AnswerForm.Text)), $"第 {place.Row} 列的{content.HeadingOf(place.Field)}最多 {RowFields.Limit(place.Field)} 字。"));
            return;
        }
        if (text != before)
        {
            Write(place, text);
            content.Mended.Add(answer.Key);
            content.Accepted.Remove(answer.Key);
            Changes.Add($"第 {place.Row} 列{content.HeadingOf(place.Field)}：{before} → {text}");
        }
        Accept(answer.Key, answer.Accept);
    }

    private void Write((int Row, PlanField Field) place, string text)
    {
        var together = RowFields.IsHeading(place.Field)
            ? PlanTree.RowsTogether(content.Rows, place.Row - 1, place.Field)
            : [place.Row - 1];
        foreach (var index in together)
        {
            content.Rows[index] = content.Rows[index].With(place.Field, text);
        }
    }

    private void Accept(string key, bool isAccepted)
    {
        if (isAccepted && content.Accepted.Add(key))
        {
            Changes.Add($"照原文接受 {key}");
        }
        else if (!isAccepted && content.Accepted.Remove(key))
        {
            Changes.Add($"取消接受 {key}");
        }
    }

    private void AcceptRest()
    {
        foreach (var doubt in finder.Find(content).Where(doubt => doubt.IsOpen))
        {
            if (doubt is UnitDoubt unit)
            {
                content.Units[UnitDoubt.FoldedIn(unit.Key)!] = new UnitDecision(UnitChoice.Undecided);
                Changes.Add($"單位「{unit.Name}」暫不決定");
            }
            else if (doubt is CellDoubt { MayAccept: true })
            {
                Accept(doubt.Key, true);
            }
        }
    }

    internal static string Box(int index, string field) => $"{nameof(RepairForm.Answers)}[{index}].{field}";
}

/// <summary>A box of the form and the zh-TW sentence that says what to mend.</summary>
public sealed record FieldProblem(string Field, string Sentence);
