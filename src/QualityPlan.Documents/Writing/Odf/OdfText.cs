namespace QualityPlan.Documents.Writing.Odf;

/// <summary>A cell's text as OpenDocument paragraphs, with the white space that plain XML would lose.</summary>
internal static class OdfText
{
    /// <summary>A paragraph per line, as a spreadsheet's cell has them.</summary>
    public static void Write(OdfXml xml, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            xml.Start("text:p");
            WriteLine(xml, line);
            xml.End();
        }
    }

    /// <summary>The content of one paragraph, its line ends kept as breaks.</summary>
    public static void WriteInside(OdfXml xml, string text)
    {
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0)
            {
                xml.Start("text:line-break").End();
            }

            WriteLine(xml, lines[index]);
        }
    }

    private static void WriteLine(OdfXml xml, string line)
    {
        var start = 0;
        for (var index = 0; index < line.Length;)
        {
            if (line[index] == '\t')
            {
                Flush(xml, line, start, index);
                xml.Start("text:tab").End();
                start = ++index;
                continue;
            }

            var spaces = Spaces(line, index);
            if (spaces > 1 || spaces == 1 && (index == 0 || index == line.Length - 1))
            {
                Flush(xml, line, start, index);
                xml.Start("text:s").Attribute("text:c", spaces).End();
                start = index + spaces;
            }

            index += Math.Max(1, spaces);
        }

        Flush(xml, line, start, line.Length);
    }

    private static int Spaces(string line, int from)
    {
        var end = from;
        while (end < line.Length && line[end] == ' ')
        {
            end++;
        }

        return end - from;
    }

    private static void Flush(OdfXml xml, string line, int start, int end)
    {
        if (end > start)
        {
            xml.Text(start == 0 && end == line.Length ? line : line[start..end]);
        }
    }
}
