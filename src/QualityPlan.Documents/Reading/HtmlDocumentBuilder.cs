namespace QualityPlan.Documents.Reading;

/// <summary>Turns the stream of html tags and text into headings, paragraphs and tables.</summary>
internal sealed class HtmlDocumentBuilder
{
    private const int ParagraphBytes = 80;
    private const int CellBytes = 240;
    private const int RowBytes = 160;
    private const int WidthOfPlan = 3;

    public const int MaximumRows = 20_000;
    private const int MaximumDepth = 512;
    private const int MaximumNestedTables = 16;
    private const int MaximumCells = 500_000;

    private readonly List<Block> _blocks = [];
    private readonly Stack<HtmlTableBuilder> _tables = new();
    private readonly Stack<int?> _lists = new();
    private readonly HtmlParagraph _paragraph = new();
    private readonly HtmlInline _inline;
    private readonly ReadingBudget _budget;
    private string _title = "";
    private string _itemNumber = "";
    private int _headingLevel;
    private int _depth;
    private int _rows;
    private int _cells;
    private int _frames;
    private bool _inTitle;

    public HtmlDocumentBuilder(ReadingBudget budget)
    {
        _budget = budget;
        _inline = new HtmlInline(_paragraph);
    }

    /// <summary>Takes one token; the answer is why the file must not be read further, or null.</summary>
    public Refusal? Add(HtmlToken token)
    {
        _budget.Tick();
        if (_inline.Takes(token))
        {
            return null;
        }

        if (token.Kind == HtmlTokenKind.Text)
        {
            AddText(token.Value);
            return null;
        }

        _depth = Math.Max(0, _depth + HtmlElements.DepthChange(token));
        if (_depth > MaximumDepth)
        {
            return Refusals.TooComplex;
        }

        return token.Kind == HtmlTokenKind.Start ? Start(token) : End(token);
    }

    public Document Build()
    {
        while (_tables.Count > 0)
        {
            CloseTable();
        }

        CloseParagraph(isExplicit: false);
        return new Document(_title, _blocks);
    }

    private void AddText(string text)
    {
        if (_inTitle)
        {
            _title = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        else
        {
            _paragraph.Append(text);
        }
    }

    private Refusal? Start(HtmlToken tag)
    {
        switch (tag.Value)
        {
            case "br":
                _paragraph.Break();
                return null;
            case "title":
                _inTitle = true;
                return null;
            case "table":
                CloseParagraph(isExplicit: false);
                _tables.Push(new HtmlTableBuilder());
                return _tables.Count > MaximumNestedTables ? Refusals.TooComplex : null;
            case "thead" or "tbody" or "tfoot" when _tables.Count > 0:
                CloseCell();
                _tables.Peek().InHead = tag.Value == "thead";
                return null;
            case "tr" when _tables.Count > 0:
                CloseCell();
                _tables.Peek().StartRow(tag);
                _budget.Keep(RowBytes);
                return ++_rows > MaximumRows ? Refusals.OutOfRange(MaximumRows + 1) : null;
            case "td" or "th" when _tables.Count > 0:
                return StartCell(tag);
            default:
                StartBlock(tag);
                return null;
        }
    }

    private Refusal? StartCell(HtmlToken tag)
    {
        CloseCell();
        _budget.Keep(CellBytes);
        var hasRoom = _tables.Peek().StartCell(tag);
        return hasRoom && ++_cells <= MaximumCells ? null : Refusals.OutOfRange(_tables.Peek().RowCount);
    }

    private void StartBlock(HtmlToken tag)
    {
        if (!HtmlElements.IsBlock(tag.Value))
        {
            return;
        }

        CloseParagraph(isExplicit: false);
        _frames += HtmlElements.IsFrame(tag.Value) ? 1 : 0;
        if (tag.Value is "ol" or "ul")
        {
            _lists.Push(tag.Value == "ul" ? null : int.TryParse(tag.Attribute("start"), out var first) ? first : 1);
        }
        else if (tag.Value == "li" && _lists.TryPop(out var number))
        {
            _itemNumber = number is null ? "" : $"{number}. ";
            _lists.Push(number + 1);
        }
        else if (HtmlElements.HeadingLevel(tag.Value) is var level and > 0)
        {
            _headingLevel = level;
        }
    }

    private Refusal? End(HtmlToken tag)
    {
        switch (tag.Value)
        {
            case "title":
                _inTitle = false;
                break;
            case "table" when _tables.Count > 0:
                CloseTable();
                break;
            case "td" or "th" or "tr" or "tbody" or "thead" or "tfoot" when _tables.Count > 0:
                CloseCell();
                _tables.Peek().InHead &= tag.Value != "thead";
                break;
            case "ol" or "ul":
                CloseParagraph(isExplicit: false);
                _lists.TryPop(out _);
                break;
            default:
                if (HtmlElements.IsBlock(tag.Value))
                {
                    CloseParagraph(isExplicit: tag.Value is "p" or "div" or "li");
                    _frames = HtmlElements.IsFrame(tag.Value) ? Math.Max(0, _frames - 1) : _frames;
                }

                break;
        }

        return null;
    }

    /// <summary>A table inside a cell is part of its text; one as wide as a plan is a table of its own too.</summary>
    private void CloseTable()
    {
        CloseCell();
        var table = _tables.Pop().Build();
        if (!_tables.TryPeek(out var outer) || outer.OpenCell is not { } cell)
        {
            _blocks.AddRange(table.Rows.Count > 0 ? [table] : []);
            return;
        }

        if (table.Columns.Count >= WidthOfPlan)
        {
            _blocks.AddRange(outer.TakeBefore().Select(text => new Paragraph(text)));
            _blocks.Add(table with { IsInside = true });
        }

        foreach (var text in table.Rows.SelectMany(row => row.Cells).SelectMany(inner => inner.Paragraphs))
        {
            _budget.Keep(8);
            cell.Add(text);
        }

        outer.NoteInner(table.Columns.Count >= WidthOfPlan);
    }

    private void CloseCell()
    {
        CloseParagraph(isExplicit: false);
        _tables.Peek().CloseCell();
    }

    private void CloseParagraph(bool isExplicit)
    {
        var takesALine = isExplicit && _paragraph.TakesALine;
        var text = _paragraph.Take();
        var level = _headingLevel;
        var number = _itemNumber;
        if (text.Length == 0 && !takesALine)
        {
            return;
        }

        _budget.Keep(ParagraphBytes + text.Length * 2);
        _headingLevel = 0;
        _itemNumber = "";
        if (_tables.TryPeek(out var table) && table.OpenCell is { } cell)
        {
            cell.Add(number + text);
            _blocks.AddRange(table.IsBehindInner && text.Length > 0 ? [new Paragraph(number + text)] : []);
        }
        else if (text.Length > 0 && _frames == 0 && !HtmlFurniture.IsAll(text))
        {
            _blocks.Add(level > 0
                ? new Heading(level, number + text)
                : new Paragraph(number + text) { HadListNumber = number.Length > 0 });
        }
    }
}
