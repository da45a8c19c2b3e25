using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery.Prose;

/// <summary>Which nodes of the text are measures, which are headings over them, and whether the text is a plan at all.</summary>
internal sealed partial class ProsePlan
{
    private const int FewestMeasures = 2;
    private readonly ProseNode _root;
    private readonly HashSet<ProseNode> _tops;
    private readonly HashSet<ProseNode> _chapters;

    private ProsePlan(ProseNode root, List<ProseNode> measures, ProseNode? units)
    {
        (_root, Measures, Units) = (root, measures, units);
        _tops = [.. measures.Select(TopOf)];
        var isOnly = _tops.Count == 1 && root.Children.Count > 1;
        _chapters = [.. _tops.Where(top => !measures.Contains(top) && (isOnly || ChapterOutline.IsOfPlan(top)))];
    }

    /// <summary>In printed order.</summary>
    public IReadOnlyList<ProseNode> Measures { get; }

    /// <summary>The chapter that names the units of all measures (辦理單位), if there is one.</summary>
    public ProseNode? Units { get; }

    /// <summary>The plan in the text, or null when it is none.</summary>
    public static ProsePlan? Find(string title, IReadOnlyList<ProseLine> lines)
    {
        if (lines.Count == 0 || IsOtherPaper(title, lines))
        {
            return null;
        }

        var root = ProseTree.Of([.. lines.Where(line => Folding.WithoutBlanks(line.Text) != Folding.WithoutBlanks(title))]);
        var units = root.Children.Find(top => UnitChapter().IsMatch(top.Heading) && (top.HasNotes || top.Body.Count > 0));
        var isTitled = Plan().IsMatch(title);
        var owners = Owners(root, units);
        var isNoted = owners.Count >= FewestMeasures && (isTitled || owners.Count(IsFullyNoted) > FewestMeasures);
        var measures = isNoted ? WithSiblings(root, owners, units) : units is not null && isTitled ? ChapterOutline.Points(root) : ChapterOutline.ClearPoints(title, root);
        return measures.Count >= FewestMeasures ? new ProsePlan(root, measures, units) : null;
    }

    /// <summary>The headings over a measure from the highest down; a chapter 推動作法 that holds them all is none.</summary>
    public List<ProseNode> HeadingsOf(ProseNode measure)
    {
        var headings = new List<ProseNode>();
        for (var above = measure.Parent; above is { Line: not null }; above = above.Parent)
        {
            headings.Insert(0, above);
        }

        return headings.FindAll(heading => !_chapters.Contains(heading));
    }

    public IEnumerable<ProseNode> Chapters => _root.Children.Where(top => _chapters.Contains(top) || !_tops.Contains(top));

    public static bool NamesPlan(string title) => Plan().IsMatch(title);

    private static ProseNode TopOf(ProseNode node)
    {
        while (node.Parent is { Line: not null } above)
        {
            node = above;
        }

        return node;
    }

    private static List<ProseNode> Owners(ProseNode root, ProseNode? units)
    {
        var noted = root.All().Where(node => node.Line is not null && node.HasNotes && !IsUnder(node, units) && !UnitChapter().IsMatch(node.Heading)).ToList();
        var leaves = noted.FindAll(node => !node.HasNotesBelow);
        var ranks = leaves.CountBy(node => node.Rank).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();

        // Units at a heading whose points are measures elsewhere are those of its points.
        return [.. leaves.SelectMany(node => node.Children.Count > 0 && ranks.Contains(node.Children[0].Rank) && node.Children[0].Rank > leaves.Min(leaf => leaf.Rank)
            ? node.Children : [node])];
    }

    private static bool IsUnder(ProseNode node, ProseNode? above)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, above))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Beside a measure, what has the same number style is one too, although it has no note; so is a heading with nothing under it.</summary>
    private static List<ProseNode> WithSiblings(ProseNode root, List<ProseNode> owners, ProseNode? units)
    {
        var known = owners.ToHashSet();
        var tops = owners.Where(owner => owner.Depth > 1).Select(TopOf).ToHashSet();
        var rank = owners.CountBy(owner => owner.Rank).MaxBy(pair => pair.Value).Key;
        return [.. root.All().Where(node => known.Contains(node)
            || (node.Line is not null && !node.HasNotesBelow && node != units && !node.Children.Exists(known.Contains) && !HasKnownAbove(node, known)
                && (tops.Contains(TopOf(node)) && (node.Rank == rank || (node.Rank < rank && node.Children.Count == 0 && node.Depth > 1)))))];
    }

    private static bool HasKnownAbove(ProseNode node, HashSet<ProseNode> known)
    {
        for (var above = node.Parent; above is not null; above = above.Parent)
        {
            if (known.Contains(above))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFullyNoted(ProseNode node) => node.NotesOf(PlanField.Deadline).Count > 0 && node.NotesOf(PlanField.Units).Count > 0;

    /// <summary>Minutes, letters and rules name units and days too.</summary>
    private static bool IsOtherPaper(string title, IReadOnlyList<ProseLine> lines)
    {
        var heads = lines.Take(3).Select(line => line.Text).Where(text => text.Length < 60).Prepend(title);
        var words = lines.Select(line => OtherPaperWord().Match(line.After.Length > 0 ? line.After : line.Text)).Where(match => match.Success).Select(match => match.Groups["word"].Value).ToHashSet();
        return heads.Any(head => OtherPaper().IsMatch(Folding.WithoutBlanks(head))) || words.Count > 2
            || (words.Contains("主旨") && words.Count > 1);
    }

    [GeneratedRegex("計畫|方案|行動策略|工作重點|工作項目")]
    private static partial Regex Plan();

    [GeneratedRegex("(?:主辦|承辦|辦理|執行|權責|主責|主協辦|主\\(協\\)辦)(?:單位|機關)")]
    private static partial Regex UnitChapter();

    [GeneratedRegex("(?:紀錄|記錄|議程|規定|要點|須知|辦法|準則|規範|規則|條例|細則|簡章|公告|通知單?|手冊|契約書?|切結書|新聞稿)(?:\\([^)]*\\)|（[^）]*）)?$|函$|^公告")]
    private static partial Regex OtherPaper();

    [GeneratedRegex("^(?<word>主席|主持人|出席|列席|紀錄|記錄|散會|案由|提案|決議|臨時動議|討論事項|開會時間|開會地點|會議時間|主旨|說明|正本|副本|受文者|發文字號|第[一二三四五六七八九十百]+條)")]
    private static partial Regex OtherPaperWord();
}
