using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Reads the 推動作法 of a row group, each with its deadline and units, under the headings the outline stands at.</summary>
internal sealed partial class MeasureReader(PlanOutline outline)
{
    private readonly List<RowDraft> _rows = [];
    private readonly CellNotices _notices = new();

    public IReadOnlyList<RowDraft> Rows => _rows;

    /// <summary>The units that stand above the measures read next; they count where no column has any.</summary>
    public UnitNote? UnitsAbove { get; set; }

    /// <summary>The deadline that stands above them; it counts where no column has any.</summary>
    public DeadlineNote? DeadlineAbove { get; set; }

    /// <summary>The first measure of the group is number 1 of its list.</summary>
    public static bool StartsList(RowGroup group) =>
        ApproachCell.Split(group.Lines(PlanField.Approach), null) is [{ Number.IsFirst: true }, ..];

    /// <summary>Adds the measures of the group; false when there was nothing in it.</summary>
    public bool Read(RowGroup group, bool isAfterPageBreak)
    {
        var isMarked = IsMarkedAsRest(group);
        var goesOn = isMarked || ((group.HasNoHeading || IsPrintedAgain(group, isAfterPageBreak)) && _rows.Count > 0 && outline.Place == _rows[^1].Place && group.NumberBeside.Length == 0);
        var entries = Entries(group, goesOn ? _rows[^1].Number : null);
        var isEmpty = entries.Count == 0;
        if (isEmpty && Beside(group).All(field => group.Cells(field).SelectMany(cell => cell.Paragraphs).IsBlank()))
        {
            return false;
        }

        entries = isEmpty ? [new ApproachEntry(null, "")] : isMarked ? [entries[0] with { Number = null }, .. entries.Skip(1)] : entries;
        var mayBeRest = goesOn && entries[0].Number is null;
        var drafts = Draft(group, entries, mayBeRest);
        if (isEmpty)
        {
            drafts[0].Doubts.Add((PlanField.Approach, "推動作法空白，但旁邊的欄位有內容。"));
        }

        NoteUnsplit(group, entries, drafts[0]);
        _notices.AddTo(drafts[0], group);
        if (mayBeRest && (isMarked || IsRestOf(_rows[^1], drafts[0], group.Columns, isAfterPageBreak)))
        {
            drafts[0].Doubts.RemoveAll(doubt => doubt.Field == PlanField.Approach && isEmpty);
            drafts[0].Doubts.Add((PlanField.Approach, $"來源第 {drafts[0].Source.Row} 列的文字沒有編號，已接在這一項後面，請確認。"));
            _rows[^1].TakeOver(drafts[0]);
            drafts.RemoveAt(0);
        }
        else if (mayBeRest && Entries(group, null) is [{ Number: not null }, ..] own)
        {
            drafts = Draft(group, own, firstMayLackLists: false);
            _notices.AddTo(drafts[0], group);
        }

        _rows.AddRange(drafts);
        return true;
    }

    /// <summary>「（續）」 in front of the text, with no number or that of the measure above, under the heading that stands.</summary>
    private bool IsMarkedAsRest(RowGroup group)
    {
        var (number, text) = PrintedNumber.Split(Folding.Fold(string.Join(' ', group.Lines(PlanField.Approach))));
        var isSameNumber = number is null || (_rows.Count > 0 && number.Printed == _rows[^1].Number?.Printed);
        return _rows.Count > 0 && outline.Place == _rows[^1].Place && isSameNumber && ContinuedMark.StandsInFront(text);
    }

    private List<ApproachEntry> Entries(RowGroup group, PrintedNumber? running)
    {
        var cells = group.Cells(PlanField.Approach);
        var entries = ApproachCell.Split(group.Lines(PlanField.Approach), running, _rows.Count > 0 ? _rows[^1].Number : null);
        var neighbours = Math.Max(ParallelList.Count(group.Cells(PlanField.Deadline)), ParallelList.Count(group.Cells(PlanField.Units)));
        return ApproachCell.SplitByNeighbours(cells.SelectMany(cell => cell.Paragraphs).ToList(), entries, neighbours);
    }

