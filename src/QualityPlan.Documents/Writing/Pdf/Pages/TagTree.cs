using QualityPlan.Documents.Writing.Pdf.Files;

namespace QualityPlan.Documents.Writing.Pdf.Pages;

/// <summary>The structure tree of a document, with the way back from marked content to its element.</summary>
internal sealed class TagTree
{
    private readonly PdfFile file;
    private readonly List<Tag> tags = [];
    private readonly List<int> marksOfPages = [];
    private readonly PdfBytes body = new();
    private readonly int root;

    public TagTree(PdfFile file)
    {
        this.file = file;
        root = file.Reserve();
        Document = Add("Document", null, "");
    }

    public Tag Document { get; }

    public Tag Add(string type, Tag? parent, string attributes = "")
    {
        var tag = new Tag(file.Reserve(), type, parent) { Attributes = attributes };
        parent?.Add(0, tag.Id);
        tags.Add(tag);
        return tag;
    }

    /// <summary>Keeps which element each mark of a finished page belongs to; answers the page's key.</summary>
    public int KeepPage(IReadOnlyList<Tag> marks)
    {
        body.Clear().Add("[");
        foreach (var tag in marks)
        {
            body.AddReference(tag.Id);
        }

        marksOfPages.Add(file.Add(body.Add("]")));
        return marksOfPages.Count - 1;
    }

    /// <summary>Writes the tree; answers the number of its root.</summary>
    public int Write()
    {
        foreach (var tag in tags)
        {
            Write(tag);
        }

        body.Clear().Add("<</Nums[");
        for (var page = 0; page < marksOfPages.Count; page++)
        {
            body.Add(page).AddReference(marksOfPages[page]);
        }

        var parents = file.Add(body.Add("]>>"));
        file.Put(root, body.Clear().Add("<</Type/StructTreeRoot/K ").AddReference(Document.Id)
            .Add("/RoleMap<</Title/P>>/ParentTree ").AddReference(parents)
            .Add("/ParentTreeNextKey ").Add(marksOfPages.Count).Add(">>"));
        return root;
    }

    private void Write(Tag tag)
    {
        body.Clear().Add("<</S/").Add(tag.Type).Add("/P ").AddReference(tag.Parent?.Id ?? root).Add(tag.Attributes);
        var page = tag.Kids.FirstOrDefault(kid => kid.Page != 0).Page;
        if (page != 0)
        {
            body.Add("/Pg ").AddReference(page);
        }

        body.Add("/K[");
        foreach (var kid in tag.Kids)
        {
            if (kid.Page == 0)
            {
                body.AddReference(kid.Number);
            }
            else if (kid.Page == page)
            {
                body.Add(kid.Number);
            }
            else
            {
                body.Add("<</Type/MCR/Pg ").AddReference(kid.Page).Add("/MCID ").Add(kid.Number).Add(">>");
            }
        }

        file.Put(tag.Id, body.Add("]>>"));
    }
}
