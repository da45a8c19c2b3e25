using System.Globalization;
using System.Text.Json;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Web.Features.Audit;

/// <summary>One field of an entry, as it was and as it became; empty when it was not there.</summary>
public sealed record AuditField(string Field, string Before, string After);

/// <summary>Turns the two states of an entry into lines that differ.</summary>
internal static class AuditFields
{
    private const string WholeState = "內容";

    public static IReadOnlyList<AuditField> Compare(string kind, string? before, string? after)
    {
        var (old, now) = (Read(kind, before), Read(kind, after));
        return old.Keys.Union(now.Keys)
            .Select(field => new AuditField(field, old.GetValueOrDefault(field, ""), now.GetValueOrDefault(field, "")))
            .Where(field => field.Before != field.After)
            .ToList();
    }

    private static Dictionary<string, string> Read(string kind, string? json)
    {
        var fields = new Dictionary<string, string>();
        if (json is null)
        {
            return fields;
        }
        try
        {
            using var state = JsonDocument.Parse(json);
            Fill(fields, kind, state.RootElement);
        }
        catch (JsonException)
        {
            // Somebody wrote past us: shown as it stands, and verify-audit tells.
            fields[WholeState] = json;
        }
        return fields;
    }

    private static void Fill(Dictionary<string, string> fields, string kind, JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object)
        {
            fields[WholeState] = Show(kind, "", state);
            return;
        }
        foreach (var property in state.EnumerateObject())
        {
            fields[AuditFieldWords.Of(property.Name)] = Show(kind, property.Name, property.Value);
        }
    }

    private static string Show(string kind, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Array => string.Join('、', value.EnumerateArray().Select(one => Show(kind, name, one))),
        JsonValueKind.Object => string.Join('，', value.EnumerateObject()
            .Select(one => $"{AuditFieldWords.Of(one.Name)}：{Show(kind, one.Name, one.Value)}")),
        JsonValueKind.String => ShowText(kind, name, value.GetString()!),
        _ => value.GetRawText(),
    };

    private static string ShowText(string kind, string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? RocDate.Long(day)
            : AuditFieldWords.Value(kind, name, text);
}
