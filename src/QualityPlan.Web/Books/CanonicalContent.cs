using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>
/// The content of a 季彙整表 as JSON: always the same bytes for the same words and figures. Its SHA-256 is the hash that
/// the signed report prints; the page of a signed report is drawn from these bytes, so that its figures never move.
/// </summary>
public static class CanonicalContent
{
    /// <summary>The format under which the bytes are kept beside xlsx, ods and pdf.</summary>
    public const string Format = "json";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new QuarterAsText(), new CountsByLight() },
    };

    public static byte[] Write(QuarterBookContent content) => JsonSerializer.SerializeToUtf8Bytes(content, Json);

    /// <summary>Throws <see cref="JsonException"/> for bytes that <see cref="Write"/> did not make.</summary>
    public static QuarterBookContent Read(byte[] bytes) =>
        JsonSerializer.Deserialize<QuarterBookContent>(bytes, Json) ?? throw new JsonException("No content.");

    /// <summary>「115Q1」.</summary>
    private sealed class QuarterAsText : JsonConverter<Quarter>
    {
        public override Quarter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = (reader.GetString() ?? "").Split('Q');
            return parts.Length == 2 && int.TryParse(parts[0], out var year) && int.TryParse(parts[1], out var number)
                && RocYear.IsValid(year) && number is >= 1 and <= 4
                ? new Quarter(new RocYear(year), number)
                : throw new JsonException("Not a quarter.");
        }

        public override void Write(Utf8JsonWriter writer, Quarter value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{value.Year.Value}Q{value.Number}");
    }

    /// <summary>All seven counts in reading order, the zeros as well.</summary>
    private sealed class CountsByLight : JsonConverter<LightCounts>
    {
        public override LightCounts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<Dictionary<Light, int>>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, LightCounts value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var light in Lights.InReadingOrder)
            {
                writer.WriteNumber(light.ToString(), value[light]);
            }
            writer.WriteEndObject();
        }
    }
}
