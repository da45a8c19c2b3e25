using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace QualityPlan.Web.Data;

/// <summary>A query of every page, compiled once for each engine: a compiled query serves one model only, and a test run has several.</summary>
internal sealed class PerModel<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> _queries = [];

    public TQuery For(QualityPlanDb db) => _queries.GetValue(db.Model, _ => compile());
}
