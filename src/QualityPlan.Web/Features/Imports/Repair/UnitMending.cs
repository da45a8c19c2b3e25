using System.Globalization;
using QualityPlan.Domain.People;
using QualityPlan.Web.Features.Imports.Repair.Edits;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>Takes over what a person chose for an unknown unit name.</summary>
internal sealed class UnitMending(ImportContent content, UnitDirectory directory)
{
    private const int WordsLength = 200;

    public List<FieldProblem> Problems { get; } = [];

    /// <summary>The edit and its words; null when the answer is as before or cannot be taken.</summary>
    public (RepairEdit Edit, string Words)? Answer(string name, AnswerForm answer, int index)
    {
        var before = content.Units.GetValueOrDefault(name);
        if (WordsInstead(answer, index) is { } words)
        {
            var rewrite = new RewriteUnit(name, words);
            return rewrite.May(content).IsAllowed ? (rewrite, $"單位「{name}」改寫為「{words}」") : null;
        }
        var decision = Decide(answer, index);
        return decision == before ? null : (new DecideUnit(name, decision), $"單位「{name}」：{Show(decision)}");
    }

    private string? WordsInstead(AnswerForm answer, int index)
    {
        if (ChoiceIn(answer) != AnswerForm.Rewrite)
        {
            return null;
        }
        var words = (answer.Words ?? "").Trim();
        if (words.Length is > 0 and <= WordsLength)
        {
            return words;
        }
        Problems.Add(new FieldProblem(
            Mending.Box(index, nameof(AnswerForm.Words)), $"請輸入要改寫成的單位，{WordsLength} 字以內，多個單位以「、」分開。"));
        return null;
    }

    private UnitDecision? Decide(AnswerForm answer, int index) => ChoiceIn(answer) switch
    {
        AnswerForm.Leave => new UnitDecision(UnitChoice.Undecided),
        AnswerForm.Other => Existing(answer.OtherUnit, Mending.Box(index, nameof(AnswerForm.OtherUnit))),
        AnswerForm.New => New(answer, index),
        { } choice when IdIn(choice, AnswerForm.UnitPrefix) is { } unitId => Existing(unitId, Mending.Box(index, nameof(AnswerForm.Choice))),
        { } choice when IdIn(choice, AnswerForm.GroupPrefix) is { } groupId && directory.Groups.Any(group => group.Id == groupId) =>
            new UnitDecision(UnitChoice.ExistingGroup, groupId),
        _ => null,
    };

    /// <summary>Whoever filled a box beside a choice meant that choice.</summary>
    private static string? ChoiceIn(AnswerForm answer) => answer switch
    {
        { Choice.Length: > 0 } => answer.Choice,
        { Words.Length: > 0 } => AnswerForm.Rewrite,
        { OtherUnit: not null } => AnswerForm.Other,
        _ => null,
    };

    private UnitDecision? Existing(int? unitId, string box)
    {
        if (unitId is { } id && directory.Units.Any(unit => unit.Id == id))
        {
            return new UnitDecision(UnitChoice.Existing, id);
        }
        Problems.Add(new FieldProblem(box, "請選擇單位。"));
        return null;
    }

    private UnitDecision? New(AnswerForm answer, int index)
    {
        var name = (answer.NewName ?? "").Trim();
        var box = Mending.Box(index, nameof(AnswerForm.NewName));
        if (name.Length is 0 or > Unit.NameLength)
        {
            Problems.Add(new FieldProblem(box, $"請輸入新單位名稱，{Unit.NameLength} 字以內。"));
            return null;
        }
        if (directory.Resolve(name).IsKnown)
        {
            Problems.Add(new FieldProblem(box, $"單位名錄已有「{name}」，請改選「其他單位」。"));
            return null;
        }
        return answer.NewKind switch
        {
            nameof(UnitChoice.NewTaskForce) => new UnitDecision(UnitChoice.NewTaskForce, Name: name),
            nameof(UnitChoice.NewEveryUnit) => new UnitDecision(UnitChoice.NewEveryUnit, Name: name),
            _ => new UnitDecision(UnitChoice.NewDepartment, Name: name),
        };
    }

    private string Show(UnitDecision? decision) => decision switch
    {
        null => "尚未決定",
        { Choice: UnitChoice.Existing } => $"即「{directory.NameOf(decision.UnitId)}」",
        { Choice: UnitChoice.ExistingGroup } => $"即群組「{directory.GroupNameOf(decision.UnitId)}」",
        { Choice: UnitChoice.Undecided } => "暫不決定",
        _ => $"建立「{decision.Name}」",
    };

    private static int? IdIn(string? choice, string prefix) =>
        choice is not null && choice.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(choice.AsSpan(prefix.Length), CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
