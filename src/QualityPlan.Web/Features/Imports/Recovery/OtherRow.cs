using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Rows of a plan table that hold no measures: headings from edge to edge, sums, notes, lines to sign.</summary>
internal static partial class OtherRow
{
    /// <summary>
    /// The text of a row that is one cell over most columns, or a single numbered heading in a column that holds
    /// no text of the plan; null for any other row.
    /// </summary>
    public static string? Band(TableGrid grid, int row, PlanColumns columns)
    {
        if (grid.Width < 2 || grid.Beginning(row) is not [var only])
        {
            return null;
        }

        var first = Enumerable.Range(0, grid.Width).First(column => !grid.IsMergedWithRowAbove(row, column) && !string.IsNullOrWhiteSpace(columns.TextAt(column)) || column >= only.Column);
        var isWide = only.Column <= first && only.ColumnSpan > 1 && only.ColumnSpan * 2 > columns.Named;
        var text = HeadingCell.Tidy(Folding.Glue(only.Paragraphs));
        var isLone = columns.FieldAt(only.Column) is null or PlanField.No && (IsNamedArea(text) || PrintedNumber.Split(text).Number?.Rank < PrintedNumber.NoRank);
        return isWide || isLone || IsOverItems(grid, row, columns) ? text : null;
    }

    /// <summary>
    /// A 一、 alone where items stand, in a table without a column of areas, and the next row begins with an item of its own:
    /// an 實施要項 that was not merged from edge to edge.
    /// </summary>
    private static bool IsOverItems(TableGrid grid, int row, PlanColumns columns)
    {
        if (columns.Has(PlanField.Area) || grid.Beginning(row) is not [var only] || columns.FieldAt(only.Column) != PlanField.Item || row + 1 >= grid.Height)
        {
            return false;
        }

        var number = PrintedNumber.Split(HeadingCell.Tidy(Folding.Glue(only.Paragraphs))).Number;
        var below = grid.Beginning(row + 1);
        var item = below.Count > 1 && below[0].Column == only.Column ? HeadingCell.Tidy(Folding.Glue(below[0].Paragraphs)) : "";
        return number?.Rank <= PrintedNumber.LowestAreaRank && item.Length > 0 && PrintedNumber.Split(item).Number?.IsSameListAs(number) != true;
    }

    /// <summary>The text of a row below the measures (合計, 備註, 承辦人), or null.</summary>
    public static string? Foot(TableGrid grid, int row)
    {
        var cells = grid.Beginning(row);
        return cells.Count > 0 && FootWord().IsMatch(Folding.WithoutBlanks(cells[0].Text))
            ? string.Join(' ', cells.Select(cell => Folding.Glue(cell.Paragraphs)))
            : null;
    }

    /// <summary>「構面一：基礎服務」: says itself that it is an 實施要項.</summary>
    public static bool IsNamedArea(string text) => NamedArea().IsMatch(text);

    [GeneratedRegex(@"^(?:實施|推動|服務)?(?:構面|面向|要項|主軸|策略|目標|類別|要領)\s*(?:[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾甲乙丙丁A-Z]|\d){1,3}\s*[:：、.．\s]")]
    private static partial Regex NamedArea();

    [GeneratedRegex(@"^(?:.{0,12}(?:小計|合計|總計|共計)[:：]?.{0,8}$|(?:備註|附註|註)(?:[:：\d一二三(（、.]|$)|填表|製表|承辦人員?(?:[:：]|$)|單位主管|機關首長|核章|審核|覆核|主管(?:[:：]|$)|說明[:：])")]
    private static partial Regex FootWord();
}
