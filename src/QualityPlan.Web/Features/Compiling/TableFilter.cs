using System.Globalization;
using QualityPlan.Web.Books;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>Which rows of the compiling table are shown; taken from the address.</summary>
public sealed class TableFilter
{
    public const int PageSize = 50;

    /// <summary>A first-level area, or all.</summary>
    public int? Area { get; set; }

    public RowChoice Only { get; set; }

    public int Page { get; set; } = 1;

    public bool Admits(QuarterBookRow row) =>
        (Area is null || row.Row.Place.Area.Id == Area)
        && Only switch
        {
            RowChoice.Exceptions => row.Light.IsException(),
            RowChoice.NotReported => row.Filed < row.Asked,
            RowChoice.Unworded => row.CompiledWording.Length == 0,
            RowChoice.Worded => row.CompiledWording.Length > 0,
            _ => true,
        };

    public string ToQuery()
    {
        var parts = new List<string>();
        if (Area is { } area)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"area={area}"));
        }
        if (Only != RowChoice.All)
        {
            parts.Add($"only={Only}");
        }
        if (Page > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={Page}"));
        }
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }
}

/// <summary>Rows one looks for.</summary>
public enum RowChoice
{
    All,

    /// <summary>Behind or overdue.</summary>
    Exceptions,

    /// <summary>Some unit has not filed.</summary>
    NotReported,

    Unworded,

    Worded,
}

/// <summary>The zh-TW names.</summary>
public static class RowChoices
{
    public static string Chinese(this RowChoice choice) => choice switch
    {
        RowChoice.Exceptions => "落後與逾期",
        RowChoice.NotReported => "有單位未填",
        RowChoice.Unworded => "尚無彙整文字",
        RowChoice.Worded => "已有彙整文字",
        _ => "全部",
    };
}
