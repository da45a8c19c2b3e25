using System.Text;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>
/// Gives each sheet of one workbook a name that Excel, Calc and LibreOffice accept: at most 31 UTF-16 units,
/// none of <c>[ ] : * ? / \</c>, no apostrophe at either end, not 「History」, and no two alike.
/// </summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string wanted)
    {
        var name = Clean(wanted);
        if (name.Length == 0)
        {
            name = $"工作表{taken.Count + 1}";
        }

        var free = Cut(name, Longest);
        for (var number = 2; !taken.Add(free); number++)
        {
            var mark = $" ({number})";
            free = Cut(name, Longest - mark.Length) + mark;
        }

        return free;
    }

    private static string Clean(string wanted)
    {
        var name = new StringBuilder();
        foreach (var rune in XmlText.Clean(wanted).EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !(rune.IsAscii && "[]:*?/\\".Contains((char)rune.Value)))
            {
                name.Append(rune.ToString());
            }
            else if (name.Length > 0 && name[^1] != ' ')
            {
                name.Append(' ');
            }
        }

        var clean = Cut(name.ToString().Trim(' ', '\''), Longest);
        return clean.Equals("History", StringComparison.OrdinalIgnoreCase) ? clean + "_" : clean;
    }

    private static string Cut(string name, int length)
    {
        if (name.Length <= length)
        {
            return name;
        }

        var end = char.IsHighSurrogate(name[length - 1]) ? length - 1 : length;
        return name[..end].TrimEnd(' ', '\'');
    }
}
