namespace QualityPlan.Web.Features.Imports.Recovery.Prose;

/// <summary>A numbered line, bullet or heading with what stands under it, and the notes printed beside it.</summary>
internal sealed class ProseNode(ProseLine? line, ProseNode? parent, string text, int rank = int.MinValue)
{
    private readonly List<object> _pieces = [];

    public ProseLine? Line => line;

    public ProseNode? Parent => parent;

    /// <summary>The text behind the number, without its notes.</summary>
    public string Text => text;

    public int Rank => rank;

    public int Depth => parent is null ? 0 : parent.Depth + 1;

    public List<ProseNode> Children { get; } = [];

    /// <summary>Plain lines under it.</summary>
    public List<(ProseLine Line, string Text)> Body { get; } = [];

    public List<(ProseLine Line, ProseNote Note)> Notes { get; } = [];

    public bool HasNotes => Notes.Exists(note => note.Note.Field is PlanField.Deadline or PlanField.Units or PlanField.SupportingUnits);

    public bool HasNotesBelow => Children.Exists(child => child.HasNotes || child.HasNotesBelow);

    /// <summary>The heading as printed.</summary>
    public string Heading => line is null ? "" : Folding.Fold((line.Number is { } number ? line.Text[..^line.After.Length] : "") + text).TrimEnd('：', ':');

    public void Add(ProseNode child)
    {
        Children.Add(child);
        _pieces.Add(child);
    }

    public void AddBody(ProseLine from, string words)
    {
        Body.Add((from, words));
        _pieces.Add(words);
    }

    public IEnumerable<ProseNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    /// <summary>What stands under it, points with their numbers.</summary>
    public IEnumerable<string> Below() => _pieces.SelectMany(piece => piece is ProseNode child
        ? child.Below().Prepend(child.Line!.Number is null ? child.Text : child.Line.Text[..^child.Line.After.Length] + child.Text) : [(string)piece]);

    /// <summary>All lines it was read from.</summary>
    public IEnumerable<ProseLine> Lines() => All().SelectMany(node => node.Body.Select(body => body.Line).Concat(node.Notes.Select(note => note.Line)).Concat(node.Line is null ? [] : [node.Line]));

    /// <summary>The notes of a field, own ones first, else those of the nearest heading above.</summary>
    public List<(ProseLine Line, ProseNote Note)> NotesOf(PlanField field) =>
        Notes.FindAll(note => note.Note.Field == field) is { Count: > 0 } own ? own : parent?.NotesOf(field) ?? [];
}
