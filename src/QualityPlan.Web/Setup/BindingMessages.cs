using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace QualityPlan.Web.Setup;

/// <summary>What the binder says when a value cannot be read.</summary>
internal static class BindingMessages
{
    public static void InChinese(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"「{value}」不是有效的{field}，請重新輸入。");
        messages.SetMissingBindRequiredValueAccessor(field => $"請提供{field}。");
        messages.SetMissingKeyOrValueAccessor(() => "請輸入內容。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "沒有收到資料，請重新送出。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"「{value}」不是有效的值。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "輸入的值無效。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "請輸入數字。");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{field}的值無效，請重新輸入。");
        messages.SetValueIsInvalidAccessor(value => $"「{value}」無效，請重新輸入。");
        messages.SetValueMustBeANumberAccessor(field => $"{field}請輸入數字。");
        messages.SetValueMustNotBeNullAccessor(field => $"請輸入{field}。");
    }
}
