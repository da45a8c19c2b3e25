using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Domain.Texts;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>What part of a plan's table is asked for, by the query string.</summary>
public sealed record PlanFilter
{
    /// <summary>Rows the unit leads or supports; lights and counts are then the unit's own, of the rows it leads.</summary>
    public int? Unit { get; init; }

    /// <summary>實施要項 of either level.</summary>
    public int? Area { get; init; }

    public Light? Light { get; init; }

    /// <summary>1 to 4; the quarter in force when not given.</summary>
    [Range(1, 4)]
    public int? Quarter { get; init; }

    [StringLength(100)]
    public string? Words { get; init; }

    /// <summary>Only rows that wait for a decision.</summary>
    public bool Open { get; init; }

    public bool IsEmpty => Unit is null && Area is null && Light is null && !Open && string.IsNullOrWhiteSpace(Words);

    /// <summary>Whether the row is meant, the light aside.</summary>
    public bool Admits(OutlineRow row, PlanTable table) =>
        (Area is null || row.Place.Area.Id == Area || row.Place.SubArea?.Id == Area)
        && (Unit is null || table.UnitsOf(row.MeasureId).Any(one => one.UnitId == Unit))
        && (!Open || table.OpenDecisionsOf(row).Count > 0)
        && HoldsWords(row);

    private bool HoldsWords(OutlineRow row)
    {
        var words = Folding.SingleSpaced(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return true;
        }
        var text = Folding.HalfWidth(string.Join('\n',
            row.Text.Number, row.Text.Approach, row.Text.Deadline, row.Text.Units, row.Text.SupportingUnits, row.Place.Item.Text));
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
