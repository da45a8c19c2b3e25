using System.Globalization;
using System.Text;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.Deadlines;

/// <summary>
/// 完成期限的文字, made ready for reading: blanks dropped, full width folded, Chinese numerals as digits,
/// 周/星期/禮拜 as 週. Remembers where each character came from, so that a remark can point into the
/// text as written.
/// </summary>
internal sealed class DeadlineText
{
    private readonly List<int> _origins = [];

    public DeadlineText(string original)
    {
        Original = original;
        Folded = Fold();
    }

    public string Original { get; }

    public string Folded { get; }

    /// <summary>The place in the text as written of a place in the folded text; its end for anything beyond.</summary>
    public int OriginOf(int position) => position < _origins.Count ? _origins[position] : Original.Length;

    private string Fold()
    {
        var half = Folding.HalfWidth(Original);
        var folded = new StringBuilder(half.Length);
        for (var i = 0; i < half.Length;)
        {
            if (Folding.IsBlank(half[i]))
            {
                i++;
                continue;
            }

            var (written, plain) = ReadNumber(half, i);
            folded.Append(plain);
            _origins.AddRange(Enumerable.Repeat(i, plain.Length));
            i += written;
        }

        while (folded.Length > 0 && folded[^1] is '。' or '.' or ';' or ',')
        {
            folded.Length--;
        }

        return folded.ToString();
    }

    private static (int Written, string Plain) ReadNumber(string half, int start)
    {
        var end = start;
        while (end < half.Length && ChineseNumber.IsNumeral(half[end]))
        {
            end++;
        }

        if (end > start && ChineseNumber.Read(half.AsSpan(start, end - start)) is { } number)
        {
            return (end - start, number.ToString(CultureInfo.InvariantCulture));
        }

        return half[start] switch
        {
            '元' when start + 1 < half.Length && half[start + 1] == '月' => (1, "1"),
            '周' => (1, "週"),
            '星' when start + 1 < half.Length && half[start + 1] == '期' => (2, "週"),
            '禮' when start + 1 < half.Length && half[start + 1] == '拜' => (2, "週"),
            '–' or '—' or '―' or '−' or '~' or '〜' or '∼' => (1, "~"),
            var other => (1, other.ToString()),
        };
    }
}
