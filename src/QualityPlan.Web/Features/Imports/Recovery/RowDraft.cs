using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>A row while it is being recovered; the next page may still add to it.</summary>
internal sealed partial class RowDraft(OutlinePlace place, SourcePlace source)
{
    /// <summary>How the doubt about a number begins that may be a number and a figure.</summary>
    public const string UnsureNumber = "編號與數字連在一起";

    private readonly List<string> _approach = [];

    public OutlinePlace Place { get; private set; } = place;

    public OutlineHeading Area => Place.Area;

    public OutlineHeading SubArea => Place.SubArea;

    public OutlineHeading? Item => Place.Item;

    public PrintedNumber? Number { get; set; }

    /// <summary>From a column 編號, used when the text itself has no number.</summary>
    public string NumberBeside { get; init; } = "";

    /// <summary>Entries parted by <see cref="ParallelList.Separator"/>.</summary>
    public string Deadline { get; set; } = "";

    public string Units { get; set; } = "";

    public string SupportingUnits { get; set; } = "";

    /// <summary>One of the texts beside the measure.</summary>
    public string Beside(PlanField field) => field switch { PlanField.Deadline => Deadline, PlanField.Units => Units, _ => SupportingUnits };

    /// <summary>What is printed once for this and other rows, where the table has no column of units.</summary>
    public UnitNote? UnitsAbove { get; init; }

    /// <summary>The same where the table has no column of deadlines.</summary>
    public DeadlineNote? DeadlineAbove { get; init; }

    public SourcePlace Source => source;

    public List<(PlanField Field, string Text)> Doubts { get; } = [];

    public List<SourceCell> Cells { get; } = [];

    public bool IsSentenceComplete => _approach.Count > 0 && _approach[^1].Length > 0 && _approach[^1][^1] is '。' or '！' or '？' or '」' or '.';

    /// <summary>The deadline or the units cannot have ended here: 「112年」, 「閱覽組、」.</summary>
    public bool IsOpen => EndsOpen(Deadline) || EndsOpen(Units) || BareYear().IsMatch(Deadline);

    public bool HasDeadlineAndUnits(PlanColumns columns) =>
        !IsOpen && (!columns.Has(PlanField.Deadline) || Deadline.Length > 0) && (!columns.Has(PlanField.Units) || Units.Length > 0);

    public void MoveTo(OutlineHeading item) => Place = Place with { Item = item };

    public void SetBeside(PlanField field, string text)
    {
        switch (field)
        {
            case PlanField.Deadline: Deadline = text; break;
            case PlanField.Units: Units = text; break;
            default: SupportingUnits = text; break;
        }
    }

    public string Approach => Folding.Glue(_approach);

    public void AddApproach(string text) => _approach.Add(text);

    /// <summary>Takes the number another reading of the same text gives.</summary>
    public void Renumber(PrintedNumber number, string approach, string reason)
    {
        Doubts.Add((PlanField.Approach, $"{reason}讀成編號 {number.Printed} 與「{Domain.Texts.Shortening.Cut(approach, 6)}…」，請確認。"));
        Doubts.RemoveAll(doubt => doubt.Text.StartsWith(UnsureNumber, StringComparison.Ordinal));
        Number = number;
        _approach.Clear();
        _approach.Add(approach);
    }

    /// <summary>Takes in what the next page says beside the rest of this row's text.</summary>
    public void TakeOver(RowDraft rest)
    {
        _approach.AddRange(rest._approach);
        Deadline = Both(Deadline, rest.Deadline);
        Units = Both(Units, rest.Units);
        SupportingUnits = Both(SupportingUnits, rest.SupportingUnits);
        Doubts.AddRange(rest.Doubts);
        Cells.AddRange(rest.Cells);
    }

    public RowReading Finish(UnitCells units)
    {
        var (doubts, doubtsOfOthers) = (new List<string>(), new List<string>());
        var (leading, supporting) = units.Read(UnitsAbove?.Units ?? Units, doubts);
        var others = units.Names(SupportingUnits.Length > 0 ? SupportingUnits : UnitsAbove?.SupportingUnits ?? "", doubtsOfOthers);
        Doubts.AddRange([.. doubts.Select(text => (PlanField.Units, text)), .. doubtsOfOthers.Select(text => (PlanField.SupportingUnits, text))]);
        return new RowReading
        {
            Area = Area.Text,
            SubArea = SubArea.Text,
            Item = Item?.Text ?? "",
            No = Number is null ? NumberBeside.TrimEnd('.', '、', '．') : Folding.WithoutBlanks(Number.Printed),
            Approach = Approach,
            Deadline = string.Join('、', DatesApart().Replace(DeadlineAbove?.Deadline ?? Deadline, "\u2029").Split(ParallelList.Separator).Select(Folding.WithoutBlanks).Where(text => text.Length > 0).Distinct()),
            Units = leading,
            SupportingUnits = supporting.Concat(others).Distinct().ToList(),
            Source = source,
            Cells = [.. Cells.Concat(UnitsAbove?.Cells ?? []).Concat(DeadlineAbove?.Cells ?? []).Distinct()],
        };
    }

    private static string Both(string first, string second)
    {
        if (first.Length == 0 || second.Length == 0 || first == second)
        {
            return first.Length == 0 ? second : first;
        }

        return EndsOpen(first) || BareYear().IsMatch(first) ? first + second : first + ParallelList.Separator + second;
    }

    private static bool EndsOpen(string text) => text.EndsWith('、') || text.EndsWith('，') || text.EndsWith(',');

    /// <summary>A break between two whole dates parts them; any other is a wrap.</summary>
    [GeneratedRegex(@"(?<=[月日底前旬季])[ \t]*\n\s*(?=\d{2,3}\s*[年./-])")]
    private static partial Regex DatesApart();

    [GeneratedRegex(@"^\d{2,3}\s*年$")]
    private static partial Regex BareYear();
}
