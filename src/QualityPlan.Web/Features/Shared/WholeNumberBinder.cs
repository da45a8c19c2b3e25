using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Web.Features.Shared;

/// <summary>Whole numbers as a Chinese keyboard writes them: 「１００」 is 100. Everything else goes the usual way.</summary>
public sealed class WholeNumberBinder(IModelBinder inner) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given.FirstValue is not { } typed || Folding.WithoutBlanks(typed) is not { Length: > 0 } text || text == typed
            || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return inner.BindModelAsync(bindingContext);
        }
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        bindingContext.Result = ModelBindingResult.Success(number);
        return Task.CompletedTask;
    }
}

public sealed class WholeNumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(int) && context.BindingInfo.BindingSource is not { IsGreedy: true }
            ? new WholeNumberBinder(new SimpleTypeModelBinder(
                context.Metadata.ModelType, context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
}
