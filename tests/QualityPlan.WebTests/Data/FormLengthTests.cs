using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Accounts;
using QualityPlan.Web.Features.Chapters;
using QualityPlan.Web.Features.Compiling;
using QualityPlan.Web.Features.EvidencePacks;
using QualityPlan.Web.Features.Exports;
using QualityPlan.Web.Features.Imports;
using QualityPlan.Web.Features.Memos;
using QualityPlan.Web.Features.Outline;
using QualityPlan.Web.Features.Plans;
using QualityPlan.Web.Features.Progress;
using QualityPlan.Web.Features.Signing;
using QualityPlan.Web.Features.Units;
using Shouldly;
using Xunit;
using Rooms = QualityPlan.Web.Features;

namespace QualityPlan.WebTests.Data;

/// <summary>A box takes exactly what its column takes: less would lose what an import brought, more would be an error page.</summary>
public class FormLengthTests
{
    /// <summary>Every text that is stored: the box, and the column it ends in.</summary>
    private static readonly IReadOnlyList<(Type Form, string Box, Type Entity, string Column)> Stored =
    [
        (typeof(BookForm), "Book", typeof(Paper), "Book"),
        (typeof(BookForm), "Format", typeof(Paper), "Format"),
        (typeof(ChapterForm), "Number", typeof(PlanChapter), "Number"),
        (typeof(ChapterForm), "Title", typeof(PlanChapter), "Title"),
        (typeof(ChapterForm), "Text", typeof(PlanChapter), "Text"),
        (typeof(AboutForm), "Title", typeof(Plan), "Title"),
        (typeof(AboutForm), "Agency", typeof(Plan), "Agency"),
        (typeof(AboutForm), "Area", typeof(PlanHeadings), "Area"),
        (typeof(AboutForm), "Item", typeof(PlanHeadings), "Item"),
        (typeof(AboutForm), "Approach", typeof(PlanHeadings), "Approach"),
        (typeof(AboutForm), "Deadline", typeof(PlanHeadings), "Deadline"),
        (typeof(AboutForm), "Units", typeof(PlanHeadings), "Units"),
        (typeof(AboutForm), "SupportingUnits", typeof(PlanHeadings), "SupportingUnits"),
        (typeof(StepForm), "Text", typeof(PlanItem), "Text"),
        (typeof(AreaForm), "Text", typeof(Area), "Text"),
        (typeof(RowForm), "Number", typeof(Measure), "Number"),
        (typeof(RowForm), "Approach", typeof(Measure), "Approach"),
        (typeof(RowForm), "Deadline", typeof(Measure), "DeadlineText"),
        (typeof(RowForm), "Units", typeof(Measure), "UnitsText"),
        (typeof(RowForm), "SupportingUnits", typeof(Measure), "SupportingUnitsText"),
        (typeof(ApproveForm), "LetterNumber", typeof(Plan), "LetterNumber"),
        (typeof(NewPlanForm), "Title", typeof(Plan), "Title"),
        (typeof(RepairForm), "Title", typeof(Plan), "Title"),
        (typeof(RepairForm), "Agency", typeof(Plan), "Agency"),
        (typeof(ImportRowForm), "Number", typeof(Measure), "Number"),
        (typeof(ImportRowForm), "Deadline", typeof(Measure), "DeadlineText"),
        (typeof(ImportRowForm), "Units", typeof(Measure), "UnitsText"),
        (typeof(ImportRowForm), "SupportingUnits", typeof(Measure), "SupportingUnitsText"),
        (typeof(ImportHeadingForm), "Text", typeof(PlanItem), "Text"),
        (typeof(ImportChapterForm), "Number", typeof(PlanChapter), "Number"),
        (typeof(ImportChapterForm), "Title", typeof(PlanChapter), "Title"),
        (typeof(ImportChapterForm), "Text", typeof(PlanChapter), "Text"),
        (typeof(Rooms.Reviews.ReturnForm), "Whole", typeof(Defect), "Text"),
        (typeof(Rooms.Compiling.ReturnForm), "Overall", typeof(Defect), "Text"),
        (typeof(DefectBox), "Text", typeof(Defect), "Text"),
        (typeof(WordingBox), "Wording", typeof(CompiledEntry), "Wording"),
        (typeof(WordingBox), "Wording", typeof(CompiledReport), "Summary"),
        (typeof(SendUpForm), "Directive", typeof(SignOff), "Directive"),
        (typeof(SigningForm), "Directive", typeof(SignOff), "Directive"),
        (typeof(MemoForm), "Subject", typeof(MemoText), "Subject"),
        (typeof(MemoForm), "Explanation", typeof(MemoText), "Explanation"),
        (typeof(MemoForm), "Proposals", typeof(MemoText), "Proposals"),
        (typeof(MemoForm), "Closing", typeof(MemoText), "Closing"),
        (typeof(CriterionBox), "Number", typeof(Criterion), "Number"),
        (typeof(CriterionBox), "Title", typeof(Criterion), "Title"),
        (typeof(CriterionBox), "Description", typeof(Criterion), "Description"),
        (typeof(CriterionBox), "Points", typeof(Criterion), "Points"),
        (typeof(CriterionForm), "Number", typeof(Criterion), "Number"),
        (typeof(CriterionForm), "Title", typeof(Criterion), "Title"),
        (typeof(CriterionForm), "Description", typeof(Criterion), "Description"),
        (typeof(CriterionForm), "Points", typeof(Criterion), "Points"),
        (typeof(CriteriaListForm), "Name", typeof(CriteriaList), "Name"),
        (typeof(ReportForm), "Narrative", typeof(ProgressReport), "Narrative"),
        (typeof(ReportForm), "Cause", typeof(ProgressReport), "Cause"),
        (typeof(ReportForm), "Countermeasure", typeof(ProgressReport), "Countermeasure"),
        (typeof(ReportForm), "NoEvidenceReason", typeof(ProgressReport), "NoEvidenceReason"),
        (typeof(ReportForm), "Caption", typeof(Evidence), "Caption"),
        (typeof(UnitForm), "Name", typeof(Unit), "Name"),
        (typeof(UnitGroupForm), "Name", typeof(UnitGroup), "Name"),
        (typeof(AccountForm), "Name", typeof(Account), "DisplayName"),
        (typeof(NewAccountForm), "Name", typeof(Account), "DisplayName"),
        (typeof(Rooms.FirstAdministrator.FirstAdministratorForm), "Name", typeof(Account), "DisplayName"),
    ];

