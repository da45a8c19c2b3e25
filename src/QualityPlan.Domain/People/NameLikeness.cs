namespace QualityPlan.Domain.People;

/// <summary>
/// 名稱相近程度 from 0 to 1: shortening by leaving characters out (漢學研究中心聯絡組 → 漢學中心聯絡組)
/// counts for more than characters that differ.
/// </summary>
internal static class NameLikeness
{
    /// <summary>Below this a name is not worth offering: 總務組 and 閱覽組 share no more than the 組.</summary>
    public const double Worthwhile = 0.4;

    public static double Of(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (shorter.Length == 0)
        {
            return 0;
        }

        var likeness = 1 - ((double)EditDistance(shorter, longer) / longer.Length);
        var isShortening = shorter.Length > 1 && IsSubsequence(shorter, longer);
        return isShortening ? Math.Max(likeness, 0.6 + (0.4 * shorter.Length / longer.Length)) : likeness;
    }

    private static bool IsSubsequence(string shorter, string longer)
    {
        var found = 0;
        foreach (var character in longer)
        {
            found += found < shorter.Length && shorter[found] == character ? 1 : 0;
        }

        return found == shorter.Length;
    }

    private static int EditDistance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
