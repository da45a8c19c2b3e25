using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace QualityPlan.Web.Data;

/// <summary>Every text column has a length. A mapping that says nothing gets <see cref="Default"/>.</summary>
internal static class TextLengths
{
    public const int Default = 200;

    public const int OfEnums = 40;

    /// <summary>SQLite stores any length; refusing here lets it behave as the other two engines do.</summary>
    public static void Check(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
            {
                continue;
            }
            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is string text && property.Metadata.GetMaxLength() < text.Length)
                {
                    throw new DbUpdateException(
                        $"{entry.Metadata.ShortName()}.{property.Metadata.Name} is longer than {property.Metadata.GetMaxLength()}.");
                }
            }
        }
    }
}