    /// <summary>The headings that stand anyway are printed again over a text without number: a page cut the measure above.</summary>
    private bool IsPrintedAgain(RowGroup group, bool isAfterPageBreak) =>
        _rows is [.., var above] && outline.Place == above.Place
        && !(group.NewLines(PlanField.Area).IsBlank() && group.NewLines(PlanField.Item).IsBlank())
        && (isAfterPageBreak ? above.Number is not null || !above.IsSentenceComplete : above.Number is not null && !above.IsSentenceComplete)
        && Entries(group, null) is [{ Number: null }, ..];

    /// <summary>One measure whose text holds as many numbers as deadlines or units stand beside it may be that many measures.</summary>
    private static void NoteUnsplit(RowGroup group, List<ApproachEntry> entries, RowDraft draft)
    {
        var beside = Math.Max(ParallelList.Count(group.Cells(PlanField.Deadline)), ParallelList.Count(group.Cells(PlanField.Units)));
        var numbers = group.Lines(PlanField.Approach).Select(line => PrintedNumber.Split(line).Number).OfType<PrintedNumber>()
            .GroupBy(number => (number.Style, number.Depth)).Select(list => list.Count()).DefaultIfEmpty(0).Max();
        if (entries.Count == 1 && beside > 1 && numbers == beside)
        {
            draft.Doubts.Add((PlanField.Approach, $"這一格讀成 1 項推動作法，但文字裡有 {numbers} 個編號，旁邊也有 {beside} 項內容，請確認是否要拆開。"));
        }
    }

    /// <summary>
    /// A text without number under empty headings: the rest of the measure above, torn by a page or a row,
    /// unless both have a deadline and units of their own.
    /// </summary>
    private static bool IsRestOf(RowDraft above, RowDraft rest, PlanColumns columns, bool isAfterPageBreak)
    {
        var hasNothingBeside = rest.Deadline.Length == 0 && rest.Units.Length == 0;
        return !(above.HasDeadlineAndUnits(columns) && rest.HasDeadlineAndUnits(columns) && !hasNothingBeside)
            && (isAfterPageBreak || hasNothingBeside || above.IsOpen)
            && (above.Number is not null || !above.IsSentenceComplete);
    }

    private List<RowDraft> Draft(RowGroup group, List<ApproachEntry> entries, bool firstMayLackLists)
    {
        var lists = Beside(group).ToDictionary(field => field, field => Align(group, field, entries.Count, firstMayLackLists));
        var ending = group.HasNoHeading ? 0 : CountEndOfListAbove(entries);
        var drafts = new List<RowDraft>();
        for (var index = 0; index < entries.Count; index++)
        {
            var place = index < ending ? _rows[^1].Place : PlaceOf(entries[index]);
            var draft = new RowDraft(place, group.Place)
            {
                Number = entries[index].Number,
                NumberBeside = group.NumberBeside,
                UnitsAbove = group.Columns.Has(PlanField.Units) ? null : UnitsAbove,
                DeadlineAbove = group.Columns.Has(PlanField.Deadline) ? null : DeadlineAbove,
                Deadline = Text(lists, PlanField.Deadline, index, entries[index].Number),
                Units = Text(lists, PlanField.Units, index, entries[index].Number),
                SupportingUnits = Text(lists, PlanField.SupportingUnits, index, entries[index].Number),
            };
            draft.AddApproach(ContinuedMark.Strip(entries[index].Text));
            NoteNumber(draft, entries[index], index > 0 ? entries[index - 1].Number : _rows.LastOrDefault()?.Number);
            TakeSameAsAbove(draft, drafts.LastOrDefault() ?? _rows.LastOrDefault());
            draft.Cells.AddRange(group.SourceCells());
            AddDoubts(draft, group.Columns, lists, index < ending);
            drafts.Add(draft);
        }

        return drafts;
    }

    private static void NoteNumber(RowDraft draft, ApproachEntry entry, PrintedNumber? before)
    {
        if (entry.Number is { } number && MeasureNumber.IsDoubtful(number, entry.Text, before))
        {
            draft.Doubts.Add((PlanField.Approach, $"{RowDraft.UnsureNumber}：「{number.Printed}{Domain.Texts.Shortening.Cut(entry.Text, 1)}」讀成編號 {number.Printed}；如果編號是 {number.Key(1)}，請改正編號與文字。"));
        }
    }

