using System.Text.Json.Serialization;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>What a 季彙整表 is made of; the rows in printed order.</summary>
public sealed record QuarterBookContent(string Agency, string PlanTitle, Quarter Quarter, IReadOnlyList<QuarterBookRow> Rows)
{
    public PlanHeadings Headings { get; init; } = PlanHeadings.Usual;

    /// <summary>The plan office's words before the tables, one a paragraph.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    public IReadOnlyList<CountLine> CountsByArea { get; init; } = [];

    public IReadOnlyList<CountLine> CountsByUnit { get; init; } = [];

    /// <summary>Who signed when, with the 批示, one a paragraph; empty before the first signature.</summary>
    public IReadOnlyList<string> SignOffs { get; init; } = [];

    public string PrintedOn { get; init; } = "";

    /// <summary>Version and content hash of a signed report.</summary>
    public string Footer { get; init; } = "";
}

/// <summary>One measure in the quarter with all of its reporting units.</summary>
public sealed record QuarterBookRow(OutlineRow Row, Light Light, IReadOnlyList<QuarterBookUnit> Units)
{
    /// <summary>Leading units that filed, and that were asked.</summary>
    public int Filed { get; init; }

    public int Asked { get; init; }

    /// <summary>Released and cancelled rows are shown and no longer counted.</summary>
    [JsonIgnore]
    public bool IsTracked => Row.Control is MeasureControl.Tracked or MeasureControl.ExtensionAsked;

    public string CompiledWording { get; init; } = "";
}

/// <summary>What one unit reported of a measure; state null when nothing was filed.</summary>
public sealed record QuarterBookUnit(int UnitId, string UnitName, Light Light)
{
    public ReportState? State { get; init; }

    /// <summary>協辦: carries the row along; the light that counts is that of the leading units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSupporting { get; init; }

    /// <summary>落後 or 逾期 of a leading unit.</summary>
    [JsonIgnore]
    public bool IsException => !IsSupporting && Light.IsException();

    public string Narrative { get; init; } = "";

    public int? ActualPercent { get; init; }

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }

    /// <summary>Captions or file names of the evidence.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}

/// <summary>A line of a count table: the seven counts side by side, and their total.</summary>
public sealed record CountLine(string Name, LightCounts Counts, bool IsTotal = false);
