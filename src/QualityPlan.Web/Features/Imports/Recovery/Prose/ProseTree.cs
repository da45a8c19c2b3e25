using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Prose;

/// <summary>Lays the lines of a document under each other by their numbers, and notes beside the measures they belong to.</summary>
internal sealed class ProseTree
{
    private readonly ProseNode _root = new(null, null, "");
    private readonly IReadOnlyList<ProseLine> _lines;
    private readonly int[] _measuresAhead;
    private ProseNode _top;
    private int _highest = int.MaxValue;

    private ProseTree(IReadOnlyList<ProseLine> lines) => (_lines, _top, _measuresAhead) = (lines, _root, MeasuresAhead(lines));

    /// <summary>The root; its children are chapters, or the measures themselves.</summary>
    public static ProseNode Of(IReadOnlyList<ProseLine> lines)
    {
        var tree = new ProseTree(lines);
        for (var at = 0; at < lines.Count; at++)
        {
            tree.Add(at);
        }

        foreach (var chapter in tree._root.Children)
        {
            LiftNotes(chapter);
        }

        return tree._root;
    }

    private void Add(int at)
    {
        var line = _lines[at];
        var notes = ProseNote.OfLine(line.After);
        var isChapter = line.Rank is { } own && own <= _highest;
        _highest = Math.Min(_highest, line.Rank ?? int.MaxValue);
        if (notes.Count > 0 && !isChapter)
        {
            AddNotes(at, notes);
            return;
        }

        var (text, beside) = notes.Count > 0 ? (line.After, notes) : ProseNote.TakeOff(line.After);
        if (line.Rank is { } rank)
        {
            Open(line, rank, (text, beside));
        }
        else if (IsMeasureOfItsOwn(at, beside))
        {
            Open(line, ProseLine.PlainRank, (text, beside));
        }
        else
        {
            _top.AddBody(line, text);
            _top.Notes.AddRange(beside.Select(note => (line, note)));
        }
    }

    private void AddNotes(int at, List<ProseNote> notes)
    {
        var line = _lines[at];
        if (BeginsRecord(at, notes[0].Field))
        {
            Open(line, ProseLine.PlainRank, ("", notes));
        }
        else
        {
            _top.Notes.AddRange(notes.Select(note => (line, note)));
        }
    }

    /// <summary>
    /// Labels alone under a heading, or under a number that heads labelled measures itself: a label of the measure that
    /// comes again begins the next one, and so does a heading's behind a measure where headings stand in front.
    /// </summary>
    private bool BeginsRecord(int at, PlanField field)
    {
        var isRecord = _top.Rank == ProseLine.PlainRank;
        var isPlace = isRecord ? IsHeading(_top.Parent!) || _top.Text.Length == 0 : IsHeading(_top) || _measuresAhead[at] > (field == PlanField.Approach ? 1 : 0);
        var mayBegin = _lines[at].Rank is null && isPlace && field is (PlanField.Area or PlanField.Item or PlanField.Approach);
        return mayBegin && (!isRecord || Has(field)
            || (field != PlanField.Approach && Has(PlanField.Approach) && _top.Parent!.Children.Exists(BeginsWithHeading)));
    }

    /// <summary>For each line, how many begin with the label of a measure from there to the next number or heading.</summary>
    private static int[] MeasuresAhead(IReadOnlyList<ProseLine> lines)
    {
        var ahead = new int[lines.Count + 1];
        for (var at = lines.Count - 1; at >= 0; at--)
        {
            var isMeasure = ProseNote.OfLine(lines[at].After) is [{ Field: PlanField.Approach }, ..];
            ahead[at] = lines[at].Rank is not null ? 0 : ahead[at + 1] + (isMeasure ? 1 : 0);
        }

        return ahead;
    }

    private bool Has(PlanField field) => _top.Notes.Exists(note => note.Note.Field == field);

    private static bool BeginsWithHeading(ProseNode record) =>
        record is { Rank: ProseLine.PlainRank, Notes: [{ Note.Field: PlanField.Area or PlanField.Item }, ..] };

    private static bool IsHeading(ProseNode node) => node.Line is null or { Block: Heading };

    private void Open(ProseLine line, int rank, (string Text, List<ProseNote> Notes) content)
    {
        while (_top.Line is not null && _top.Rank >= rank)
        {
            _top = _top.Parent!;
        }

        var node = new ProseNode(line, _top, content.Text, rank);
        node.Notes.AddRange(content.Notes.Select(note => (line, note)));
        _top.Add(node);
        _top = node;
    }

    /// <summary>A line without number or bullet: each of several lines with notes, or with notes below, under a heading.</summary>
    private bool IsMeasureOfItsOwn(int at, List<ProseNote> beside)
    {
        var isUnderHeading = IsHeading(_top.Rank == ProseLine.PlainRank ? _top.Parent! : _top);
        return beside.Count > 0 ? isUnderHeading || IsNotedPlain(at - 1) || IsNotedPlain(at + 1)
            : isUnderHeading && at + 1 < _lines.Count && _lines[at + 1].Rank is null && ProseNote.OfLine(_lines[at + 1].After).Count > 0;
    }

    private bool IsNotedPlain(int at) => at >= 0 && at < _lines.Count && _lines[at].Rank is null && _lines[at].Text.Length > 0
        && ProseNote.OfLine(_lines[at].Text).Count == 0 && ProseNote.TakeOff(_lines[at].Text).Notes.Count > 0;

    /// <summary>Notes behind the last of several points, where none of the others has any, are those of the measure above the points.</summary>
    private static void LiftNotes(ProseNode node)
    {
        foreach (var child in node.Children)
        {
            LiftNotes(child);
        }

        var points = node.Children;
        var isLast = points.Count > 1 && node.Depth > 1 && !node.HasNotes && points[^1].HasNotes && points[^1].Children.Count == 0
            && points.SkipLast(1).All(point => !point.HasNotes && !point.HasNotesBelow);
        if (isLast)
        {
            node.Notes.AddRange(points[^1].Notes);
            points[^1].Notes.Clear();
        }
    }
}
