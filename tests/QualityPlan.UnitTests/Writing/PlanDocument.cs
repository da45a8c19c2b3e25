using System.Text.Json;
using QualityPlan.Documents;
using QualityPlan.UnitTests.Reading;

namespace QualityPlan.UnitTests.Writing;

/// <summary>A real plan as the five-column table it is printed as, 實施要項 and 執行項目 merged downwards.</summary>
internal static class PlanDocument
{
    public static readonly string[] Headings = ["實施要項", "執行項目", "推動作法", "完成期限", "承辦單位"];

    public static Document Of(string plan, int copies = 1)
    {
        var rows = Enumerable.Repeat(Samples.Rows(plan), copies).SelectMany(each => each).ToList();
        var table = new Table([new(32), new(42), new(123), new(38), new(32)], [Header(), .. Body(rows)])
        {
            Name = "計畫表",
            HeaderRows = 1,
        };
        return new Document(Samples.Title(plan), [new Heading(1, "伍、執行方法"), table])
        {
            Agency = "國家圖書館",
            PrintedOn = "115年3月31日",
            Footer = "雜湊值 3f2b & 核章版",
        };
    }

    public static Row Header() => new([.. Headings.Select((text, column) => new Cell(column, text) { Look = CellLook.Header })]);

    private static IEnumerable<Row> Body(List<JsonElement> rows)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            var cells = new List<Cell>();
            if (Begins(rows, index, Area))
            {
                cells.Add(new Cell(0, Area(rows[index])) { RowSpan = Length(rows, index, Area) });
            }

            if (Begins(rows, index, Item))
            {
                cells.Add(new Cell(1, rows[index].GetProperty("item").GetString()!) { RowSpan = Length(rows, index, Item) });
            }

            cells.Add(new Cell(2, $"{rows[index].GetProperty("no").GetString()} {rows[index].GetProperty("approach").GetString()}"));
            cells.Add(new Cell(3, rows[index].GetProperty("deadline").GetString() ?? ""));
            cells.Add(new Cell(4, string.Join('、', rows[index].GetProperty("units").EnumerateArray().Select(unit => unit.GetString()))));
            yield return new Row(cells);
        }
    }

    private static string Area(JsonElement row) => row.GetProperty("area").GetString()!;

    private static string Item(JsonElement row) => Area(row) + row.GetProperty("sub_area").GetString() + row.GetProperty("item").GetString();

    private static bool Begins(List<JsonElement> rows, int index, Func<JsonElement, string> key) =>
        index == 0 || key(rows[index - 1]) != key(rows[index]);

    private static int Length(List<JsonElement> rows, int index, Func<JsonElement, string> key) =>
        rows.Skip(index).TakeWhile(row => key(row) == key(rows[index])).Count();
}