    /// <summary>Texts that are read and not stored as they are: secrets, stamps, lists of numbers, days, reasons for the trail.</summary>
    private static readonly string[] Passing =
    [
        "PasswordForm.*", "SignInForm.*", "FirstAdministratorForm.*", "StyleForm.*", "NewAccountForm.UserName", "PasteForm.*", "CriteriaPasteForm.*",
        "RowForm.Days", "ImportRowForm.Approach", "ImportRowForm.Was*", "UnitForm.Aliases", "UnitGroupForm.Aliases", "RepairForm.Year", "RepairForm.Was*", "AnswerForm.*", "CompileForm.Shown",
        "WordingBox.Stamp", "ReportForm.Stamp", "SendUpForm.FilingsShown", "SigningForm.FilingsShown", "SigningForm.ContentShown",
        "SigningForm.ShownAt", "RoundForm.Reason", "SupplementForm.Reason",
    ];

    public static TheoryData<string> Boxes => [.. TextsOfForms().Select(NameOf).Distinct()];

    [Theory, MemberData(nameof(Boxes))]
    public async Task A_box_takes_what_its_column_takes(string name)
    {
        var box = TextsOfForms().First(one => NameOf(one) == name);
        var columns = Stored.Where(one => one.Form == box.ReflectedType && one.Box == box.Name).ToList();
        if (columns.Count == 0)
        {
            Passing.Any(pattern => pattern.EndsWith('*') ? name.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal) : name == pattern).ShouldBeTrue(
                $"{name} is in neither list: name the column it ends in");
            return;
        }
        using var database = SiteDatabase.Create();
        await using var db = database.Open();
        foreach (var (_, _, entity, column) in columns)
        {
            var length = TablesOf(db).First(one => one.ClrType == entity).FindProperty(column)!.GetMaxLength();
            LimitOf(box).ShouldBe(length, $"{name} → {entity.Name}.{column}");
        }
        SentenceOf(box).ShouldContain(LimitOf(box)!.ToString()!, customMessage: "the sentence names the limit");
    }

    [Fact]
    public void Every_column_named_here_has_a_box() =>
        Stored.ShouldAllBe(one => one.Form.GetProperty(one.Box) != null);

    /// <summary>With the parts that are stored in the row of their owner.</summary>
    private static IEnumerable<ITypeBase> TablesOf(QualityPlanDb db)
    {
        var tables = db.Model.GetEntityTypes().ToList();
        return [.. tables, .. tables.SelectMany(one => one.GetComplexProperties()).Select(one => one.ComplexType)];
    }

    private static IEnumerable<PropertyInfo> TextsOfForms() => typeof(Program).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, Namespace: { } room } && room.StartsWith("QualityPlan.Web.Features.", StringComparison.Ordinal)
            && !type.Name.Contains('_') && (type.Name.EndsWith("Form", StringComparison.Ordinal) || type.Name.EndsWith("Box", StringComparison.Ordinal)))
        .SelectMany(type => type.GetProperties())
        .Where(property => property.PropertyType == typeof(string) && property.CanWrite);

    private static string NameOf(PropertyInfo box) => $"{box.ReflectedType!.Name}.{box.Name}";

    private static int? LimitOf(PropertyInfo box) =>
        box.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? box.GetCustomAttribute<MaxLengthAttribute>()?.Length;

    private static string SentenceOf(PropertyInfo box) =>
        (box.GetCustomAttribute<StringLengthAttribute>()?.ErrorMessage ?? box.GetCustomAttribute<MaxLengthAttribute>()?.ErrorMessage).ShouldNotBeNull();
}
