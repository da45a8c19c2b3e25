using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.People;

namespace QualityPlan.Web.Features.Units;

public sealed class UnitForm
{
    [Display(Name = "單位名稱"), Required(ErrorMessage = "請輸入單位名稱。")]
    [MaxLength(Unit.NameLength, ErrorMessage = "單位名稱最多60個字。")]
    public string Name { get; set; } = "";

    [Display(Name = "類別"), EnumDataType(typeof(UnitKind), ErrorMessage = "請選擇類別。")]
    public UnitKind Kind { get; set; }

    [Display(Name = "別名", Description = "計畫中出現過的其他寫法，一行一個，例如簡稱。匯入時以別名認得單位。")]
    [DataType(DataType.MultilineText), MaxLength(2000, ErrorMessage = "別名合計最多2000個字。")]
    public string Aliases { get; set; } = "";

    [Display(Name = "單位主管", Description = "從具有「單位主管」角色的帳號中選擇。")]
    public int? HeadAccountId { get; set; }

    [Display(Name = "使用中", Description = "取消後不再承接新的項目，歷史資料保留。")]
    public bool IsActive { get; set; }

    public int Version { get; set; }

    public NamesWish Names => NamesWish.Of(Name, Aliases);
}

public sealed class UnitGroupForm
{
    [Display(Name = "群組名稱", Description = "計畫的承辦單位欄所用的總稱，例如「對外服務單位」。")]
    [Required(ErrorMessage = "請輸入群組名稱。"), MaxLength(Unit.NameLength, ErrorMessage = "群組名稱最多60個字。")]
    public string Name { get; set; } = "";

    [Display(Name = "別名", Description = "計畫中出現過的其他寫法，一行一個，例如「各科室」。匯入時以別名認得群組。")]
    [DataType(DataType.MultilineText), MaxLength(2000, ErrorMessage = "別名合計最多2000個字。")]
    public string Aliases { get; set; } = "";

    [Display(Name = "代表所有使用中的單位", Description = "例如「各單位」。勾選後不必另選成員。")]
    public bool IsEveryUnit { get; set; }

    [Display(Name = "成員")]
    public List<int> UnitIds { get; set; } = [];

    public int Version { get; set; }

    public NamesWish Names => NamesWish.Of(Name, Aliases);
}

/// <summary>The name and the other names that a unit or a group is to have.</summary>
public sealed record NamesWish(string Name, IReadOnlyList<string> Aliases)
{
    /// <summary>One alias a line; blank lines and the name itself are left out.</summary>
    public static NamesWish Of(string name, string aliases) => new(name.Trim(), aliases
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(alias => alias != name.Trim())
        .Distinct(StringComparer.Ordinal)
        .ToList());

    /// <summary>Which of the known aliases go and which come.</summary>
    public void Apply(IEnumerable<string> known, Action<string> forget, Action<string> learn)
    {
        known.Except(Aliases).ToList().ForEach(forget);
        Aliases.ToList().ForEach(learn);
    }
}
