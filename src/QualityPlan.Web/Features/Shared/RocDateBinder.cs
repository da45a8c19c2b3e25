using Microsoft.AspNetCore.Mvc.ModelBinding;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Web.Features.Shared;

/// <summary>Every day that is typed is a 民國 day; what cannot be read comes back with the sentence that says why.</summary>
public sealed class RocDateBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = given.FirstValue ?? "";
        if (text.Trim().Length == 0 && bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }
        var reading = RocDate.Parse(text);
        if (reading.Date is { } date)
        {
            bindingContext.Result = ModelBindingResult.Success(date);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, reading.Reason);
        }
        return Task.CompletedTask;
    }
}

public sealed class RocDateBinderProvider : IModelBinderProvider
{
    private static readonly RocDateBinder Binder = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? Binder : null;
}
