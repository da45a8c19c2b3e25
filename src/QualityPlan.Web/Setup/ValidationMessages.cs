using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace QualityPlan.Web.Setup;

/// <summary>What a rule says that has no words of its own, as those of hidden boxes and of addresses.</summary>
internal sealed class ValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule is { ErrorMessage: null, ErrorMessageResourceName: null } && SentenceOf(rule) is { } sentence)
            {
                rule.ErrorMessage = sentence;
            }
        }
    }

    private static string? SentenceOf(ValidationAttribute rule) => rule switch
    {
        StringLengthAttribute => "文字太長，最多{1}字。",
        MaxLengthAttribute => "內容太多，最多{1}個字或項目。",
        RequiredAttribute => "請填寫這一欄。",
        RangeAttribute => "請輸入{1}至{2}的數字。",
        _ => null,
    };
}
