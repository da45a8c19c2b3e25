using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace QualityPlan.Documents.Writing.Raw;

/// <summary>An array of objects in JSON, one a row, by the columns' names for programs.</summary>
internal sealed class RawJson : IRawWriter
{
    private const int MostPending = 64 * 1024;

    private readonly Utf8JsonWriter writer;
    private readonly JsonEncodedText[] keys;

    public RawJson(Stream output, IReadOnlyList<RawColumn> columns)
    {
        writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        keys = [.. columns.Select(column => JsonEncodedText.Encode(column.Key))];
        writer.WriteStartArray();
    }

    public void Write(IReadOnlyList<object?> values)
    {
        writer.WriteStartObject();
        for (var index = 0; index < keys.Length; index++)
        {
            switch (values[index])
            {
                case null: writer.WriteNull(keys[index]); break;
                case string text: writer.WriteString(keys[index], XmlText.Clean(text)); break;
                case var value: writer.WriteNumber(keys[index], Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            }
        }

        writer.WriteEndObject();
        if (writer.BytesPending > MostPending)
        {
            writer.Flush();
        }
    }

    public void Dispose()
    {
        writer.WriteEndArray();
        writer.Dispose();
    }
}
