namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>A cell's text as OpenDocument paragraphs, with the white space that plain XML would lose.</summary>
internal static class OdsText
{
    public static void Write(OdsXml xml, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            xml.Start("text:p");
            WriteLine(xml, line);
            xml.End();
        }
    }

    private static void WriteLine(OdsXml xml, string line)
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

    private static void Flush(OdsXml xml, string line, int start, int end)
    {
        if (end > start)
        {
            xml.Text(start == 0 && end == line.Length ? line : line[start..end]);
        }
    }
}
