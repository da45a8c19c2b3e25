namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>A heading while it is being recovered; a page break may still add to its text.</summary>
internal sealed class OutlineHeading(string text)
{
    public string Text { get; set; } = text;

    public PrintedNumber? Number { get; } = PrintedNumber.Split(text).Number;

    public Dictionary<string, OutlineHeading> ItemsByText { get; } = [];

    public Dictionary<string, OutlineHeading> ItemsByNumber { get; } = [];

    /// <summary>Numbers of measures seen under this heading, to notice one that starts again.</summary>
    public HashSet<string> Measures { get; } = [];

    public void AddItem(OutlineHeading item)
    {
        ItemsByText.TryAdd(item.Text, item);
        if (item.Number is { } number)
        {
            ItemsByNumber.TryAdd(number.Key(number.Depth), item);
        }
    }
}

/// <summary>The headings a row stands under.</summary>
internal readonly record struct OutlinePlace(OutlineHeading Area, OutlineHeading SubArea, OutlineHeading? Item);

/// <summary>Numbers the headings from 1; no heading is 0.</summary>
internal sealed class HeadingNumbers
{
    private readonly Dictionary<OutlineHeading, int> _numbers = new(ReferenceEqualityComparer.Instance);

    public HeadingKeys Of(OutlinePlace place) =>
        new(Of(place.Area), Of(place.SubArea), place.Item is null ? 0 : Of(place.Item));

    private int Of(OutlineHeading heading)
    {
        _numbers.TryAdd(heading, _numbers.Count + 1);
        return _numbers[heading];
    }
}

/// <summary>
/// Where in the plan the rows being read stand: the 實施要項, its second level, the 執行項目.
/// Empty cells change nothing; a number that starts again without a heading opens an unnamed one.
/// </summary>
internal sealed class PlanOutline
{
    private readonly Queue<string> _subAreasAhead = new();
    private readonly List<(PlanField Field, string Text)> _doubts = [];

    public OutlineHeading Area { get; private set; } = new("");

    public OutlineHeading SubArea { get; private set; } = new("");

    public OutlineHeading? Item { get; private set; }

    public OutlinePlace Place => new(Area, SubArea, Item);

    /// <summary>What was doubtful since the last call, to be remarked at the next row.</summary>
    public List<(PlanField Field, string Text)> TakeDoubts()
    {
        var taken = _doubts.ToList();
        _doubts.Clear();
        return taken;
    }

    public void EnterArea(string text)
    {
        if (text == Area.Text || ContinuedMark.IsAgain(text, Area.Text))
        {
            return;
        }

        NoticeJump(PlanField.Area, Area.Number, text);
        Area = new OutlineHeading(text);
        OpenSubArea("");
    }

    public void EnterSubArea(string text)
    {
        if (text == SubArea.Text || ContinuedMark.IsAgain(text, SubArea.Text))
        {
            return;
        }

        NoticeJump(PlanField.SubArea, SubArea.Number, text);
        OpenSubArea(text);
    }

    /// <summary>Second-level headings printed together in one cell: the first counts now, the others when numbers start again.</summary>
    public void EnterSubAreas(IReadOnlyList<string> texts)
    {
        if (texts.Count > 1 && texts.Contains(SubArea.Text))
        {
            return;
        }

        EnterSubArea(texts[0]);
        foreach (var ahead in texts.Skip(1))
        {
            _subAreasAhead.Enqueue(ahead);
        }
    }

    public void EnterItem(string text)
    {
        if (SubArea.ItemsByText.TryGetValue(text, out var known))
        {
            Item = known;
            return;
        }

        if (Item is not null && ContinuedMark.IsAgain(text, Item.Text))
        {
            return;
        }

        var item = new OutlineHeading(text);
        if (item.Number is { IsFirst: true, Depth: 1 } && SubArea.ItemsByNumber.Count > 0)
        {
            OpenLostSubArea($"執行項目「{text}」的編號重新開始，前面的實施要項標題可能遺失");
        }

        SubArea.AddItem(item);
        Item = item;
    }

    /// <summary>Notes a measure's number under the current heading; one that starts again lost a heading in front of it.</summary>
    public void NoteMeasure(PrintedNumber number)
    {
        var startsAgain = number.IsFirst && (Item ?? SubArea).Measures.Contains(number.Printed);
        if (startsAgain && (Item is null || number is { Depth: > 1, Parts: [1, ..] }))
        {
            var hadItem = Item is not null;
            OpenLostSubArea($"編號 {number.Printed} 重新開始，前面的實施要項標題可能遺失");
            if (hadItem)
            {
                OpenLostItem(number);
            }
        }
        else if (startsAgain)
        {
            OpenLostItem(number);
        }

        (Item ?? SubArea).Measures.Add(number.Printed);
    }

    /// <summary>Adds the rest of a heading that a page break tore apart.</summary>
    public static void Continue(OutlineHeading heading, string rest)
    {
        if (heading.Text.Length < 500)
        {
            heading.Text = Folding.Glue([heading.Text, rest]);
        }
    }

    private void OpenSubArea(string text)
    {
        _subAreasAhead.Clear();
        SubArea = new OutlineHeading(text);
        Item = null;
    }

    private void OpenLostSubArea(string doubt)
    {
        if (_subAreasAhead.TryDequeue(out var next))
        {
            SubArea = new OutlineHeading(next);
        }
        else
        {
            SubArea = new OutlineHeading("");
            _doubts.Add((PlanField.SubArea, doubt + "，請補上。"));
        }

        Item = null;
    }

    private void OpenLostItem(PrintedNumber number)
    {
        Item = new OutlineHeading("");
        SubArea.AddItem(Item);
        _doubts.Add((PlanField.Item, $"編號 {number.Printed} 重新開始，前面的執行項目標題可能遺失，請補上。"));
    }

    private void NoticeJump(PlanField field, PrintedNumber? before, string text)
    {
        var number = PrintedNumber.Split(text).Number;
        var isSameList = number is not null && before is not null && number.IsSameListAs(before);
        if (isSameList && number!.Parts[^1] > before!.Parts[^1] + 1)
        {
            _doubts.Add((field, $"編號由「{before.Printed}」跳到「{number.Printed}」，中間的標題可能遺失。"));
        }
    }
}
