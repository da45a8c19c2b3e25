namespace QualityPlan.Web.Features.Imports.Recovery.Prose;

/// <summary>Makes a row of each measure of an outline, with the lines it was read from.</summary>
internal sealed class ProseRows(ProsePlan plan)
{
    private const int LongestTitle = 16;
    private static readonly char[] Punctuation = ['。', '，', ',', '；', ';', '：', ':'];
    private readonly Dictionary<PlanField, string> _labels = [];
    private readonly Dictionary<ProseNode, int> _keys = [];

    /// <summary>The label printed with the first note of the field.</summary>
    public string? LabelOf(PlanField field) => _labels.GetValueOrDefault(field);

    public List<RowReading> Read() => [.. plan.Measures.Select(Row)];

    private RowReading Row(ProseNode measure)
    {
        var cells = new List<SourceCell>();
        var headings = plan.HeadingsOf(measure);
        var area = Labelled(measure, PlanField.Area, cells);
        var item = Labelled(measure, PlanField.Item, cells) ?? TitleOf(measure, cells);
        var levels = Levels(headings, item is not null);
        var numbered = RecordLabel.Numbered(measure);
        var units = UnitNames.SplitByRole(Text(measure, PlanField.Units, cells));
        var supporting = UnitNames.Split(Text(measure, PlanField.SupportingUnits, cells));
        AddCells(headings, levels, cells);
        return new RowReading
        {
            Area = area?.Text ?? TextOf(levels.Area),
            SubArea = TextOf(levels.SubArea),
            Item = item?.Text ?? TextOf(levels.Item),
            No = (numbered?.Number ?? (item is null ? measure.Line!.Number : null)) is { } number ? Folding.WithoutBlanks(number.Printed) : "",
            Approach = Approach(measure, item is not null, numbered, cells),
            Deadline = Folding.WithoutBlanks(Text(measure, PlanField.Deadline, cells)).TrimEnd('。', '；'),
            Units = units.Leading,
            SupportingUnits = [.. units.Supporting.Concat(supporting).Distinct()],
            Source = new SourcePlace(0, "文件文字", measure.Line!.Index),
            Heads = new HeadingKeys(KeyOf(area is null ? levels.Area : [area.Owner]), KeyOf(levels.SubArea), KeyOf(item is null ? levels.Item : [item.Owner])),
            Cells = [.. cells.Distinct()],
        };
    }

    private static RecordLabel? Labelled(ProseNode measure, PlanField field, List<SourceCell> cells)
    {
        var label = RecordLabel.Of(measure, field);
        cells.AddRange(label is null ? [] : [Cell(field, label.Line)]);
        return label;
    }

    /// <summary>A short title over a text of its own, or over 「推動作法：」, is the 執行項目 of that text.</summary>
    private static RecordLabel? TitleOf(ProseNode measure, List<SourceCell> cells)
    {
        var isTitle = measure.Text.Length is > 0 and <= LongestTitle && measure.Text.IndexOfAny(Punctuation) < 0
            && (measure.Body.Count > 0 || measure.Notes.Exists(note => note.Note.Field == PlanField.Approach));
        if (!isTitle)
        {
            return null;
        }

        cells.Add(Cell(PlanField.Item, measure.Line!));
        return new RecordLabel(measure, measure.Line!, measure.Heading);
    }

    private static (List<ProseNode> Area, List<ProseNode> SubArea, List<ProseNode> Item) Levels(List<ProseNode> headings, bool hasItem) => headings.Count switch
    {
        0 => ([], [], []),
        1 => (headings, [], []),
        2 when !hasItem => ([headings[0]], [], [headings[1]]),
        _ when hasItem => ([headings[0]], headings[1..], []),
        _ => ([headings[0]], headings[1..^1], [headings[^1]]),
    };

    private string Approach(ProseNode measure, bool hasItem, ApproachEntry? numbered, List<SourceCell> cells)
    {
        var labelled = measure.Notes.FindAll(note => note.Note.Field == PlanField.Approach);
        foreach (var (line, note) in labelled)
        {
            _labels.TryAdd(PlanField.Approach, note.Label);
            cells.Add(Cell(PlanField.Approach, line));
        }

        cells.AddRange(measure.All().SelectMany(node => node.Body.Select(body => body.Line).Concat(node.Line is null || (hasItem && node == measure) ? [] : [node.Line]))
            .Select(line => Cell(PlanField.Approach, line)));
        return Folding.Glue([hasItem ? "" : measure.Text, .. numbered is null ? labelled.Select(note => note.Note.Text) : [numbered.Text], .. measure.Below()]);
    }

    /// <summary>What the measure or a heading over it says, else for units the chapter of units.</summary>
    private string Text(ProseNode measure, PlanField field, List<SourceCell> cells)
    {
        var notes = measure.NotesOf(field);
        if (notes.Count == 0 && field != PlanField.Deadline && plan.Units is { } units && measure.NotesOf(PlanField.Units).Count == 0)
        {
            notes = [.. units.All().SelectMany(node => node.Notes).Where(note => note.Note.Field == field)];
            if (notes.Count == 0 && field == PlanField.Units)
            {
                notes = units.Body.ConvertAll(body => (body.Line, new ProseNote(field, "", body.Text.TrimEnd('。'))));
            }
        }

        foreach (var (line, note) in notes)
        {
            if (note.Label.Length > 0)
            {
                _labels.TryAdd(field, note.Label);
            }

            cells.Add(Cell(field, line));
        }

        return string.Join('、', notes.Select(note => note.Note.Text).Where(text => text.Length > 0).Distinct());
    }

    private static void AddCells(List<ProseNode> headings, (List<ProseNode> Area, List<ProseNode> SubArea, List<ProseNode> Item) levels, List<SourceCell> cells) =>
        cells.AddRange(headings.Select(heading => Cell(
            levels.Area.Contains(heading) ? PlanField.Area : levels.SubArea.Contains(heading) ? PlanField.SubArea : PlanField.Item, heading.Line!)));

    private static string TextOf(List<ProseNode> headings) => string.Join(' ', headings.Select(heading => heading.Heading));

    private int KeyOf(List<ProseNode> headings)
    {
        if (headings.Count == 0)
        {
            return 0;
        }

        _keys.TryAdd(headings[^1], _keys.Count + 1);
        return _keys[headings[^1]];
    }

    private static SourceCell Cell(PlanField field, ProseLine line) => new(field, 0, line.Index, 0);
}
