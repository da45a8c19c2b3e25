using System.Xml;

namespace QualityPlan.Documents.Reading;

/// <summary>The names of a part, which the parser keeps to its end: each new one counts against the budget.</summary>
internal sealed class BoundedNames(ReadingBudget budget) : NameTable
{
    private const int NameBytes = 80;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    private string Count(string name)
    {
        budget.Keep(NameBytes + name.Length * 2);
        return name;
    }
}
