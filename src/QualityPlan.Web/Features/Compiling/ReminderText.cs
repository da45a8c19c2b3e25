using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>The words of a 催辦, to be copied into a letter or a message.</summary>
public static class ReminderText
{
    /// <summary>Empty when nobody has to be reminded.</summary>
    public static string Of(QuarterlyRound round, IReadOnlyCollection<UnitLine> toChase, DateOnly today)
    {
        if (toChase.Count == 0)
        {
            return "";
        }
        var lines = new List<string> { $"{round.Quarter}服務品質執行計畫填報，下列單位尚未完成（{RocDate.Long(today)}）：" };
        Add(lines, "尚未填報或送審", toChase.Where(unit => unit.Filing.State is FilingState.Empty or FilingState.Draft), Filled);
        Add(lines, "退回補正中", toChase.Where(unit => unit.Filing.State == FilingState.Returned), _ => "");
        Add(lines, "待單位主管核可", toChase.Where(unit => unit.Filing.State == FilingState.Submitted), _ => "");
        lines.Add(today <= round.ReportersCloseOn
            ? $"承辦人填報至{RocDate.Long(round.ReportersCloseOn)}截止，主管審核至{RocDate.Long(round.HeadsCloseOn)}截止，請依限完成。"
            : $"承辦人填報已於{RocDate.Long(round.ReportersCloseOn)}截止，請儘速完成；需開放補填請洽研發小組。");
        return string.Join('\n', lines);
    }

    private static string Filled(UnitLine unit) => $"（{unit.Row.Filled}/{unit.Row.Owed}列）";

    private static void Add(List<string> lines, string what, IEnumerable<UnitLine> units, Func<UnitLine, string> more)
    {
        var names = units.Select(unit => unit.Filing.UnitName + more(unit)).ToList();
        if (names.Count > 0)
        {
            lines.Add($"{what}：{string.Join('、', names)}。");
        }
    }
}
