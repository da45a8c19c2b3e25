using System.Globalization;
using System.Text;
using System.Xml;

namespace QualityPlan.Documents.Writing.Odf;

/// <summary>An XML part of an ods or odt: the OpenDocument names by their usual prefixes, numbers with a point.</summary>
internal sealed class OdfXml : IDisposable
{
    public const string Version = "1.3";

    private const string Oasis = "urn:oasis:names:tc:opendocument:xmlns:";

    private static readonly (string Prefix, string Uri)[] Namespaces =
    [
        ("office", Oasis + "office:1.0"),
        ("style", Oasis + "style:1.0"),
        ("text", Oasis + "text:1.0"),
        ("table", Oasis + "table:1.0"),
        ("number", Oasis + "datastyle:1.0"),
        ("draw", Oasis + "drawing:1.0"),
        ("chart", Oasis + "chart:1.0"),
        ("fo", Oasis + "xsl-fo-compatible:1.0"),
        ("svg", Oasis + "svg-compatible:1.0"),
        ("meta", Oasis + "meta:1.0"),
        ("config", Oasis + "config:1.0"),
        ("manifest", Oasis + "manifest:1.0"),
        ("of", Oasis + "of:1.2"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xlink", "http://www.w3.org/1999/xlink"),
    ];

    private static readonly Dictionary<string, string> Uris = Namespaces.ToDictionary(each => each.Prefix, each => each.Uri);

    // A large sheet writes the same few names a million times.
    private readonly Dictionary<string, (string Prefix, string Name)> split = [];
    private readonly XmlWriter writer;

    public OdfXml(Stream stream, string root)
    {
        writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        writer.WriteStartDocument();
        var (prefix, name) = Split(root);
        writer.WriteStartElement(prefix, name, Uris[prefix]);
        foreach (var each in Namespaces)
        {
            if (each.Prefix != prefix)
            {
                writer.WriteAttributeString("xmlns", each.Prefix, null, each.Uri);
            }
        }

        Attribute(prefix == "manifest" ? "manifest:version" : "office:version", Version);
    }

    public OdfXml Start(string element)
    {
        var (prefix, name) = Split(element);
        writer.WriteStartElement(prefix, name, Uris[prefix]);
        return this;
    }

    public OdfXml Attribute(string attribute, string value)
    {
        var (prefix, name) = Split(attribute);
        writer.WriteAttributeString(prefix, name, Uris[prefix], value);
        return this;
    }

    public OdfXml Attribute(string attribute, double value, string unit = "") =>
        Attribute(attribute, value.ToString("0.###", CultureInfo.InvariantCulture) + unit);

    public OdfXml Text(string text)
    {
        writer.WriteString(text);
        return this;
    }

    public void End() => writer.WriteEndElement();

    public void Leaf(string element, string text) => Start(element).Text(text).End();

    public void Dispose() => writer.Dispose();

    private (string Prefix, string Name) Split(string qualified)
    {
        if (!split.TryGetValue(qualified, out var parts))
        {
            var colon = qualified.IndexOf(':');
            split.Add(qualified, parts = (qualified[..colon], qualified[(colon + 1)..]));
        }

        return parts;
    }
}
