using System.ComponentModel.DataAnnotations;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Exports;

/// <summary>Which book, of what, in which format: the choice at the head of the 報表中心, in its address too.</summary>
public sealed class BookForm
{
    [Display(Name = "計畫")]
    public int? PlanId { get; set; }

    [Display(Name = "報表"), StringLength(20, ErrorMessage = "報表名稱最多20字，請由清單選擇。")]
    public string? Book { get; set; }

    [Display(Name = "季別"), Range(1, 4, ErrorMessage = "季別請選第1季至第4季。")]
    public int? Quarter { get; set; }

    [Display(Name = "單位")]
    public int? UnitId { get; set; }

    [Display(Name = "格式"), StringLength(8, ErrorMessage = "格式最多8字，請由清單選擇。")]
    public string? Format { get; set; }

    public BookEntry? Entry => BookCatalogue.Find(Book);

    public BookWish Wish(BookKind kind) => new(kind, PlanId ?? 0)
    {
        Quarter = Entry!.NeedsQuarter ? Quarter : null,
        UnitId = Entry.NeedsUnit ? UnitId : null,
        IsTableOnly = Entry.IsTableOnly,
    };

    public static BookForm Of(Paper paper) => new()
    {
        PlanId = paper.PlanId == 0 ? null : paper.PlanId,
        Book = paper.Book,
        Quarter = paper.Quarter,
        UnitId = paper.UnitId,
        Format = paper.Format,
    };

    /// <summary>The box at fault and what to do, for what the choice itself lacks; null when it is whole.</summary>
    public (string Box, string Sentence)? Fault(bool needsFormat) => this switch
    {
        { Entry: null } => (nameof(Book), "請選擇報表。"),
        { Entry.NeedsPlan: true, PlanId: null } => (nameof(PlanId), "請選擇計畫。"),
        { Entry.NeedsQuarter: true, Quarter: null } => (nameof(Quarter), $"「{Entry.Name}」以季為單位，請選擇季別。"),
        { Entry.NeedsUnit: true, UnitId: null } => (nameof(UnitId), "單位表請選擇單位。"),
        _ when needsFormat && !Entry.Formats.Contains(Format) => (nameof(Format), $"「{Entry.Name}」可用的格式：{Entry.FormatNames}，請改選其中一種。"),
        _ => null,
    };

    /// <summary>What the list of papers calls it: 「115年度計畫　第1季　執行情形彙整表」.</summary>
    public string TitleFor(string planTitle, string unitName) => string.Join('　', new[]
    {
        Entry!.NeedsPlan ? planTitle : "",
        Entry.NeedsQuarter ? $"第{Quarter}季" : "",
        Entry.NeedsUnit ? unitName : "",
        Entry.Name,
    }.Where(part => part.Length > 0));
}
