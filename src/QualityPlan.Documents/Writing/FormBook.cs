namespace QualityPlan.Documents.Writing;

/// <summary>離線填報檔: a workbook to be filled in away from the site. Locked but for its boxes, without macros.</summary>
public sealed record FormBook(string Title, IReadOnlyList<FormSheet> Sheets);

/// <summary>A sheet (工作表) of a form: its title, notes on how to fill it in, a heading row, the rows.</summary>
public sealed record FormSheet(string Name, IReadOnlyList<FormColumn> Columns, IReadOnlyList<FormRow> Rows)
{
    /// <summary>Lines above the heading row; a hidden sheet has none.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The sheet is not shown: it keeps what the site needs to take the file in again.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A column (欄); width in millimetres, 0 for one that is not shown. Its cells are locked unless it has a box.</summary>
public sealed record FormColumn(string Heading, double Width)
{
    public FormBox? Box { get; init; }
}

/// <summary>A row (列): one text for each column.</summary>
public sealed record FormRow(IReadOnlyList<string> Cells)
{
    /// <summary>Columns, counted from 0, that stay locked in this row though they have a box.</summary>
    public IReadOnlyList<int> Closed { get; init; } = [];
}

/// <summary>What may be written into the cells of a column (填寫欄), and the sentence that says so.</summary>
public abstract record FormBox(string Hint);

/// <summary>One of a few words (下拉選單); no word may hold a comma or a quotation mark.</summary>
public sealed record ChoiceBox(string Hint, IReadOnlyList<string> Words) : FormBox(Hint);

/// <summary>A whole number (整數), both ends included.</summary>
public sealed record NumberBox(string Hint, int Least, int Most) : FormBox(Hint);

/// <summary>Words (文字) of at most so many characters.</summary>
public sealed record TextBox(string Hint, int Most) : FormBox(Hint);
