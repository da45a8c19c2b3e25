using System.Text;

namespace QualityPlan.UnitTests.Reading;

/// <summary>Html and plain text made to break a reader, like <see cref="HostileFiles"/>.</summary>
internal static class HostileTexts
{
    public static readonly IReadOnlyDictionary<string, (string FileName, Func<byte[]> Make, string Code)> All =
        new Dictionary<string, (string, Func<byte[]>, string)>
        {
            ["html nested deep"] = ("a.html", () => Text("<div>", 100_000), "FILE-DEPTH"),
            ["html of unknown tags nested deep"] = ("a.htm", () => Text("<x>", 100_000), "FILE-DEPTH"),
            ["html tables in tables"] = ("a.html", () => Text("<table><tr><td>", 100_000), "FILE-DEPTH"),
            ["html of two million paragraphs"] = ("a.html", () => Text("<p>x", 2_000_000), "FILE-DEPTH"),
            ["html of two million empty cells"] = ("a.html", () => Text("<table><tr><td><td><td><td></table>", 280_000), "FILE-AREA"),
            ["html of many short cells"] = ("a.html", () => Text("<tr>" + new string('-', 4) + string.Concat(Enumerable.Repeat("<td>x", 100)), 19_000, "<table>"), "FILE-DEPTH"),
            ["html of too many rows"] = ("a.html", () => Text("<tr><td>x", 20_001, "<table>"), "FILE-AREA"),
            ["html of too many columns"] = ("a.html", () => Text("<td>x", 201, "<table><tr>"), "FILE-AREA"),
            ["html of wide and tall cells"] = ("a.html", () => Text("<tr><td rowspan=60000 colspan=1000>x", 100_000, "<table>"), "FILE-AREA"),
            ["html of eleven megabytes"] = ("a.html", () => Text("<p>", 4_000_000), "FILE-SIZE"),
            ["html without a tag"] = ("a.html", () => Text("推動作法", 10), "FILE-MISMATCH"),
            ["html with zero bytes"] = ("a.html", () => Text("<p>\0", 10), "FILE-MISMATCH"),
            ["html in no encoding"] = ("a.html", () => [.. "<p>"u8, 0xFF, 0xFE, 0xFD, 0x80, 0x81], "FILE-ENCODING"),
            ["text with zero bytes"] = ("a.txt", () => Text("a\0\t", 10), "FILE-MISMATCH"),
            ["text in no encoding"] = ("a.txt", () => [0x41, 0x09, 0xFF, 0xFD, 0x80], "FILE-ENCODING"),
            ["text of too many rows"] = ("a.txt", () => Text("a\tb\n", 20_001), "FILE-AREA"),
            ["text of too many columns"] = ("a.txt", () => Text("a\t", 300), "FILE-AREA"),
            ["text of blanks"] = ("a.txt", () => Text(" \n", 10), "FILE-EMPTY"),
            ["text of a line of three million letters"] = ("a.txt", () => Text("字", 3_000_000), "FILE-DEPTH"),
            ["text of too many lines"] = ("a.txt", () => Text("字\n", 20_001), "FILE-AREA"),
            ["csv of nothing"] = ("a.csv", () => [], "FILE-EMPTY"),
            ["csv of blanks"] = ("a.csv", () => Text(" \r\n", 10), "FILE-EMPTY"),
            ["csv with zero bytes"] = ("a.csv", () => Text("a\0,", 10), "FILE-MISMATCH"),
            ["csv in no encoding"] = ("a.csv", () => [0x41, 0x2C, 0xFF, 0xFD, 0x80], "FILE-ENCODING"),
            ["csv of too many rows"] = ("a.csv", () => Text("a,b\r\n", 20_001), "FILE-AREA"),
            ["csv of 201 columns"] = ("a.csv", () => Text("a,", 200), "FILE-AREA"),
            ["csv of 201 empty columns"] = ("a.csv", () => Text(",", 201), "FILE-AREA"),
            ["csv of a cell of three million letters"] = ("a.csv", () => Text("字", 3_000_000, "a,"), "FILE-DEPTH"),
            ["csv of a quoted cell of three million letters"] = ("a.csv", () => Text("字", 3_000_000, "a,\""), "FILE-DEPTH"),
            ["csv of four million cells"] = ("a.csv", () => Text(string.Concat(Enumerable.Repeat("a,", 199)) + "a\n", 20_000), "FILE-DEPTH"),
            ["csv of eleven megabytes"] = ("a.csv", () => Text("a,b\n", 2_900_000), "FILE-SIZE"),
            ["old workbook named csv"] = ("a.csv", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500], .. Encoding.Unicode.GetBytes("Workbook\0")], "FILE-OLD-FORMAT"),
            ["docx named csv"] = ("a.csv", () => RawZip.Of(new RawPart("a.txt", "x")), "FILE-MISMATCH"),
            ["old workbook named txt"] = ("a.txt", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500], .. Encoding.Unicode.GetBytes("Workbook\0")], "FILE-OLD-FORMAT"),
        };

    /// <summary>Made without a copy as text: the tests that count memory have these files in it too.</summary>
    private static byte[] Text(string part, int times, string before = "")
    {
        var (head, one) = (Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(part));
        var bytes = new byte[head.Length + (one.Length * times)];
        head.CopyTo(bytes, 0);
        for (var at = head.Length; at < bytes.Length; at += one.Length)
        {
            one.CopyTo(bytes, at);
        }

        return bytes;
    }
}
