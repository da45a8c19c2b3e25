using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace QualityPlan.Web.Data;

/// <summary>What holds for every table, so that no mapping has to say it.</summary>
internal static class ModelHabits
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            VersionIsTheToken(entity);
            foreach (var key in entity.GetForeignKeys())
            {
                RestrictDelete(key);
            }
        }
    }

    /// <summary>An <c>int Version</c> is compared at every update; the entity raises it itself.</summary>
    private static void VersionIsTheToken(IMutableEntityType entity)
    {
        if (entity.FindProperty("Version") is { } version && version.ClrType == typeof(int))
        {
            version.IsConcurrencyToken = true;
        }
    }

    /// <summary>
    /// The database never deletes along a key. A parent that holds its children in a collection may take one
    /// out, which deletes the child by its own statement.
    /// </summary>
    private static void RestrictDelete(IMutableForeignKey key)
    {
        if (key.IsOwnership)
        {
            return;
        }
        key.DeleteBehavior = key.IsRequired && key.PrincipalToDependent is { IsCollection: true }
            ? DeleteBehavior.ClientCascade
            : DeleteBehavior.Restrict;
    }
}
