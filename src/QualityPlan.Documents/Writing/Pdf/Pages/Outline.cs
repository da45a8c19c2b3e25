using QualityPlan.Documents.Writing.Pdf.Files;

namespace QualityPlan.Documents.Writing.Pdf.Pages;

/// <summary>The bookmarks (書籤): a tree from the levels of the headings.</summary>
internal sealed class Outline(PdfFile file)
{
    private readonly Entry top = new(0, "", "", []);
    private readonly Stack<Entry> path = new();

    public void Add(int level, string title, (int Page, double FromBottom) place)
    {
        while (path.TryPeek(out var last) && last.Level >= level)
        {
            path.Pop();
        }

        var target = new PdfBytes().Add("[").AddReference(place.Page).Add("/XYZ null ").Add(place.FromBottom).Add("null]");
        var entry = new Entry(level, title.ReplaceLineEndings(" "), System.Text.Encoding.ASCII.GetString(target.Written), []);
        (path.TryPeek(out var parent) ? parent : top).Children.Add(entry);
        path.Push(entry);
    }

    /// <summary>Writes the bookmarks; answers the number of the outline, or 0 when there are none.</summary>
    public int Write()
    {
        if (top.Children.Count == 0)
        {
            return 0;
        }

        var root = file.Reserve();
        var (first, last, count) = WriteChildren(top, root);
        file.Put(root, new PdfBytes().Add($"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {count}>>"));
        return root;
    }

    private (int First, int Last, int Count) WriteChildren(Entry parent, int parentId)
    {
        var ids = parent.Children.ConvertAll(_ => file.Reserve());
        var count = ids.Count;
        for (var i = 0; i < ids.Count; i++)
        {
            var entry = parent.Children[i];
            var body = new PdfBytes().Add("<</Title ").AddText(entry.Title).Add($"/Parent {parentId} 0 R/Dest{entry.Target}");
            body.Add(i > 0 ? $"/Prev {ids[i - 1]} 0 R" : "").Add(i < ids.Count - 1 ? $"/Next {ids[i + 1]} 0 R" : "");
            if (entry.Children.Count > 0)
            {
                var (first, last, below) = WriteChildren(entry, ids[i]);
                body.Add($"/First {first} 0 R/Last {last} 0 R/Count {below}");
                count += below;
            }

            file.Put(ids[i], body.Add(">>"));
        }

        return (ids[0], ids[^1], count);
    }

    private sealed record Entry(int Level, string Title, string Target, List<Entry> Children);
}
