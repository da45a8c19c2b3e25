using System.Text.Encodings.Web;
using System.Text.Json;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>The approved version as JSON: the same text for the same table, so that its hash says whether it is the same.</summary>
public static class PlanSnapshot
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="plan">With its chapters.</param>
    public static string Of(Plan plan, PlanTable table) => JsonSerializer.Serialize(
        new
        {
            year = plan.Year.Value,
            plan.Title,
            plan.Agency,
            plan.Headings,
            chapters = plan.Chapters.OrderBy(one => one.Position).Select(one => new { one.Number, one.Title, one.Paragraphs }),
            rows = table.Rows.Select(row => RowOf(row, table)),
        },
        Json);

    private static object RowOf(OutlineRow row, PlanTable table) => new
    {
        id = row.MeasureId,
        area = row.Place.Area.Text,
        subArea = row.Place.SubArea?.Text ?? "",
        item = row.Place.Item.Text,
        no = row.Text.Number,
        row.Text.Approach,
        row.Text.Deadline,
        deadlineKind = row.DeadlineKind.ToString(),
        checkpoints = table.CheckpointsOf(row.MeasureId).Select(one => new { one.DueOn, one.ExpectedCount }),
        row.Text.Units,
        row.Text.SupportingUnits,
        assignments = table.UnitsOf(row.MeasureId)
            .Select(one => new { one.UnitId, unit = one.Name, role = one.Role.ToString(), group = one.GroupName }),
    };
}
