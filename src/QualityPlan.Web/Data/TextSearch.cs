using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace QualityPlan.Web.Data;

/// <summary>
/// The one way to search text. Both sides are lowered because LIKE minds the case on PostgreSQL, not on
/// SQL Server, and only beyond ASCII on SQLite.
/// </summary>
public static class TextSearch
{
    private const string Escape = "\\";

    private static readonly MethodInfo Like = typeof(DbFunctionsExtensions).GetMethod(
        nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;

    private static readonly MethodInfo Lower = typeof(string).GetMethod(nameof(string.ToLower), [])!;

    /// <summary>Rows that hold every word (split at blanks) in at least one of the columns; no words, all rows.</summary>
    public static IQueryable<T> Mentioning<T>(
        this IQueryable<T> rows, string? words, params Expression<Func<T, string?>>[] columns)
    {
        foreach (var word in (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            rows = rows.Where(AnyColumnHolds(word, columns));
        }
        return rows;
    }

    private static Expression<Func<T, bool>> AnyColumnHolds<T>(string word, Expression<Func<T, string?>>[] columns)
    {
        var row = columns[0].Parameters[0];
        Expression<Func<string>> pattern = PatternOf(word);
        var any = columns
            .Select(column => new SwapParameter(column.Parameters[0], row).Visit(column.Body))
            .Select(column => (Expression)Expression.Call(
                Like, Expression.Constant(EF.Functions), Expression.Call(column, Lower), pattern.Body, Expression.Constant(Escape)))
            .Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<T, bool>>(any, row);
    }

    /// <summary>Captured in a closure, so that it is sent as a parameter and the statement is cached.</summary>
    private static Expression<Func<string>> PatternOf(string word)
    {
        var pattern = "%" + word.ToLowerInvariant()
            .Replace(Escape, Escape + Escape).Replace("%", "\\%").Replace("_", "\\_").Replace("[", "\\[") + "%";
        return () => pattern;
    }

    private sealed class SwapParameter(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
