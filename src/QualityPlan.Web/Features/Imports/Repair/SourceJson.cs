using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>The file as it was read, kept beside the draft so that the source can be shown and its columns chosen anew.</summary>
internal static class SourceJson
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Converters = { new CellConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameBlocks } },
    };

    public static JsonElement Write(Document document) => JsonSerializer.SerializeToElement(document, Json);

    public static Document Read(JsonElement source) => source.Deserialize<Document>(Json)!;

    private static void NameBlocks(JsonTypeInfo type)
    {
        if (type.Type == typeof(Block))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                DerivedTypes =
                {
                    new JsonDerivedType(typeof(Heading), "heading"),
                    new JsonDerivedType(typeof(Paragraph), "paragraph"),
                    new JsonDerivedType(typeof(PageBreak), "page"),
                    new JsonDerivedType(typeof(Table), "table"),
                },
            };
        }
    }

    /// <summary>A cell as [column, paragraphs, column span, row span, notice, fill if any]: there are thousands of them.</summary>
    private sealed class CellConverter : JsonConverter<Cell>
    {
        public override Cell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = JsonElement.ParseValue(ref reader);
            return new Cell(parts[0].GetInt32(), parts[1].EnumerateArray().Select(text => text.GetString()!).ToList())
            {
                ColumnSpan = parts[2].GetInt32(),
                RowSpan = parts[3].GetInt32(),
                Notice = (CellNotice)parts[4].GetInt32(),
                Fill = parts.GetArrayLength() > 5 ? parts[5].GetString()! : "",
            };
        }

        public override void Write(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Column);
            writer.WriteStartArray();
            foreach (var text in value.Paragraphs)
            {
                writer.WriteStringValue(text);
            }
            writer.WriteEndArray();
            writer.WriteNumberValue(value.ColumnSpan);
            writer.WriteNumberValue(value.RowSpan);
            writer.WriteNumberValue((int)value.Notice);
            if (value.Fill.Length > 0)
            {
                writer.WriteStringValue(value.Fill);
            }

            writer.WriteEndArray();
        }
    }
}