    /// <summary>「同上」 and 「〃」 stand for what the row above says.</summary>
    private static void TakeSameAsAbove(RowDraft draft, RowDraft? above)
    {
        foreach (var field in new[] { PlanField.Deadline, PlanField.Units, PlanField.SupportingUnits })
        {
            if (above is not null && Folding.WithoutBlanks(draft.Beside(field)) is "同上" or "〃" or "″" or "同前" or "\"")
            {
                draft.SetBeside(field, above.Beside(field));
                draft.Doubts.Add((field, $"來源寫「同上」，已填入上一項的「{above.Beside(field).Replace(ParallelList.Separator, '、')}」，請確認。"));
            }
        }
    }

    private OutlinePlace PlaceOf(ApproachEntry entry)
    {
        if (entry.Number is { } number)
        {
            outline.NoteMeasure(number);
        }

        return outline.Place;
    }

    /// <summary>1.5 in front of 2.1 in a row with a new heading ends the list above; the row order lies.</summary>
    private int CountEndOfListAbove(List<ApproachEntry> entries)
    {
        var before = _rows.Count > 0 ? _rows[^1].Number : null;
        var count = 0;
        while (before is not null && count < entries.Count && entries[count].Number?.IsNextAfter(before) == true)
        {
            before = entries[count++].Number;
        }

        return count < entries.Count && entries[count].Number?.IsFirst == true ? count : 0;
    }

    private void AddDoubts(RowDraft draft, PlanColumns columns, Dictionary<PlanField, ParallelList> lists, bool isEndOfListAbove)
    {
        if (isEndOfListAbove)
        {
            draft.Doubts.Add((PlanField.Item, $"與下一個標題印在同一列，依編號 {draft.Number!.Printed} 歸入上一項「{draft.Item?.Text}」，請確認。"));
        }
        else
        {
            draft.Doubts.AddRange(outline.TakeDoubts().Where(doubt => columns.HasHeadingFor(doubt.Field)));
        }

        draft.Doubts.AddRange(lists.Where(list => list.Value.Found is not null).Select(list => DifferentLengths(list.Key, list.Value, columns)));
    }

    private static IEnumerable<PlanField> Beside(RowGroup group) =>
        new[] { PlanField.Deadline, PlanField.Units, PlanField.SupportingUnits }.Where(group.Columns.Has);

    private static ParallelList Align(RowGroup group, PlanField field, int wanted, bool firstMayLackLists)
    {
        var cells = group.Cells(field);
        var aligned = ParallelList.Align(cells, wanted);
        if (firstMayLackLists && aligned.Found == wanted - 1 && wanted > 2)
        {
            return new ParallelList(["", .. ParallelList.Align(cells, wanted - 1).Texts], null);
        }

        var isForAll = field != PlanField.Deadline && (aligned.Found > wanted || !group.Columns.Has(PlanField.Deadline));
        return isForAll ? aligned.ForAll(cells) : aligned;
    }

    /// <summary>What stands beside a measure, without the measure's number if that is printed there again.</summary>
    private static string Text(Dictionary<PlanField, ParallelList> lists, PlanField field, int index, PrintedNumber? number)
    {
        var text = lists.TryGetValue(field, out var list) ? string.Join(ParallelList.Separator, list.Texts[index].Split(ParallelList.Separator).Select(ContinuedMark.Strip)).Trim() : "";
        var (printed, after) = PrintedNumber.Split(BeforeYear().Replace(text, "$1 "));
        return printed is not null && number is not null && printed.IsSameListAs(number) && printed.Parts.SequenceEqual(number.Parts) ? after : text;
    }

    private static (PlanField Field, string Text) DifferentLengths(PlanField field, ParallelList list, PlanColumns columns)
    {
        var heading = columns.HeadingOf(field);
        return (field, list.Found == 1
            ? $"這一格有 {list.Texts.Count} 項推動作法，但只有 1 個{heading}，已套用到每一項，請確認。"
            : $"這一格有 {list.Texts.Count} 項推動作法，但有 {list.Found} 個{heading}，請逐項確認。");
    }

    /// <summary>「2.113年3月」 is number 2 and a year.</summary>
    [GeneratedRegex(@"^(\d{1,2}[.、])(?=\d{2,3}\s*年)")]
    private static partial Regex BeforeYear();
}
