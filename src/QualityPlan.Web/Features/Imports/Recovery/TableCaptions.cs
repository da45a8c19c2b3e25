using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>A heading printed above a table instead of inside it.</summary>
internal sealed record TableCaption(PlanField Level, string Text);

/// <summary>
/// Finds the headings above the tables of a plan that prints one table for each 實施要項: lines of a kind
/// (一、, (一), heading 2) that stand above more than one table, or above the only one below chapters of another kind.
/// They may stand inside the table, from edge to edge above its header row.
/// </summary>
internal sealed partial class TableCaptions
{
    private const int LongestCaption = 60;
    private static readonly PlanField[] Levels = [PlanField.Area, PlanField.SubArea, PlanField.Item];
    private readonly Dictionary<Table, IReadOnlyList<TableCaption>> _ofTable = new(ReferenceEqualityComparer.Instance);

    /// <summary>The paragraphs and headings used; they are no part of a chapter.</summary>
    public HashSet<Block> Blocks { get; } = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<TableCaption> Of(Table table) => _ofTable.GetValueOrDefault(table) ?? [];

    /// <summary><paramref name="headers"/>: the columns of each plan table with a header row of its own.</summary>
    public static TableCaptions Find(Document document, IReadOnlyDictionary<Table, PlanColumns> headers, IReadOnlyDictionary<Table, TableGrid> grids, UnitsAbove units)
    {
        var captions = new TableCaptions();
        var above = Candidates(document with { Blocks = [.. document.Blocks.Where(block => !units.Blocks.Contains(block))] }, headers, grids);
        above.ForEach(one => one.Lines.RemoveAll(line => line.Block is null && units.IsUsed(one.Table, line.Text)));
        var kinds = Kinds(document, above, headers.Count);
        foreach (var (table, lines) in above)
        {
            var used = lines.Where(line => kinds.Contains(line.Kind)).ToList();
            captions._ofTable[table] = used.ConvertAll(line => new TableCaption(Levels[Math.Min(kinds.IndexOf(line.Kind), Levels.Length - 1)], line.Text))
                .FindAll(caption => caption.Level != PlanField.Item || !headers[table].Has(PlanField.Item));
            captions.Blocks.UnionWith(used.Select(line => line.Block).OfType<Block>());
        }

        return captions;
    }

    /// <summary>The short lines directly above each table that has no column of 實施要項, from the top down.</summary>
    private static List<(Table Table, List<Line> Lines)> Candidates(
        Document document, IReadOnlyDictionary<Table, PlanColumns> headers, IReadOnlyDictionary<Table, TableGrid> grids)
    {
        var found = new List<(Table, List<Line>)>();
        var pending = new List<Line>();
        foreach (var block in document.Blocks.Where(block => block is not PageBreak))
        {
            if (block is Table table)
            {
                if (headers.TryGetValue(table, out var columns) && !columns.Has(PlanField.Area))
                {
                    pending.AddRange(Inside(grids[table], columns.HeaderRow));
                    pending.RemoveAll(line => line.Kind == Line.Plain && !ReferenceEquals(line, pending[^1]));
                    found.Add((table, pending));
                }

                pending = [];
            }
            else
            {
                var line = Line.Of(block);
                pending = line is null || line.IsFormal ? [] : pending;
                pending.AddRange(line is null ? [] : [line]);
            }
        }

        return found;
    }

    /// <summary>The rows of one text above the header row, but for title, agency, year, unit and day.</summary>
    private static List<Line> Inside(TableGrid grid, int headerRow)
    {
        var lines = Enumerable.Range(0, Math.Max(0, headerRow)).Select(row => grid.Beginning(row) is [var only] ? Line.OfRow(only) : null).OfType<Line>().ToList();
        var isProse = lines.Count(line => line.IsFormal) > 1;
        return lines.FindAll(line => !(isProse && line.IsFormal));
    }

