using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using QualityPlan.Domain.People;

namespace QualityPlan.Web.Data.Audit;

/// <summary>
/// The one writer of the trail. It only adds the row: the caller's own save writes it in the same
/// transaction as the change it tells of.
/// </summary>
public sealed class AuditTrail(QualityPlanDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="change">What changed, as anonymous objects or records of plain values.</param>
    public void Record(Actor actor, string action, AuditSubject subject, string summary, AuditChange? change = null) =>
        db.AuditEntries.Add(
            new AuditEntry(clock.GetUtcNow().UtcDateTime, actor.AccountId, actor.Name, action, subject, summary)
            {
                Before = Write(change?.Before),
                After = Write(change?.After),
            });

    private static string? Write(object? state)
    {
        if (state is null)
        {
            return null;
        }
        var text = JsonSerializer.Serialize(state, Json);
        return text.Length <= AuditEntry.StateLength ? text : JsonSerializer.Serialize(new { tooLong = text.Length }, Json);
    }
}

/// <summary>The state before and after; either may be missing.</summary>
public sealed record AuditChange(object? Before, object? After);
