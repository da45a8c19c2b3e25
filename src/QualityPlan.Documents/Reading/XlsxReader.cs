namespace QualityPlan.Documents.Reading;

/// <summary>Reads an Excel workbook (.xlsx): each sheet becomes a table with its name.</summary>
internal static class XlsxReader
{
    public static Document Read(GuardedPackage package)
    {
        var root = Relationships.Of(package, "");
        var main = root.Kind("officeDocument") ?? "xl/workbook.xml";
        var parts = Relationships.Of(package, main);
        var book = XlsxBook.Read(package, main);
        var strings = XlsxStrings.Read(package, parts.Kind("sharedStrings"));
        var formats = XlsxFormats.Read(package, parts.Kind("styles"), book.CountsFrom1904);
        var blocks = new List<Block>();
        foreach (var sheet in book.Sheets)
        {
            if (parts.Id(sheet.Id, "worksheet") is { } part)
            {
                using var reader = package.RequiredPart(part);
                var table = new XlsxSheet(reader, package.Budget, strings, formats).Read(sheet.Name);
                blocks.Add(table with { IsHidden = sheet.IsHidden });
            }
        }

        return DocumentTitle.Give(blocks, "", DocxReader.PropertiesTitle(package, root.Kind("core-properties")));
    }
}

/// <summary>The sheets of a workbook in their order, and from when it counts days.</summary>
internal sealed class XlsxBook
{
    public List<(string Name, string? Id, bool IsHidden)> Sheets { get; } = [];

    public bool CountsFrom1904 { get; private set; }

    public static XlsxBook Read(GuardedPackage package, string part)
    {
        var book = new XlsxBook();
        using var reader = package.RequiredPart(part);
        if (!reader.Root("x:workbook"))
        {
            throw new RefusedException(Refusals.Damaged);
        }

        foreach (var name in reader.Children())
        {
            if (name == "x:workbookPr")
            {
                book.CountsFrom1904 = reader["date1904"] is "1" or "true";
            }
            else if (name == "x:sheets")
            {
                book.ReadSheets(reader);
            }
        }

        return book;
    }

    private void ReadSheets(PartReader reader)
    {
        foreach (var name in reader.Children())
        {
            if (name == "x:sheet")
            {
                Sheets.Add((reader["name"] ?? "", reader["r:id"], reader["state"] is "hidden" or "veryHidden"));
            }
        }
    }
}
