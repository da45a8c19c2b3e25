using System.Text.Json.Serialization;
using QualityPlan.Domain;
using QualityPlan.Web.Features.Imports.Repair.Edits;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>One change of a reading, kept with the draft and replayed; it never throws on a reading it does not fit.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(WriteHead), "head")]
[JsonDerivedType(typeof(WriteCell), "write")]
[JsonDerivedType(typeof(AcceptDoubt), "accept")]
[JsonDerivedType(typeof(DecideUnit), "unit")]
[JsonDerivedType(typeof(RewriteUnit), "rewrite")]
[JsonDerivedType(typeof(SplitRow), "split")]
[JsonDerivedType(typeof(JoinNext), "join")]
[JsonDerivedType(typeof(RemoveRow), "remove")]
[JsonDerivedType(typeof(MoveRow), "move")]
[JsonDerivedType(typeof(MoveUnder), "under")]
[JsonDerivedType(typeof(RenumberItem), "renumber")]
[JsonDerivedType(typeof(TakeAsItem), "item")]
[JsonDerivedType(typeof(WriteHeading), "heading")]
[JsonDerivedType(typeof(ChangeLevel), "level")]
[JsonDerivedType(typeof(PutChapter), "chapter")]
[JsonDerivedType(typeof(MoveChapter), "move-chapter")]
[JsonDerivedType(typeof(RemoveChapter), "remove-chapter")]
public abstract record RepairEdit
{
    protected static readonly Verdict Gone = Verdict.No("import-row-gone", "這一列已經不在，可能已在另一個視窗合併或刪除。");

    /// <summary>Whether it can be done to this reading; the same answer decides the button and the act.</summary>
    public virtual Verdict May(ImportContent content) => Verdict.Yes;

    public abstract void Apply(ImportContent content);
}
