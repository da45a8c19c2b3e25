using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using Shouldly;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>A written worksheet, read back by other means than the writers': rows and columns count from 0.</summary>
internal sealed record SheetFile(string Name)
{
    public Dictionary<(int Row, int Column), SheetValue> Cells { get; } = [];

    public List<(int Row, int Column, int Rows, int Columns)> Merges { get; } = [];

    /// <summary>In points.</summary>
    public List<double> Heights { get; } = [];

    /// <summary>The rows before which a printed page ends.</summary>
    public HashSet<int> PageStarts { get; } = [];

    public string this[int row, int column] => Cells.TryGetValue((row, column), out var cell) ? cell.Text : "";

    /// <summary>The place of the only cell with this text.</summary>
    public (int Row, int Column) Find(string text) => Cells.Single(cell => cell.Value.Text == text).Key;

    /// <summary>Height of a cell with all rows it is merged over.</summary>
    public double HeightAt(int row, int column)
    {
        var merge = Merges.SingleOrDefault(each => each.Row == row && each.Column == column);
        return Heights.Skip(row).Take(Math.Max(1, merge.Rows)).Sum();
    }

    public static IReadOnlyList<SheetFile> Write(Format format, Document document) => format switch
    {
        Format.Xlsx => XlsxFile.Read(Bytes(new XlsxWriter(), document)),
        Format.Ods => OdsFile.Read(Bytes(new OdsWriter(), document)),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public static byte[] Bytes(IDocumentWriter writer, Document document)
    {
        using var stream = new MemoryStream();
        writer.Write(document, stream);
        stream.CanWrite.ShouldBeTrue("the writer must leave the stream open");
        return stream.ToArray();
    }
}

/// <summary>What a cell holds: a text, or a number with the text a person sees.</summary>
internal sealed record SheetValue(string Text, decimal? Number, bool IsFormula);
