using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>What a zip really is, whatever its name says; refuses macros and encrypted content on the way.</summary>
internal static class PackageKind
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string Manifest = "META-INF/manifest.xml";
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    /// <summary>The format, or null when it is none of those read.</summary>
    public static DocumentFormat? Of(GuardedPackage package) =>
        package.Has(ContentTypes) ? OfOpenXml(package)
        : package.Has("mimetype") ? OfOpenDocument(package)
        : null;

    private static DocumentFormat? OfOpenXml(GuardedPackage package)
    {
        var main = Relationships.Of(package, "").Kind("officeDocument");
        string? mainType = null;
        string? defaultType = null;
        using var reader = package.RequiredPart(ContentTypes);
        if (!reader.Root("types:Types"))
        {
            throw new RefusedException(Refusals.Damaged);
        }

        var macro = package.Names.Any(name => Path.GetFileName(name).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase));
        foreach (var _ in reader.Children())
        {
            var type = reader["ContentType"] ?? "";
            macro |= IsMacro(type);
            var isMain = string.Equals(reader["PartName"]?.TrimStart('/'), main, StringComparison.OrdinalIgnoreCase);
            mainType = isMain ? type : mainType;
            defaultType = IsExtensionOf(main, reader["Extension"]) ? type : defaultType;
        }

        return macro ? throw new RefusedException(Refusals.Macro) : (mainType ?? defaultType) switch
        {
            OpenXml + "wordprocessingml.document.main+xml" => DocumentFormat.Docx,
            OpenXml + "spreadsheetml.sheet.main+xml" => DocumentFormat.Xlsx,
            _ => null,
        };
    }

    /// <summary>A part without an entry of its own has the type of its extension; the OpenXML SDK writes its main part so.</summary>
    private static bool IsExtensionOf(string? part, string? extension) =>
        extension is not null && part?.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsMacro(string type) =>
        type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase);

    private static DocumentFormat? OfOpenDocument(GuardedPackage package)
    {
        RefuseEncrypted(package);
        if (package.Names.Any(IsScript))
        {
            throw new RefusedException(Refusals.Macro);
        }

        return Encoding.ASCII.GetString(package.Beginning("mimetype")).Trim() switch
        {
            OpenDocument + "text" or OpenDocument + "text-web" => DocumentFormat.Odt,
            OpenDocument + "spreadsheet" => DocumentFormat.Ods,
            _ => null,
        };
    }

    /// <summary>The index files of an empty library are written by merely looking at the macro window.</summary>
    private static bool IsScript(string name) =>
        name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
            && Path.GetFileName(name) is not ("script-lc.xml" or "script-lb.xml"));

    private static void RefuseEncrypted(GuardedPackage package)
    {
        using var reader = package.Part(Manifest);
        if (reader?.Root("manifest:manifest") != true)
        {
            return;
        }

        foreach (var _ in reader.Children())
        {
            if (reader.Children().Contains("manifest:encryption-data"))
            {
                throw new RefusedException(Refusals.Password);
            }
        }
    }
}
