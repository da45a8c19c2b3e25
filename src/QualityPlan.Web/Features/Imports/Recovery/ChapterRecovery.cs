using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Finds the title and the chapters (壹、計畫依據 …) among the headings and paragraphs around the table.</summary>
internal static partial class ChapterRecovery
{
    /// <summary>
    /// A heading of level 1 or else a line before the chapters that names a plan of a year, else any such heading, else a short
    /// line that names a plan, else the file's own title. <paramref name="planTables"/>: null for the first table, whatever it is.
    /// </summary>
    public static string Title(Document document, string titleAboveTable, IReadOnlySet<Table>? planTables = null)
    {
        var lines = document.Blocks.TakeWhile(block => block is not Table table || planTables?.Contains(table) == false).Select(TextOf).Where(text => text.Length > 0)
            .TakeWhile(text => !FormalChapter().IsMatch(text)).ToList();
        var heading = document.Blocks.OfType<Heading>().Where(heading => heading.Level == 1).Select(TextOf).FirstOrDefault(text => text.Length > 0 && !PlanTitle.IsNumbered(text)) ?? "";
        var title = lines.IndexOf(heading) is var at and > 0 ? PlanTitle.WithLinesAbove(lines, at) : heading;
        return new[]
        {
            PlanTitle.IsFull(title) ? title : "", PlanTitle.FirstOf(lines, PlanTitle.IsFull), PlanTitle.IsFull(titleAboveTable) ? titleAboveTable : "",
            title, titleAboveTable, PlanTitle.FirstOf(lines, PlanTitle.IsOne), Folding.Fold(document.Title),
        }.FirstOrDefault(text => text.Length > 0) ?? "";
    }

    public static List<ChapterReading> Chapters(Document document, IReadOnlySet<Table> planTables, IReadOnlySet<Block> captions, IReadOnlySet<string> headings)
    {
        if (SheetProse.Of(document, headings) is { Count: > 0 } prose)
        {
            document = document with { Blocks = prose };
        }

        var isChapter = ChapterTest(document, captions);
        var chapters = new List<(string Number, string Title, List<string> Paragraphs)>();
        var caption = -1;
        foreach (var block in document.Blocks.Where(block => !captions.Contains(block)))
        {
            var text = TextOf(block);
            if (block is Table table && planTables.Contains(table))
            {
                DropCaption(chapters, ref caption);
            }
            else if (text.Length > 0 && isChapter(block, text))
            {
                chapters.Add(Open(text));
            }
            else if (text.Length > 0 && chapters.Count > 0)
            {
                chapters[^1].Paragraphs.Add(text);
            }
        }

        return chapters.ConvertAll(chapter => new ChapterReading(chapter.Number, chapter.Title, chapter.Paragraphs));
    }

    /// <summary>「六、計畫內容、職掌分工：」 directly over the first table only announces it.</summary>
    private static void DropCaption(List<(string Number, string Title, List<string> Paragraphs)> chapters, ref int tables)
    {
        if (++tables == 0 && chapters is [.., { Paragraphs: [.., var last] paragraphs }] && last[^1] is '：' or ':')
        {
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }
    }

    /// <summary>壹、 wherever it is used; else the headings below the title; else short lines 一、計畫依據.</summary>
    private static Func<Block, string, bool> ChapterTest(Document document, IReadOnlySet<Block> captions)
    {
        var texts = document.Blocks.Where(block => block is not Table && !captions.Contains(block)).Select(block => (Block: block, Text: TextOf(block))).ToList();
        if (texts.Exists(pair => pair.Text.Length < 80 && FormalChapter().IsMatch(pair.Text)))
        {
            return (_, text) => FormalChapter().IsMatch(text);
        }

        var levels = texts.Select(pair => pair.Block).OfType<Heading>().Where(heading => heading.Level > 1).ToList();
        if (levels.Count > 0)
        {
            var level = levels.Min(heading => heading.Level);
            return (block, _) => block is Heading heading && heading.Level == level;
        }

        return (_, text) => ShortChapter().IsMatch(text);
    }

    /// <summary>A chapter by its first line and what follows.</summary>
    internal static ChapterReading Chapter(string line, IEnumerable<string> following)
    {
        var (number, title, paragraphs) = Open(line);
        return new ChapterReading(number, title, [.. paragraphs, .. following]);
    }

    private static (string Number, string Title, List<string> Paragraphs) Open(string text)
    {
        var match = Numbered().Match(text);
        var rest = match.Groups["rest"].Value;
        var colon = rest.IndexOfAny(['：', ':']);
        var title = colon is > 0 and < 20 ? rest[..colon] : rest;
        var body = colon is > 0 and < 20 ? rest[(colon + 1)..].Trim() : "";
        return (match.Groups["number"].Value, title.Trim(), body.Length > 0 ? [body] : []);
    }

    private static string TextOf(Block block) => block switch
    {
        Heading heading => Folding.Glue(heading.Text.Split('\n')),
        Paragraph paragraph => Folding.Glue(paragraph.Text.Split('\n')),
        _ => "",
    };

    /// <summary>Whether a line opens a chapter in the formal numbers 壹、貳、.</summary>
    internal static bool OpensFormalChapter(string text) => FormalChapter().IsMatch(text);

    [GeneratedRegex("^[壹貳貮參叁肆伍陸柒捌玖拾]{1,3}、")]
    private static partial Regex FormalChapter();

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、[^。，,；;]{2,12}(?:[：:]|$)")]
    private static partial Regex ShortChapter();

    [GeneratedRegex("^(?:(?<number>[壹貳貮參叁肆伍陸柒捌玖拾]{1,3}|[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.．]\\s*)?(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Numbered();
}
