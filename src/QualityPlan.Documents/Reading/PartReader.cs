using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// Walks the XML of one part forwards, without DTD, without resolver, not deeper than allowed and within the budget.
/// Names are told with the usual prefix whatever prefix the file uses: <c>w:p</c>, <c>text:span</c>, <c>x:row</c>.
/// </summary>
internal sealed class PartReader : IDisposable
{
    private readonly XmlReader xml;
    private readonly LongestRun run;
    private readonly ReadingBudget budget;
    private readonly Dictionary<(string Space, string Local), string> names = new(SameReferences.Instance);

    public PartReader(Stream content, ReadingBudget budget)
    {
        this.budget = budget;
        run = new LongestRun(content);
        xml = XmlReader.Create(run, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNames(budget),
            CloseInput = true,
        });
    }

    /// <summary>The name of the current element, or an empty text on a text node.</summary>
    public string Name => IsText ? "" : CurrentName();

    public bool IsText => xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace
        or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA;

    /// <summary>The characters of the current text node.</summary>
    public string Value => xml.Value;

    /// <summary>An attribute of the current element by its usual name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            string? value = null;
            for (var found = xml.MoveToFirstAttribute(); found && value is null; found = found && xml.MoveToNextAttribute())
            {
                value = CurrentName() == name ? xml.Value : null;
            }

            xml.MoveToElement();
            return value;
        }
    }

    /// <summary>A whole number in an attribute; what is missing, not a number or out of bounds is the fallback.</summary>
    public int Integer(string name, int fallback) => int.TryParse(this[name], out var value) ? value : fallback;

    /// <summary>Goes to the outermost element and tells whether it has the name.</summary>
    public bool Root(string name)
    {
        while (Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                return CurrentName() == name;
            }
        }

        return false;
    }

    /// <summary>
    /// The names of the child elements one by one, the reader standing on each; what the caller leaves unread of a
    /// child is skipped.
    /// </summary>
    public IEnumerable<string> Children() => Content().Where(name => name.Length > 0);

    /// <summary>Child elements by name and, as an empty name, the text between them.</summary>
    public IEnumerable<string> Content()
    {
        if (xml.NodeType != XmlNodeType.Element || xml.IsEmptyElement)
        {
            yield break;
        }

        var depth = xml.Depth;
        while (Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.Depth == depth + 1 && (IsText || xml.NodeType == XmlNodeType.Element))
            {
                yield return Name;
            }
        }
    }

    /// <summary>All text directly inside the current element.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var name in Content())
        {
            if (name.Length == 0)
            {
                text.Append(xml.Value);
            }
        }

        budget.Keep(text.Length * 2);
        return text.ToString();
    }

    public void Dispose() => xml.Dispose();

    private bool Read()
    {
        budget.Tick();
        try
        {
            if (!xml.Read())
            {
                return false;
            }
        }
        catch (XmlException problem) when (problem.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new RefusedException(Refusals.XmlDeclaration);
        }

        return xml.Depth <= ReadingLimits.XmlDepth ? true : throw new RefusedException(Refusals.TooComplex);
    }

    private string CurrentName()
    {
        var key = (xml.NamespaceURI, xml.LocalName);
        if (!names.TryGetValue(key, out var name))
        {
            names[key] = name = XmlPrefixes.Of(key.NamespaceURI) + key.LocalName;
            budget.Keep(name.Length * 2 + 100);
        }

        return name;
    }

    /// <summary>The parser hands out the same string for the same name, so that references tell names apart.</summary>
    private sealed class SameReferences : IEqualityComparer<(string Space, string Local)>
    {
        public static readonly SameReferences Instance = new();

        public bool Equals((string Space, string Local) x, (string Space, string Local) y) =>
            ReferenceEquals(x.Local, y.Local) && ReferenceEquals(x.Space, y.Space);

        public int GetHashCode((string Space, string Local) key) =>
            RuntimeHelpers.GetHashCode(key.Local) * 31 + RuntimeHelpers.GetHashCode(key.Space);
    }
}
