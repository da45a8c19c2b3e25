using QualityPlan.Documents;
using Shouldly;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>What stands in the cells of xlsx and ods, whatever people typed.</summary>
public sealed class SheetContentTests
{
    public static readonly TheoryData<Format> Formats = [Format.Xlsx, Format.Ods];

    public static readonly TheoryData<Format, string, string> Typed = new MatrixTheoryData(
        ("=1+1", "=1+1"), ("=HYPERLINK(\"http://example.org\",\"按我\")", "=HYPERLINK(\"http://example.org\",\"按我\")"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"), ("+886-2-23619132", "+886-2-23619132"), ("-1+2", "-1+2"),
        ("@SUM(A1:A9)", "@SUM(A1:A9)"), ("\t=1+1", "\t=1+1"), ("\r=1+1", "\n=1+1"), ("\n=1+1", "\n=1+1"),
        (" =1+1", " =1+1"), ("'=1+1", "'=1+1"), ("＝1+1", "＝1+1"),
        ("0912", "0912"), ("1/2", "1/2"), ("3-4", "3-4"), ("1E5", "1E5"), ("TRUE", "TRUE"), ("115/3/31", "115/3/31"),
        ("#REF!", "#REF!"), ("_x0041_", "_x0041_"), ("<b>&amp;</b> ]]>", "<b>&amp;</b> ]]>"), ("兩  格   空白 ", "兩  格   空白 "),
        ("第一行\r\n第二行\v第三行", "第一行\n第二行\n第三行"), ("響\u0007鈴\u0000\u001b", "響鈴"), ("𠮷野家的𨋢", "𠮷野家的𨋢"), ("龘\uE000", "龘\uE000"),
        ("半個\ud842字", "半個\ufffd字"), ("非字\uffff元", "非字元"), ("", ""));

    [Theory, MemberData(nameof(Typed))]
    public void What_people_typed_stays_text(Format format, string typed, string expected)
    {
        var sheet = SheetFile.Write(format, One(new Cell(0, typed), new Cell(1, "旁邊")))[0];

        var (row, _) = sheet.Find("旁邊");
        var cell = sheet.Cells[(row, 0)];
        cell.Text.ShouldBe(expected);
        cell.IsFormula.ShouldBeFalse();
        cell.Number.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Formats))]
    public void Titles_headings_and_sheet_names_are_text_too(Format format)
    {
        var document = new Document("=1+1", [new Heading(1, "+2"), new Paragraph("@3"), Table(new Cell(0, "-4")) with { Name = "=5" }])
        {
            Agency = "=機關",
            Footer = "=6",
        };

        var sheet = SheetFile.Write(format, document)[0];

        sheet.Cells.Values.ShouldNotContain(cell => cell.IsFormula || cell.Number != null);
        sheet.Name.ShouldBe("=5");
        new[] { "=機關", "=1+1", "+2", "@3", "-4" }.ShouldAllBe(text => sheet.Cells.Values.Any(cell => cell.Text == text));
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_number_is_written_only_where_the_document_says_so(Format format)
    {
        var sheet = SheetFile.Write(format, One(
            new Cell(0, "85") { Number = 85 }, new Cell(1, "85"), new Cell(2, "1,234.50 件") { Number = 1234.5m },
            new Cell(3, "85%") { Number = 0.85m }, new Cell(4, "約三成") { Number = 0.3m },
            new Cell(5, "12345678901234567") { Number = 12345678901234567m }))[0];

        var row = sheet.Heights.Count - 1;
        decimal?[] numbers = [.. Enumerable.Range(0, 6).Select(column => sheet.Cells[(row, column)].Number)];
        numbers.ShouldBe([85m, null, 1234.5m, 0.85m, 0.3m, null]);
        sheet[row, 5].ShouldBe("12345678901234567", "a double would round it");
    }

    [Theory, MemberData(nameof(Formats))]
    public void Every_cell_of_a_real_plan_arrives_where_it_belongs(Format format)
    {
        var document = PlanDocument.Of("ncl-100");
        var table = document.Tables.Single();

        var sheet = SheetFile.Write(format, document).Single();

        var above = sheet.Find("實施要項").Row;
        var repeated = 0;
        for (var row = 0; row < table.Rows.Count; row++)
        {
            foreach (var cell in table.Rows[row].Cells)
            {
                sheet[above + row, cell.Column].ShouldBe(cell.Text);
                repeated += PiecesBelow(sheet, (above + row, cell.Column), cell);
            }
        }

        repeated.ShouldBeGreaterThan(0, "ten pages cut some merged cells");
        sheet.Heights.Count.ShouldBe(above + 98);
        sheet.Cells.Values.Count(cell => cell.Text.Length > 0).ShouldBe(
            table.Rows.SelectMany(row => row.Cells).Count(cell => cell.Text.Length > 0) + 4 + repeated, "and nothing else but four lines above");
    }

    /// <summary>A merged cell covers its rows, in one piece or in several, each with the text again at the head of a page.</summary>
    private static int PiecesBelow(SheetFile sheet, (int Row, int Column) at, Cell cell)
    {
        var (pieces, row) = (0, at.Row);
        while (row < at.Row + cell.RowSpan)
        {
            if (row > at.Row)
            {
                pieces++;
                sheet[row, at.Column].ShouldBe("（續）" + cell.Text);
                sheet.PageStarts.ShouldContain(row);
            }
            row += sheet.Merges.Where(one => (one.Row, one.Column) == (row, at.Column)).Select(one => one.Rows).DefaultIfEmpty(1).Single();
        }

        row.ShouldBe(at.Row + cell.RowSpan);
        return pieces;
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_text_longer_than_a_cell_may_hold_is_cut_and_says_so_in_xlsx_alone(Format format)
    {
        var sheet = SheetFile.Write(format, One(new Cell(0, new string('長', 40_000))))[0];

        var text = sheet.Cells.Values.Single(cell => cell.Text.StartsWith('長')).Text;
        if (format == Format.Xlsx)
        {
            text.Length.ShouldBe(32_767);
            text.ShouldEndWith("（超過試算表儲存格字數上限，以下省略）");
        }
        else
        {
            text.Length.ShouldBe(40_000);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void Cells_that_claim_the_same_place_do_not_damage_the_file(Format format)
    {
        var table = new Table([new(50), new(50), new(50)],
        [
            new([new Cell(0, "甲") { RowSpan = 9, ColumnSpan = 9 }]),
            new([new Cell(1, "乙") { RowSpan = 2, ColumnSpan = 2 }]),
            new([new Cell(0, "丙") { ColumnSpan = 3 }]),
        ]);

        var sheet = SheetFile.Write(format, new Document("表", [table]))[0];

        new[] { "甲", "乙", "丙" }.ShouldAllBe(text => sheet.Cells.Values.Any(cell => cell.Text == text));
        var places = sheet.Merges.SelectMany(merge =>
            from row in Enumerable.Range(merge.Row, merge.Rows)
            from column in Enumerable.Range(merge.Column, merge.Columns)
            select (row, column)).ToList();
        places.Distinct().Count().ShouldBe(places.Count);
        places.Max(place => place.row).ShouldBeLessThan(sheet.Heights.Count);
    }

    private static Document One(params Cell[] cells) => new("測試", [Table(cells)]);

    private static Table Table(params Cell[] cells) => new([.. cells.Select(_ => new Column(40))], [new Row(cells)]);

    private sealed class MatrixTheoryData : TheoryData<Format, string, string>
    {
        public MatrixTheoryData(params (string Typed, string Expected)[] rows)
        {
            foreach (var (typed, expected) in rows)
            {
                Add(Format.Xlsx, typed, expected);
                Add(Format.Ods, typed, expected);
            }
        }
    }
}
