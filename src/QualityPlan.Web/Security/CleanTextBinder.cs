using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace QualityPlan.Web.Security;

/// <summary>Every text that is bound goes through here, whatever form, address or header it stands in.</summary>
public sealed class CleanTextBinder(IModelBinder inner) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (bindingContext.Result is not { IsModelSet: true, Model: string text })
        {
            return;
        }
        if (CleanText.HasForbiddenCharacters(text))
        {
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName, "這一欄含有看不見的控制字元或不完整的字，請刪除後重新輸入。");
            bindingContext.Result = ModelBindingResult.Failed();
            return;
        }
        bindingContext.Result = ModelBindingResult.Success(CleanText.WithPlainLineBreaks(text));
    }
}

public sealed class CleanTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource is not { IsGreedy: true }
            ? new CleanTextBinder(new SimpleTypeModelBinder(
                typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
}

/// <summary>An empty box is an empty text, not a missing one.</summary>
public sealed class EmptyTextStaysEmpty : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string))
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
