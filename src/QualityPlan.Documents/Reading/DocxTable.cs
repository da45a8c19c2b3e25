namespace QualityPlan.Documents.Reading;

/// <summary>Reads one table of a Word document with cells merged to the right and downwards.</summary>
internal sealed class DocxTable(PartReader part, ReadingBudget budget, DocxBody body)
{
    private readonly TableBuilder table = new(budget);
    private readonly InnerTables inner = new();
    private int headerRows;
    private int column;
    private int number;
    private bool rowBegun;

    /// <summary>The table, and the tables inside it.</summary>
    public IEnumerable<Block> Read()
    {
        ReadRows();
        return inner.Around(table.Build("", headerRows));
    }

    private void ReadRows()
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "w:tr": ReadRow(); break;
                case "w:sdt": DocxContentControl.Read(part, ReadRows); break;
                case "w:customXml" or "w:ins" or "w:moveTo": ReadRows(); break;
            }
        }
    }

    private void ReadRow()
    {
        number++;
        column = 0;
        rowBegun = false;
        var deleted = false;
        foreach (var name in part.Children())
        {
            if (name == "w:trPr")
            {
                deleted = ReadRowSettings();
            }
            else if (!deleted)
            {
                ReadCells(name);
            }
        }

        if (!deleted)
        {
            BeginRow(hidden: false);
        }
    }

    private void BeginRow(bool hidden)
    {
        if (!rowBegun)
        {
            table.BeginRow(number, hidden);
            rowBegun = true;
        }
    }

    /// <summary>True when the row was deleted with changes tracked.</summary>
    private bool ReadRowSettings()
    {
        var (deleted, hidden) = (false, false);
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "w:gridBefore": column = Math.Clamp(part.Integer("w:val", 0), 0, ReadingLimits.Columns); break;
                case "w:hidden": hidden = IsOn(); break;
                case "w:tblHeader" when IsOn() && headerRows == table.RowCount: headerRows++; break;
                case "w:del": deleted = true; break;
            }
        }

        if (!deleted)
        {
            BeginRow(hidden);
        }

        return deleted;
    }

    private bool IsOn() => part["w:val"] is not ("0" or "false" or "off");

    private void ReadCells(string name)
    {
        BeginRow(hidden: false);
        switch (name)
        {
            case "w:tc": ReadCell(); break;
            case "w:sdt": DocxContentControl.Read(part, ReadInnerCells); break;
            case "w:customXml" or "w:ins" or "w:moveTo": ReadInnerCells(); break;
        }
    }

    private void ReadInnerCells()
    {
        foreach (var name in part.Children())
        {
            ReadCells(name);
        }
    }

    private void ReadCell()
    {
        var merge = new CellMerge();
        var blocks = new List<Block>();
        body.ReadCell(blocks, () => merge = ReadCellSettings());
        inner.Add(column, blocks);
        if (merge.ContinuesLeft && column > 0)
        {
            table.MergeLeft();
        }
        else if (!merge.ContinuesUp || !table.MergeUp(column))
        {
            table.Add(new Cell(column, CellText.Of(blocks, budget)) { ColumnSpan = merge.Span, Fill = merge.Fill });
        }

        column += merge.Span;
        if (column > ReadingLimits.Columns)
        {
            throw new RefusedException(Refusals.OutOfRange(number));
        }
    }

    private CellMerge ReadCellSettings()
    {
        var merge = new CellMerge();
        foreach (var name in part.Children())
        {
            var value = part["w:val"];
            merge = name switch
            {
                "w:gridSpan" => merge with { Span = Math.Clamp(part.Integer("w:val", 1), 1, ReadingLimits.Columns + 1) },
                "w:vMerge" => merge with { ContinuesUp = value != "restart" },
                "w:hMerge" => merge with { ContinuesLeft = value != "restart" },
                "w:shd" => merge with { Fill = Fill(value) },
                _ => merge,
            };
        }

        return merge;
    }

    /// <summary>A pattern (pct25, diagStripe) over the colour counts as well.</summary>
    private string Fill(string? pattern)
    {
        var colour = CellFill.Of(part["w:fill"]);
        return pattern is null or "clear" or "nil" ? colour : CellFill.Of(pattern) + colour;
    }

    private readonly record struct CellMerge(bool ContinuesUp, bool ContinuesLeft)
    {
        public CellMerge() : this(false, false)
        {
        }

        public int Span { get; init; } = 1;

        public string Fill { get; init; } = "";
    }
}
