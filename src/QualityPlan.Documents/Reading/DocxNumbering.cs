using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>Counts the automatic list numbers (自動編號) of a Word document as they would be printed.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, DocxList> lists = [];
    private readonly Dictionary<int, DocxListUse> uses = [];

    private DocxNumbering()
    {
    }

    public static DocxNumbering Read(GuardedPackage package, string? part, DocxStyles styles)
    {
        var result = new DocxNumbering();
        using var reader = part is null ? null : package.Part(part);
        if (reader?.Root("w:numbering") != true)
        {
            return result;
        }

        foreach (var name in reader.Children())
        {
            if (name == "w:abstractNum")
            {
                result.lists[reader.Integer("w:abstractNumId", -1)] = DocxList.Read(reader);
            }
            else if (name == "w:num")
            {
                result.uses[reader.Integer("w:numId", 0)] = DocxListUse.Read(reader);
            }
        }

        result.FollowStyles(styles);
        return result;
    }

    /// <summary>The level a style stands on in a list when the style itself does not tell.</summary>
    public int LevelOf(int number, string? style)
    {
        var list = uses.TryGetValue(number, out var use) ? lists.GetValueOrDefault(use.List) : null;
        var level = list?.Levels.FindIndex(one => style is not null && one?.Style == style) ?? 0;
        return Math.Max(0, level);
    }

    /// <summary>Counts one paragraph of a list and gives its number as printed; empty for bullets and unknown lists.</summary>
    public string Next(int number, int level)
    {
        if (level is < 0 or >= Levels || !uses.TryGetValue(number, out var use) || !lists.TryGetValue(use.List, out var list))
        {
            return "";
        }

        if (use.TakeStart(level) is { } start)
        {
            list.Counters[level] = start - 1;
        }

        list.Counters[level] = (list.Counters[level] ?? LevelAt(use, list, level).Start - 1) + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            var restart = LevelAt(use, list, deeper).Restart;
            list.Counters[deeper] = restart is null || level < restart ? null : list.Counters[deeper];
        }

        return Label(use, list, level);
    }

    private static DocxLevel LevelAt(DocxListUse use, DocxList list, int level) =>
        use.Levels.GetValueOrDefault(level) ?? list.Levels[level] ?? DocxLevel.Unknown;

    private static string Label(DocxListUse use, DocxList list, int level)
    {
        var here = LevelAt(use, list, level);
        if (here.Format == "bullet")
        {
            return "";
        }

        var label = new StringBuilder(here.Text);
        for (var i = 0; i < Levels; i++)
        {
            var place = $"%{i + 1}";
            if (here.Text.Contains(place, StringComparison.Ordinal))
            {
                var one = LevelAt(use, list, i);
                label.Replace(place, DocxLevel.Print(list.Counters[i] ?? one.Start, here.Legal ? "decimal" : one.Format));
            }
        }

        return label.ToString();
    }

    /// <summary>A list may only name a list style, whose paragraph settings then name the list that counts.</summary>
    private void FollowStyles(DocxStyles styles)
    {
        foreach (var use in uses.Values)
        {
            if (lists.GetValueOrDefault(use.List)?.StyleLink is { } style
                && styles.List(style) is { } target
                && uses.TryGetValue(target.Number, out var real))
            {
                use.List = real.List;
            }
        }
    }
}