    /// <summary>壹、 heads chapters; above more than one table of the plan it heads those, and above the only one in a sheet without chapters.</summary>
    private static List<string> Kinds(Document document, List<(Table Table, List<Line> Lines)> above, int tables)
    {
        var lines = above.SelectMany(one => one.Lines).ToList();
        var common = lines.GroupBy(line => line.Kind).Where(kind => kind.Select(line => line.Text).Distinct().Count() > 1).Select(kind => kind.Key);
        var isOnly = tables == 1 && document.Blocks.Any(block => Line.IsFormalChapter(Line.TextOf(block)));
        var mayBeFormal = SheetProse.Of(document, new HashSet<string>(lines.Where(line => line.Block is null).Select(line => line.Text))).Count == 0;
        var lone = lines.Where(line => (isOnly || line.Block is null) && line.Kind.StartsWith('N') && !line.Announces && (!line.IsFormal || (line.Block is null && mayBeFormal))).Select(line => line.Kind);
        return [.. common.Concat(lone).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A line above a table; kinds sort from the highest level down: headings, then numbers, then plain text.</summary>
    private sealed partial record Line(Block? Block, string Kind, string Text, bool Announces)
    {
        public const string Plain = "Z";

        public bool IsFormal => Kind == "N0";

        /// <summary>The line, or null when it is none that may head a table: too long, a sentence, the name of a table, a title.</summary>
        public static Line? Of(Block block)
        {
            var text = HeadingCell.Tidy(TextOf(block));
            if (text.Length is < 2 or > LongestCaption || text[^1] is '。' or '；' || IsTitle(block) || Aside().IsMatch(text) || (IsFormalChapter(text) && TableName().IsMatch(text)))
            {
                return null;
            }

            return Of(block, text);
        }

        /// <summary>The same for a row above the header row of a table, where titles, agencies and days stand as well.</summary>
        public static Line? OfRow(Cell cell)
        {
            var text = HeadingCell.Tidy(Folding.Glue(cell.Paragraphs));
            var isNone = text.Length is < 2 or > LongestCaption || text[^1] is '。' or '；' || Aside().IsMatch(text) || TableName().IsMatch(text);
            var line = isNone ? null : Of(null, text);
            return line?.Kind == Plain && (PlanTitle.IsOne(text) || HeadNote().IsMatch(text)) ? null : line;
        }

        private static Line Of(Block? block, string text)
        {
            var rank = PrintedNumber.Split(text).Number?.Rank ?? PrintedNumber.NoRank;
            var kind = rank < PrintedNumber.NoRank ? $"N{rank}" : block is Heading heading ? $"H{heading.Level:00}" : OtherRow.IsNamedArea(text) || LabelledArea().IsMatch(text) ? "N2" : Plain;
            return new Line(block, kind, text.TrimEnd('：', ':'), text[^1] is '：' or ':');
        }

        public static bool IsFormalChapter(string text) => FormalChapter().IsMatch(text);

        public static string TextOf(Block block) => block switch
        {
            Heading heading => Folding.Glue(heading.Text.Split('\n')),
            Paragraph paragraph => Folding.Glue(paragraph.Text.Split('\n')),
            _ => "",
        };

        /// <summary>「二、執行計畫表」 names the table below it, not an 實施要項.</summary>
        [GeneratedRegex("(?:表|一覽|計畫內容|(?:執行|工作|實施|推動)計畫|分工|職掌)(?:[(（].{0,8}[)）])?[：:]?$")]
        private static partial Regex TableName();

        /// <summary>「服務構面：基礎服務」: says what it is without a number.</summary>
        [GeneratedRegex("^(?:實施|推動|服務)?(?:構面|面向|要項|主軸|類別)\\s*[:：]\\s*(?=.)")]
        private static partial Regex LabelledArea();

        [GeneratedRegex(@"\d年|年度|^\d|^(?:中華民國|民國)|日期|時間|單位|製表|填表|列印|頁次|第.{1,3}頁|[:：]|(?:館|局|所|處|府|中心|院|署|會|校|大學|公司|組|科|室|課|股|隊|站|廳|部)$")]
        private static partial Regex HeadNote();

        private static bool IsTitle(Block block) => block is Heading { Level: 1 } && TextOf(block).EndsWith("計畫", StringComparison.Ordinal);

        [GeneratedRegex("^[壹貳貮參叁肆伍陸柒捌玖拾]{1,3}、")]
        private static partial Regex FormalChapter();

        [GeneratedRegex("^[(（]?(?:單位[:：]|附表|附件|表[一二三四五六七八九十\\d]|續)|(?:如下表?|下表)[:：]?$")]
        private static partial Regex Aside();
    }
}
